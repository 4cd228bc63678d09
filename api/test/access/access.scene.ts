import sql from 'sql-template-tag';
import { Hub } from '../../src/platform/hub.ts';
import { DemoOutbox, type Mail } from '../../src/platform/mail/mail.ts';
import { systemViewer, type Viewer } from '../../src/platform/policy/viewer.ts';
import { breakGlass, delegateClients, moveClient, reviewEmergency } from '../../src/rooms/clients/index.ts';
import { createClientRequest, decideClientRequest } from '../../src/rooms/protection/index.ts';
import { OutboxService } from '../../src/rooms/notices/index.ts';
import type { TestHub } from '../harness.ts';
import { queryAs } from '../query-as.ts';
import { tokenIn } from '../makers/mail.ts';
import { aClient } from '../makers/client.ts';
import { aMember, type MemberMade } from '../makers/person.ts';
import { sealedLog } from './access.log.ts';
import { anImportPreview } from './access.imports.ts';
import { anIntegration } from './access.integrations.ts';
import { accessOfferings, type AccessOfferings } from './access.offerings.ts';
import { accessOrganisations, type AccessOrganisations } from './access.organisations.ts';
import { accessPeople, type AccessPeople } from './access.people.ts';
import { accessReferrals, type AccessReferrals } from './access.referrals.ts';
import { accessReviews, type AccessReviews } from './access.reviews.ts';
import { accessVolunteers, type AccessVolunteers } from './access.volunteers.ts';

/** A hub full of everything that anybody may or may not see, in demo mode. */
export interface AccessScene
  extends
    AccessOrganisations,
    AccessPeople,
    AccessReviews,
    AccessOfferings,
    AccessVolunteers,
    AccessReferrals {
  readonly hub: TestHub;
  /** Sends what waits; the mails that left, newest first. */
  readonly deliver: () => Promise<readonly Mail[]>;
  readonly invitationToken: string;
  /** Broke the glass once, for another client than the scene's. */
  readonly secondManager: Viewer;
  /** By whom: a colleague is going to stand in for each of the two. */
  /** What an organisation read from a calendar. */
  readonly importPreviewIds: Readonly<Record<'association' | 'municipality', string>>;
  readonly delegationIds: Readonly<Record<'caseworker' | 'otherCaseworker', string>>;
  /** A mail that nobody can deliver. */
  readonly failedNoticeId: string;
}

/** The token in the newest mail to an address. */
export const tokenFor = (mails: readonly Mail[], address: string): string =>
  tokenIn(mails.find(({ to, text }) => to === address && text.includes('token=')));

const aFailedNotice = async (hub: TestHub, deliver: () => Promise<unknown>): Promise<string> => {
  const test = systemViewer('test');
  await hub.hub.db.write(test, (tx) =>
    tx.send({
      kind: 'mail',
      to: 'nobody@example.org',
      template: 'people.no-such-text',
      languageTag: 'en',
      values: {},
    }),
  );
  await deliver();
  const row = await hub.hub.db.readOne<{ id: string }>(
    test,
    sql`select id from outbox_messages where attempts > 0 and delivered_at is null`,
  );
  return row?.id ?? '';
};

const aRefusedRequest = async (hub: TestHub, { members }: AccessPeople, clientId: string): Promise<void> => {
  const { viewer } = members.caseworker;
  const request = await createClientRequest(hub.hub, viewer, { clientId, kind: 'ERASE' });
  await decideClientRequest(hub.hub, members.dpo.viewer, {
    requestId: request.id,
    decision: 'REFUSED',
    refusalReason: 'LEGAL_DUTY',
  });
};

/** A new client, offered to the other municipality; the offer's id. */
export const anOfferedClient = async ({
  hub,
  members,
  otherMunicipality,
}: Pick<AccessScene, 'hub' | 'members' | 'otherMunicipality'>): Promise<string> => {
  const { viewer } = members.caseworker;
  const { id: clientId, version } = await aClient(hub, viewer);
  const toOrganisationId = otherMunicipality.id;
  return moveClient(hub.hub, viewer, { clientId, version, toOrganisationId, isClientTold: true });
};

