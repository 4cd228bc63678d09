import { Hub } from '../../src/platform/hub.ts';
import { DemoOutbox, type Mail } from '../../src/platform/mail/mail.ts';
import { OutboxService } from '../../src/rooms/notices/index.ts';
import type { TestHub } from '../harness.ts';
import { tokenIn } from '../makers/mail.ts';
import { accessOfferings, type AccessOfferings } from './access.offerings.ts';
import { accessOrganisations, type AccessOrganisations } from './access.organisations.ts';
import { accessPeople, type AccessPeople } from './access.people.ts';
import { accessReferrals, type AccessReferrals } from './access.referrals.ts';

/** A hub full of everything that anybody may or may not see, in demo mode. */
export interface AccessScene extends AccessOrganisations, AccessPeople, AccessOfferings, AccessReferrals {
  readonly hub: TestHub;
  /** Sends what waits; the mails that left, newest first. */
  readonly deliver: () => Promise<readonly Mail[]>;
  readonly invitationToken: string;
}

/** The token in the newest mail to an address. */
export const tokenFor = (mails: readonly Mail[], address: string): string =>
  tokenIn(mails.find(({ to, text }) => to === address && text.includes('token=')));

export const anAccessScene = async (hub: TestHub): Promise<AccessScene> => {
  const outbox = new DemoOutbox(() => hub.clock.now());
  hub.hub = new Hub({ ...hub.hub, mail: outbox });
  const deliver = async () => {
    await hub.hub.get(OutboxService).deliverDue();
    return outbox.newest(200);
  };
  const organisations = await accessOrganisations(hub);
  const people = await accessPeople(hub, organisations);
  const { caseworker, coordinator } = people.members;
  const offerings = await accessOfferings(hub, organisations);
  const movers = { caseworker: caseworker.viewer, coordinator: coordinator.viewer };
  const referrals = await accessReferrals(hub, organisations, movers);
  const invitationToken = tokenFor(await deliver(), 'invited@example.org');
  return { hub, deliver, invitationToken, ...organisations, ...people, ...offerings, ...referrals };
};
