import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { useHub } from '../../test/harness.ts';
import { deliverMails } from '../../test/makers/mail.ts';
import { anOccurrence } from '../../test/makers/offering.ts';
import { anOrganisation, aViewerIn } from '../../test/makers/organisation.ts';
import { aSignUp } from '../../test/makers/sign-up.ts';
import { systemViewer, type Viewer } from '../platform/policy/viewer.ts';
import { HsdsService, LinkedEventsService } from '../rooms/opendata/index.ts';
import { OccurrenceService } from '../rooms/offerings/index.ts';

const hub = useHub();
const secret = 'https://meet.example.org/room-4711';
let coordinator: Viewer;
let stranger: Viewer;
let date: { readonly id: string; readonly offeringId: string };
let code: string;
let waiting: string;

beforeAll(async () => {
  const organisation = await anOrganisation(hub);
  coordinator = aViewerIn(organisation, 'COORDINATOR');
  stranger = aViewerIn(await anOrganisation(hub), 'COORDINATOR');
  date = await anOccurrence(hub, { organisationId: organisation.id, onlineUrl: secret, capacity: 1 });
  ({ code } = await aSignUp(hub, { occurrenceId: date.id, languageTag: 'fi', email: 'on@example.org' }));
  ({ code: waiting } = await aSignUp(hub, { occurrenceId: date.id, email: 'w@example.org', wait: true }));
});

const linkOf = async (own: string) => {
  const { data } = await hub.ask<{ signUp: { joinLink: string | null } }>(
    null,
    'query ($code: String!) { signUp(code: $code) { joinLink } }',
    { code: own },
  );
  return data.signUp.joinLink;
};

describe('the link to join online', () => {
  it('stands on the page of who has a place, while the date takes place', async () => {
    expect(await linkOf(code)).toBe(secret);
    expect(await linkOf(waiting)).toBeNull();
    const service = hub.hub.get(OccurrenceService);
    await service.postpone(coordinator, { occurrenceId: date.id, reasons: [] });
    expect(await linkOf(code)).toBeNull();
    await service.undoChange(coordinator, date.id);
    expect(await linkOf(code)).toBe(secret);
  });

  it('is told to the hosts, and to nobody else that it is more than online', async () => {
    const query = 'query ($id: ID!) { offering(id: $id) { isOnline onlineUrl } }';
    const seen = async (viewer: Viewer | null) =>
      (await hub.ask<object>(viewer, query, { id: date.offeringId })).data;
    const hidden = { offering: { isOnline: true, onlineUrl: null } };
    expect(await seen(coordinator)).toEqual({ offering: { isOnline: true, onlineUrl: secret } });
    expect(await seen(stranger)).toEqual(hidden);
    expect(await seen(null)).toEqual(hidden);
  });

  it('is in no mail, feed, open data or audit row', async () => {
    const mails = JSON.stringify(await deliverMails(hub));
    expect(mails).toContain('Verkossa');
    const request = { languageTag: 'fi', url: '/', query: new URLSearchParams() };
    const open = [
      await hub.hub.get(LinkedEventsService).events(request),
      await hub.hub.get(HsdsService).services(request),
    ];
    const rows = await hub.hub.db.read(
      systemViewer('test'),
      sql`select (select jsonb_agg(s)::text from offering_search s) as search`,
    );
    for (const text of [mails, JSON.stringify(open), JSON.stringify(rows)])
      expect(text).not.toContain('room-4711');
  });
});
