import { beforeAll, describe, expect, it } from 'vitest';
import { systemViewer, type Viewer } from '../src/platform/policy/viewer.ts';
import { OccurrenceService } from '../src/rooms/offerings/index.ts';
import { createShift, takeShift } from '../src/rooms/volunteers/index.ts';
import { anImportPreview } from './access/access.imports.ts';
import { variablesOf, type PageRows } from './ceilings/page.variables.ts';
import { portalQueries, type PageQuery } from './ceilings/portal.documents.ts';
import { useOwnHub } from './harness.ts';
import { aClient } from './makers/client.ts';
import { anOffering } from './makers/offering.ts';
import { anOrganisation, aViewerIn } from './makers/organisation.ts';
import { aMember } from './makers/person.ts';
import { aReferral } from './makers/referral.ts';
import { aReferralScene, type ReferralScene } from './makers/referral-scene.ts';
import { aSignUp } from './makers/sign-up.ts';

const hub = useOwnHub();
const queries = portalQueries();

/** More different statements than this no page needs. */
const ceiling = 12;
/** Rows of everything: enough to tell a statement for each row from one for all. */
const many = 100;

let scene: ReferralScene;
/** Those who may open one page or another. */
let viewers: readonly (Viewer | null)[];
let rows: PageRows;
/** What stands once, beside the rows. */
let once: Pick<PageRows, 'municipalityId' | 'otherMunicipalityId' | 'importPreviewId'>;

const firstDateOf = async (offeringId: string): Promise<string> => {
  const { nodes } = await hub.hub
    .get(OccurrenceService)
    .page(systemViewer('test'), { first: 1 }, { offeringId });
  return nodes[0]?.id ?? '';
};

/** A shift on the date, with the volunteer on it. */
const aShift = async (occurrenceId: string): Promise<string> => {
  const date = await hub.hub.get(OccurrenceService).get(systemViewer('test'), occurrenceId);
  const { id } = await createShift(hub.hub, systemViewer('test'), {
    organisationId: scene.association.id,
    occurrenceId,
    role: 'Coffee',
    startsAt: date.startsAt,
    endsAt: date.endsAt,
    neededCount: 5,
  });
  await takeShift(hub.hub, scene.volunteer, id, true);
  return id;
};

/** One more of everything that pages list. */
const addOne = async (): Promise<PageRows> => {
  const organisationId = scene.association.id;
  const offering = await anOffering(hub, { organisationId, takesReferrals: true });
  const occurrenceId = await firstDateOf(offering.id);
  const signUp = await aSignUp(hub, { occurrenceId: rows?.occurrenceId ?? occurrenceId });
  const client = await aClient(hub, scene.caseworker);
  const referral = await aReferral(hub, scene.caseworker, { clientId: client.id, offeringId: offering.id });
  await aReferral(hub, scene.caseworker, {
    clientId: rows?.clientId ?? client.id,
    offeringId: rows ? offering.id : scene.offering.id,
  });
  const { membershipId } = await aMember(hub, { organisationId, role: 'VOLUNTEER' });
  const shiftId = await aShift(rows?.occurrenceId ?? occurrenceId);
  await anOrganisation(hub);
  return {
    ...once,
    membershipId,
    shiftId,
    organisationId,
    offeringId: offering.id,
    occurrenceId,
    clientId: client.id,
    referralId: referral.id,
    signUpCode: signUp.code,
  };
};

interface Cost {
  /** Different statements. */
  readonly statements: number;
  /** How often the most frequent of them was sent. */
  readonly repeats: number;
}

/**
 * Who is refused which query. A refused root field answers at once while its neighbours' statements still come, which
 * would count as the next one's: those are asked no second time.
 */
const refusals = new Map<string, string>();

