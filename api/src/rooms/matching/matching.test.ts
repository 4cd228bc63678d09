import { beforeAll, describe, expect, it } from 'vitest';
import { anonymousViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { useHub, type Answer } from '../../../test/harness.ts';
import { aClient } from '../../../test/makers/client.ts';
import { anOffering, aPlace, type OfferingWish } from '../../../test/makers/offering.ts';
import { anOrganisation, aViewerIn, type OrganisationMade } from '../../../test/makers/organisation.ts';
import { aMember } from '../../../test/makers/person.ts';
import { RegionService } from '../regions/index.ts';

const hub = useHub();

interface Asked {
  readonly matchOfferings: {
    readonly matches: readonly {
      readonly offering: { readonly title: { readonly value: string } };
      readonly fitsAll: boolean;
      readonly distanceKm: number | null;
      readonly placesLeft: number | null;
      readonly reasons: readonly {
        code: string;
        languages: string[];
        times: object[];
        themes: { id: string }[];
      }[];
      readonly misfits: readonly { code: string; wish: string }[];
      readonly remarks: readonly { code: string }[];
    }[];
    readonly consideredCount: number;
    readonly fitAllCount: number;
    readonly withoutOne: readonly { wishes: string[]; fitAllCount: number }[];
    readonly bestPair: { wishes: string[]; fitAllCount: number } | null;
  };
}

const source = `query ($needs: OfferingNeedsInput!, $first: Int! = 20) { matchOfferings(needs: $needs, first: $first) {
  matches { offering { title(languages: ["en"]) { value } } fitsAll distanceKm placesLeft
    reasons { code languages times { weekday part } themes { id } } misfits { code wish } remarks { code } }
  consideredCount fitAllCount withoutOne { wishes fitAllCount } bestPair { wishes fitAllCount } } }`;

let caseworker: Viewer;
let municipality: OrganisationMade;
let association: OrganisationMade;
let themeId: string;

const ask = (needs: object, viewer: Viewer = caseworker): Promise<Answer<Asked>> =>
  hub.ask<Asked>(viewer, source, { needs });
const titlesOf = ({ data }: Answer<Asked>): string[] =>
  data.matchOfferings.matches.map(({ offering }) => offering.title.value);
const matchOf = ({ data }: Answer<Asked>, title: string) => {
  const match = data.matchOfferings.matches.find(({ offering }) => offering.title.value === title);
  if (!match) throw new Error(`${title} was not found`);
  return match;
};
const codes = (findings: readonly { code: string }[]): string[] => findings.map(({ code }) => code);
const offer = (wish: Partial<OfferingWish>) =>
  anOffering(hub, { organisationId: association.id, takesReferrals: true, ...wish });

/** On Thursdays at six, in Liperi. */
const thursdayEvening = { startsAtLocal: '2026-11-26T18:00', weekdays: [4], durationMinutes: 90 };

beforeAll(async () => {
  municipality = await anOrganisation(hub, { kind: 'MUNICIPALITY', municipalityCode: '426', name: 'Liperi' });
  association = await anOrganisation(hub);
  const member = { organisationId: municipality.id, role: 'CASEWORKER', municipalityCode: '426' } as const;
  caseworker = (await aMember(hub, member)).viewer;
  themeId = (await hub.hub.get(RegionService).themes())[0]?.id ?? '';
  const liperi = await aPlace(hub, {
    organisationId: association.id,
    municipalityCode: '426',
    name: 'Liperi hall',
  });
  const near = { placeId: liperi.id, spokenLanguages: ['ar', 'fi'], schedule: thursdayEvening };
  await offer({ ...near, title: 'All of it', hasChildCare: true, themeIds: [themeId], capacity: 12 });
  await offer({ ...near, title: 'No child care', themeIds: [themeId] });
  await offer({ title: 'Finnish mornings', spokenLanguages: ['fi'], finnishLevel: 'B1' });
  await offer({ title: 'Women', womenOnly: true, spokenLanguages: ['ar'] });
  await offer({ title: 'Secret', isSensitive: true });
  await offer({ title: 'Not for referrals', takesReferrals: false });
  const careless = await anOrganisation(hub, { agreement: 'expired' });
  await offer({ title: 'No agreement', organisationId: careless.id });
});

describe('matchOfferings', () => {
  it('refuses the anonymous, and whoever refers nobody', async () => {
    expect((await ask({}, anonymousViewer())).failure?.code).toBe('UNAUTHENTICATED');
    expect((await ask({}, aViewerIn(association, 'VOLUNTEER'))).failure?.code).toBe('FORBIDDEN');
  });

  it('finds what takes referrals, and nothing else', async () => {
    const titles = titlesOf(await ask({}));
    expect(titles.toSorted()).toEqual(['All of it', 'Finnish mornings', 'No child care', 'Secret', 'Women']);
  });

  it('shows a sensitive offering to caseworkers alone', async () => {
    expect(titlesOf(await ask({}, aViewerIn(association, 'COORDINATOR')))).not.toContain('Secret');
  });

  it('ranks for "company in Arabic, Liperi, Thursday evenings, a toddler" and says why', async () => {
    const answer = await ask({
      languages: ['ar-EG'],
      point: { latitude: 62.61, longitude: 29.76 },
      maximumDistanceKm: 10,
      freeTimes: [{ weekday: 4, part: 'EVENING' }],
      themeIds: [themeId],
      finnishLevel: 'A1',
      ageBand: 'FROM_30_TO_49',
      accessNeeds: ['CHILD_CARE'],
    });
    const { matches, fitAllCount, consideredCount } = answer.data.matchOfferings;
    expect(titlesOf(answer).slice(0, 2)).toEqual(['All of it', 'No child care']);
    expect({ fitAllCount, consideredCount }).toEqual({ fitAllCount: 1, consideredCount: 5 });
    const best = matches[0];
    expect(best).toMatchObject({ fitsAll: true, distanceKm: 1.1, placesLeft: 12, misfits: [] });
    expect(codes(best?.reasons ?? [])).toEqual([
      'IN_LANGUAGE',
      'WALKABLE',
      'AT_FREE_TIME',
      'HAS_THEME',
      'NO_FINNISH_NEEDED',
      'FOR_AGE',
      'HAS_CHILD_CARE',
      'ROOM_LEFT',
    ]);
    expect(best?.reasons[0]?.languages).toEqual(['ar']);
    expect(best?.reasons[2]?.times).toEqual([{ weekday: 4, part: 'EVENING' }]);
    expect(best?.reasons[3]?.themes).toEqual([{ id: themeId }]);
    expect(matchOf(answer, 'No child care').misfits).toEqual([{ code: 'NO_CHILD_CARE', wish: 'CHILD_CARE' }]);
    expect(codes(matchOf(answer, 'Women').remarks)).toEqual(['FOR_WOMEN']);
    expect(matchOf(answer, 'Finnish mornings').misfits.map(({ wish }) => wish)).toEqual([
      'LANGUAGE',
      'TIMES',
      'THEMES',
      'FINNISH',
      'CHILD_CARE',
    ]);
  });

  it('is never empty: it counts what each dropped wish would find, and the best pair', async () => {
    const { data } = await ask({
      languages: ['ar'],
      freeTimes: [{ weekday: 7, part: 'MORNING' }],
      accessNeeds: ['STEP_FREE'],
    });
    const { matches, fitAllCount, withoutOne, bestPair } = data.matchOfferings;
    expect(fitAllCount).toBe(0);
    expect(matches).toHaveLength(5);
    expect(withoutOne.map(({ fitAllCount: count }) => count)).toEqual([0, 0, 0, 0]);
    expect(bestPair).toEqual({ wishes: ['TIMES', 'STEP_FREE'], fitAllCount: 3 });
  });

  it('puts what has the words of a title first', async () => {
    expect(titlesOf(await ask({ text: 'mornings' }))[0]).toBe('Finnish mornings');
    expect(titlesOf(await ask({ text: 'Secret' }))[0]).toBe('Secret');
  });

  it('measures from the municipality’s centre', async () => {
    const { distanceKm } = matchOf(await ask({ municipalityCode: '426' }), 'All of it');
    // Liperi's centre to the makers' place in the middle of Joensuu.
    expect(distanceKm).toBeCloseTo(20.8, 0);
  });

  it('refuses weekdays, places and distances that are none', async () => {
    expect((await ask({ freeTimes: [{ weekday: 8, part: 'EVENING' }] })).failure?.reason).toBe(
      'WEEKDAY_UNKNOWN',
    );
    expect((await ask({ municipalityCode: '999' })).failure?.reason).toBe('MUNICIPALITY_UNKNOWN');
    expect((await ask({ maximumDistanceKm: 0 })).failure?.reason).toBe('DISTANCE_UNKNOWN');
    expect((await ask({ point: { latitude: 120, longitude: 0 } })).failure?.reason).toBe('POINT_UNKNOWN');
    expect((await ask({ languages: Array.from({ length: 51 }, () => 'fi') })).failure?.reason).toBe(
      'TOO_MANY',
    );
  });

  it('needs two statements, and one for all the offerings that it shows', async () => {
    const bare = `query { matchOfferings(needs: {}) { fitAllCount matches { fitsAll } } }`;
    expect(await hub.countStatements(() => hub.ask(caseworker, bare))).toBe(2);
    const named = `query { matchOfferings(needs: {}) { matches { offering { id } } } }`;
    expect(await hub.countStatements(() => hub.ask(caseworker, named))).toBe(3);
  });

  it('begins a client’s search with what is known of them', async () => {
    const client = await aClient(hub, caseworker, { themeIds: [themeId], accessNeeds: ['CHILD_CARE'] });
    const { data } = await hub.ask(
      caseworker,
      `query ($id: ID!) { client(id: $id) { needs { languages municipalityCode maximumDistanceKm themeIds finnishLevel
        ageBand accessNeeds } } }`,
      { id: client.id },
    );
    expect(data).toEqual({
      client: {
        needs: {
          languages: ['ar', 'en'],
          municipalityCode: '167',
          maximumDistanceKm: 25,
          themeIds: [themeId],
          finnishLevel: 'A1',
          ageBand: 'FROM_30_TO_49',
          accessNeeds: ['CHILD_CARE'],
        },
      },
    });
  });
});