/** A client whom the other municipality offers to the scene's; the offer's id. */
export const aClientWhoComes = async ({
  hub,
  municipality,
  otherMunicipality,
}: Pick<AccessScene, 'hub' | 'municipality' | 'otherMunicipality'>): Promise<string> => {
  const { viewer } = await aMember(hub, {
    organisationId: otherMunicipality.id,
    role: 'CASEWORKER',
    municipalityCode: '426',
  });
  const { id: clientId, version } = await aClient(hub, viewer, { municipalityCode: '426' });
  const toOrganisationId = municipality.id;
  return moveClient(hub.hub, viewer, { clientId, version, toOrganisationId, isClientTold: true });
};

export const anAccessScene = async (hub: TestHub): Promise<AccessScene> => {
  const outbox = new DemoOutbox(() => hub.clock.now());
  hub.hub = new Hub({ ...hub.hub, mail: outbox });
  const deliver = async () => {
    // Each round takes five hundred at most.
    while ((await hub.hub.get(OutboxService).deliverDue()) > 0);
    return outbox.newest(200);
  };
  const organisations = await accessOrganisations(hub);
  const people = await accessPeople(hub, organisations);
  const { caseworker, coordinator } = people.members;
  const offerings = await accessOfferings(hub, organisations);
  const volunteers = await accessVolunteers(hub, { ...organisations, ...people, ...offerings });
  const movers = { caseworker: caseworker.viewer, coordinator: coordinator.viewer };
  const referrals = await accessReferrals(hub, organisations, movers);
  const standIn = (from: MemberMade, to: MemberMade): Promise<string> =>
    delegateClients(hub.hub, from.viewer, {
      organisationId: organisations.municipality.id,
      toPersonId: to.id,
      startsOn: '2027-10-01',
      endsOn: '2027-10-10',
    });
  const { viewer: secondManager } = await aMember(hub, {
    organisationId: organisations.municipality.id,
    role: 'MANAGER',
    displayName: 'Second Manager',
  });
  await breakGlass(hub.hub, secondManager, {
    clientId: (await aClient(hub, caseworker.viewer)).id,
    reason: 'The client did not come home and nobody else can call.',
  });
  const reviewed = await breakGlass(hub.hub, secondManager, {
    clientId: (await aClient(hub, caseworker.viewer)).id,
    reason: 'The client did not come home and nobody else can call.',
  });
  await reviewEmergency(hub.hub, people.members.dpo.viewer, { emergencyId: reviewed, verdict: 'JUSTIFIED' });
  await queryAs(
    hub,
    'hub_owner',
    `update referrals set answer_due_at = created_at - interval '2 days' where state = 'SENT'`,
  );
  const delegationIds = {
    caseworker: await standIn(caseworker, people.members.otherCaseworker),
    otherCaseworker: await standIn(people.members.otherCaseworker, caseworker),
  };
  await createClientRequest(hub.hub, caseworker.viewer, {
    clientId: referrals.client.id,
    kind: 'RECTIFY',
    details: 'My number is another one.',
  });
  await anOfferedClient({ hub, ...organisations, ...people });
  await aClientWhoComes({ hub, ...organisations });
  await aRefusedRequest(hub, people, referrals.client.id);
  for (const { id } of [organisations.association, organisations.elsewhere, organisations.municipality])
    await anIntegration(hub, id);
  const importPreviewIds = {
    association: await anImportPreview(hub, organisations.association.id),
    municipality: await anImportPreview(hub, organisations.municipality.id),
  };
  const reviews = await accessReviews(hub, organisations, people);
  const invitationToken = tokenFor(await deliver(), 'invited@example.org');
  const failedNoticeId = await aFailedNotice(hub, deliver);
  await sealedLog(hub);
  return {
    hub,
    deliver,
    invitationToken,
    failedNoticeId,
    delegationIds,
    importPreviewIds,
    secondManager,
    ...organisations,
    ...people,
    ...reviews,
    ...offerings,
    ...volunteers,
    ...referrals,
  };
};