/** The ORM adds to a text how long it took. */
const withoutTiming = (text: string): string => text.replace(/ \[took .*$/s, '');
/** What opens and ends a transaction is not a page's own. */
const isWork = (text: string): boolean => !/^\s*(begin|commit|rollback|select set_config)/i.test(text);

const refusalOf = (query: PageQuery, viewer: Viewer | null): string =>
  `${query.name} ${viewers.indexOf(viewer)}`;

const costOf = async (query: PageQuery, viewer: Viewer | null): Promise<Cost> => {
  const before = hub.statements.length;
  const { failure } = await hub.ask(viewer, query.source, variablesOf(query.operation, rows));
  expect(failure?.code, `${query.name}: ${failure?.message}`).not.toBe('INTERNAL');
  if (failure) refusals.set(refusalOf(query, viewer), `${failure.reason} ${failure.message}`);
  const texts = hub.statements.slice(before).map(withoutTiming).filter(isWork);
  const sent = Map.groupBy(texts, (text) => text);
  return { statements: sent.size, repeats: Math.max(0, ...[...sent.values()].map(({ length }) => length)) };
};

const costsOfAll = async (): Promise<Record<string, Cost>> => {
  const costs: Record<string, Cost> = {};
  for (const query of queries) {
    const each: Cost[] = [];
    for (const viewer of viewers)
      if (!refusals.has(refusalOf(query, viewer))) each.push(await costOf(query, viewer));
    costs[query.name] = {
      statements: Math.max(0, ...each.map(({ statements }) => statements)),
      repeats: Math.max(0, ...each.map(({ repeats }) => repeats)),
    };
  }
  return costs;
};

/** Lists that stand side by side on a page, or beneath one thing, may each send the same statement. */
const listsOf = ({ operation }: PageQuery): number => Math.max(2, operation.selectionSet.selections.length);

describe('the SQL statements of a page', () => {
  let one: Record<string, Cost>;
  let much: Record<string, Cost>;

  beforeAll(async () => {
    scene = await aReferralScene(hub);
    const { coordinator, caseworker, manager, volunteer, admin, municipality } = scene;
    const officer = aViewerIn(municipality, 'DATA_PROTECTION_OFFICER');
    viewers = [null, coordinator, caseworker, manager, volunteer, admin, officer];
    once = {
      municipalityId: municipality.id,
      otherMunicipalityId: (await anOrganisation(hub, { kind: 'MUNICIPALITY', municipalityCode: '276' })).id,
      importPreviewId: await anImportPreview(hub, scene.association.id),
    };
    rows = await addOne();
    // What never changes (municipalities, themes) is read once by a process.
    await costsOfAll();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    one = await costsOfAll();
    for (let count = 1; count < many; count += 1) await addOne();
    much = await costsOfAll();
  }, 300_000);

  it('meet rows on every desk and on the public pages', () => {
    for (const name of [
      'UpcomingPage',
      'OfferingPage',
      'ReferralInbox',
      'ReferralPage',
      'ClientPage',
      'DeskToday',
    ])
      expect(one[name]?.statements, name).toBeGreaterThan(2);
  });

  it('are those of every page: each is answered to somebody', () => {
    const unanswered = queries.filter((query) =>
      viewers.every((viewer) => refusals.has(refusalOf(query, viewer))),
    );
    expect(unanswered.map((query) => `${query.name}: ${refusals.get(refusalOf(query, null))}`)).toEqual([]);
  });

  it('are the same for many rows as for one', () => {
    const numbers = (costs: Record<string, Cost>) =>
      Object.entries(costs).map(([name, { statements }]) => `${name}: ${statements}`);
    expect(numbers(much)).toEqual(numbers(one));
  });

  it('are sent once for each list of the page, however long it is', () => {
    const repeated = queries.filter((query) => (much[query.name]?.repeats ?? 0) > listsOf(query));
    expect(repeated.map(({ name }) => `${name}: ${much[name]?.repeats} times`)).toEqual([]);
  });

  it('stay under the page’s ceiling', () => {
    const over = Object.entries(much).filter(([, { statements }]) => statements > ceiling);
    expect(over).toEqual([]);
  });
});
