import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { deliverMails } from '../../../test/makers/mail.ts';
import { anOrganisation, aViewerIn, type OrganisationMade } from '../../../test/makers/organisation.ts';
import { aSignUp } from '../../../test/makers/sign-up.ts';
import { newId } from '../../platform/ids.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { OccurrenceService, OfferingService, PlaceService } from '../offerings/index.ts';
import { importEvents, linkedEventsSource, type ImportSummary } from './index.ts';

const hub = useHub();
const system = systemViewer('test');
const fixture = (name: string): string =>
  readFileSync(new URL(`../../../test/fixtures/linked-events/${name}`, import.meta.url), 'utf8');
const helsinki = fixture('helsinki_events_data.json');
const sideFiles = {
  places: fixture('helsinki_places_data.json'),
  keywords: fixture('helsinki_keyword_set_data.json'),
};

const bring = (organisation: OrganisationMade, text: string, files = {}): Promise<ImportSummary> =>
  importEvents(hub.hub, {
    source: linkedEventsSource,
    text,
    organisationId: organisation.id,
    sideFiles: files,
  });

/** A sound event of the interface at a place of Joensuu, with changes. */
const anEvent = (changes: Record<string, unknown> = {}): string =>
  JSON.stringify({
    data: [
      {
        id: 'joensuu:1',
        name: { fi: 'Kielikahvila', en: 'Language café', sv: 'Kielikahvila' },
        description: { fi: '<p>Tule!</p>', en: '<p>Come!</p>', sv: '<p>Tule!</p>' },
        start_time: '2026-12-01T15:00:00Z',
        end_time: '2026-12-01T17:00:00Z',
        in_language: [{ '@id': 'https://example.org/v1/language/fi/' }],
        offers: [{ is_free: false, price: { fi: '2,50 €' } }],
        keywords: [
          { '@id': 'https://example.org/v1/keyword/yso:p12878/' },
          { '@id': 'https://example.org/v1/keyword/yso:p1/' },
        ],
        maximum_attendee_capacity: 20,
        location: {
          '@id': 'https://example.org/v1/place/joensuu:7/',
          name: { fi: 'Pääkirjasto' },
          street_address: { fi: 'Koskikatu 25' },
          address_locality: { fi: 'Joensuu' },
          position: { type: 'Point', coordinates: [29.76, 62.6] },
        },
        ...changes,
      },
    ],
  });

interface Shown {
  readonly offerings: {
    readonly nodes: readonly {
      readonly id: string;
      readonly version: number;
      readonly status: string;
      readonly priceEuroCents: number;
      readonly priceNote: string | null;
      readonly translations: readonly {
        language: string;
        title: string;
        description: string;
        isCopyOfSource: boolean;
      }[];
      readonly place: { readonly id: string; readonly name: string } | null;
    }[];
  };
}

const shown = async (organisation: OrganisationMade) => {
  const { data, failure } = await hub.ask<Shown>(
    aViewerIn(organisation, 'COORDINATOR'),
    `query ($id: ID!) { offerings(filter: { organisationId: $id }) { nodes {
       id version status kind priceEuroCents priceNote capacity takesSignUps spokenLanguages themes { id }
       translations { language title summary description isCopyOfSource }
       place { id name streetAddress municipality { code } }
       schedules { startsAtLocal durationMinutes rule } nextOccurrences { startsAt } } } }`,
    { id: organisation.id },
  );
  expect(failure).toBeNull();
  return data.offerings.nodes;
};

/** The problems but the one that every sound event here has: its Swedish text is a copy. */
const reasons = ({ problems }: ImportSummary): string[] =>
  problems.map(({ reason }) => reason).filter((reason) => reason !== 'TRANSLATION_IS_COPY');

let organisation: OrganisationMade;
beforeAll(async () => {
  organisation = await anOrganisation(hub);
});

describe('importing a sound event', () => {
  it('makes a draft with texts, price, themes, place and time', async () => {
    expect(await bring(organisation, anEvent())).toMatchObject({ created: 1, changed: 0, unchanged: 0 });
    const [offering, ...others] = await shown(organisation);
    expect(others).toEqual([]);
    expect(offering).toMatchObject({
      status: 'DRAFT',
      kind: 'EVENT',
      priceEuroCents: 250,
      priceNote: '2,50 €',
      capacity: 20,
      takesSignUps: true,
      spokenLanguages: ['fi'],
      themes: [{ id: 'yso:p12878' }],
      place: { name: 'Pääkirjasto', streetAddress: 'Koskikatu 25', municipality: { code: '167' } },
      schedules: [{ startsAtLocal: '2026-12-01T17:00', durationMinutes: 120, rule: null }],
      nextOccurrences: [{ startsAt: '2026-12-01T15:00:00.000Z' }],
    });
    expect(offering?.translations).toMatchObject([
      { language: 'fi', title: 'Kielikahvila', description: 'Tule!', isCopyOfSource: false },
      { language: 'en', title: 'Language café', description: 'Come!', isCopyOfSource: false },
      { language: 'sv', isCopyOfSource: true },
    ]);
  });

  it('changes nothing when the same file comes again', async () => {
    const [before] = await shown(organisation);
    expect(await bring(organisation, anEvent())).toMatchObject({ created: 0, changed: 0, unchanged: 1 });
    expect(await shown(organisation)).toEqual([before]);
  });

  it('changes its offering when the event has changed, and finds the place again', async () => {
    const [before] = await shown(organisation);
    const changed = anEvent({ name: { fi: 'Kielikahvila joulun alla' }, end_time: '2026-12-01T18:00:00Z' });
    expect(await bring(organisation, changed)).toMatchObject({ created: 0, changed: 1, unchanged: 0 });
    const [after, ...others] = await shown(organisation);
    expect(others).toEqual([]);
    expect(after?.id).toBe(before?.id);
    expect(after?.place?.id).toBe(before?.place?.id);
    expect(after).toMatchObject({ schedules: [{ durationMinutes: 180 }] });
    // English came earlier and is no longer in the source: the desk may have worked on it.
    expect(after?.translations.map(({ language, title }) => [language, title])).toEqual([
      ['fi', 'Kielikahvila joulun alla'],
      ['en', 'Language café'],
      ['sv', 'Kielikahvila'],
    ]);
  });

  it('keeps the desk’s translation where the source has a copy', async () => {
    const own = await anOrganisation(hub);
    await bring(own, anEvent());
    const [made] = await shown(own);
    if (!made) throw new Error('nothing came in');
    const translations = [
      { language: 'fi', title: 'Kielikahvila' },
      { language: 'sv', title: 'Språkkafé' },
      { language: 'ar', title: 'مقهى اللغة' },
    ];
    await hub.hub
      .get(OfferingService)
      .update(system, { offeringId: made.id, version: made.version, translations });
    await bring(own, anEvent({ maximum_attendee_capacity: 30 }));
    const [after] = await shown(own);
    const titles = Object.fromEntries(
      after?.translations.map(({ language, title }) => [language, title]) ?? [],
    );
    expect(titles).toEqual({ fi: 'Kielikahvila', en: 'Language café', sv: 'Språkkafé', ar: 'مقهى اللغة' });
  });

  it('belongs to one organisation: another one imports the same event for itself', async () => {
    const other = await anOrganisation(hub);
    expect((await bring(other, anEvent())).created).toBe(1);
    expect(await hub.hub.get(PlaceService).choice(system, other.id, 'Pääkirjasto')).toHaveLength(1);
  });
});

describe('importing what is not quite sound', () => {
  it('cuts texts to the limits of an offering and tells each cut', async () => {
    const own = await anOrganisation(hub);
    const summary = await bring(
      own,
      anEvent({
        name: { fi: 'ä'.repeat(150) },
        short_description: { fi: 'b'.repeat(300) },
        description: { fi: 'c'.repeat(6_000) },
        info_url: { fi: 'https://example.org/more' },
      }),
    );
    expect(reasons(summary)).toEqual(['TEXT_TOO_LONG', 'TEXT_TOO_LONG', 'TEXT_TOO_LONG']);
    const [offering] = await shown(own);
    const [text] = offering?.translations ?? [];
    expect(text?.title).toHaveLength(120);
    expect(text?.description).toHaveLength(5_000);
    expect(text?.description).toMatch(/c…\n\nhttps:\/\/example\.org\/more$/);
  });

  it('leaves out a place without street or municipality, a price and a language that nobody names, and says so', async () => {
    const own = await anOrganisation(hub);
    const location = { '@id': 'https://example.org/v1/place/joensuu:8/', name: { fi: 'Tori' } };
    const summary = await bring(own, anEvent({ location, offers: [], in_language: [] }));
    expect(reasons(summary)).toEqual(['PRICE_UNKNOWN', 'PLACE_INCOMPLETE', 'SPOKEN_LANGUAGE_MISSING']);
    const street = {
      ...location,
      street_address: { fi: 'Kauppakatu 1' },
      address_locality: { fi: 'Atlantis' },
    };
    expect(reasons(await bring(own, anEvent({ location: street })))).toEqual(['MUNICIPALITY_UNKNOWN']);
    expect(await shown(own)).toMatchObject([{ place: null, spokenLanguages: ['fi'] }]);
  });

  it('brings in what lasts for months without a date', async () => {
    const own = await anOrganisation(hub);
    expect(reasons(await bring(own, anEvent({ end_time: '2027-03-01T17:00:00Z' })))).toEqual([
      'TIME_NOT_USABLE',
    ]);
    expect(await shown(own)).toMatchObject([{ schedules: [] }]);
  });

  it('answers a file that is none with a problem, and an unknown organisation like one that may not be seen', async () => {
    expect(await bring(organisation, '<html>')).toMatchObject({
      created: 0,
      problems: [{ reason: 'FILE_NOT_READABLE' }],
    });
    const request = { source: linkedEventsSource, text: anEvent(), organisationId: newId() };
    await expect(importEvents(hub.hub, request)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('takes nothing in for an organisation that is not verified', async () => {
    const applied = await anOrganisation(hub, { status: 'APPLIED' });
    const summary = await bring(applied, anEvent());
    expect(summary.created).toBe(0);
    expect(summary.problems.at(-1)).toMatchObject({ reason: 'EVENT_REFUSED', isSkipped: true });
  });
});

describe('an event that is cancelled at its source', () => {
  it('does not come in', async () => {
    const own = await anOrganisation(hub);
    const summary = await bring(own, anEvent({ event_status: 'EventCancelled' }));
    expect(summary.created).toBe(0);
    expect(summary.problems.at(-1)).toMatchObject({ reason: 'CANCELLED_AT_SOURCE', isSkipped: true });
  });

  it('ends its offering, and tells who signed up', async () => {
    const own = await anOrganisation(hub);
    await bring(own, anEvent());
    const [made] = await shown(own);
    if (!made) throw new Error('nothing came in');
    await hub.hub.get(OfferingService).publish(system, { offeringId: made.id, version: made.version });
    const { nodes } = await hub.hub
      .get(OccurrenceService)
      .page(system, { first: 1 }, { offeringId: made.id });
    await aSignUp(hub, { occurrenceId: nodes[0]?.id ?? '', email: 'told@example.org' });
    await deliverMails(hub);
    const cancelled = anEvent({ event_status: 'EventCancelled' });
    expect((await bring(own, cancelled)).changed).toBe(1);
    expect((await deliverMails(hub)).map(({ to }) => to)).toEqual(['told@example.org']);
    expect(await shown(own)).toMatchObject([{ status: 'ARCHIVED' }]);
    expect(await bring(own, cancelled)).toMatchObject({ changed: 0, unchanged: 1 });
    expect(reasons(await bring(own, anEvent({ maximum_attendee_capacity: 5 })))).toEqual(['ARCHIVED_HERE']);
  });
});

describe('importing the events of Helsinki and Turku', () => {
  it('brings every one in, and the second time none', async () => {
    const own = await anOrganisation(hub);
    const first = await bring(own, helsinki, sideFiles);
    expect(first).toMatchObject({ created: 2, changed: 0, unchanged: 0 });
    expect(first.problems.filter(({ isSkipped }) => isSkipped)).toEqual([]);
    const turku = fixture('turku_event_991417_fake_translations.json');
    expect(await bring(own, turku)).toMatchObject({ created: 1 });
    const before = await shown(own);
    expect(await bring(own, helsinki, sideFiles)).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
    expect(await bring(own, turku)).toMatchObject({ created: 0, changed: 0, unchanged: 1 });
    expect(await shown(own)).toEqual(before);
    const titled = (title: string) =>
      before.find(({ translations }) => translations[0]?.title.startsWith(title));
    const [swimming, exhibition] = [titled('Kesäillan vesijumppa'), titled('Raija Malka')];
    expect(swimming?.translations.map(({ isCopyOfSource }) => isCopyOfSource)).toEqual([false, true, true]);
    expect(swimming).toMatchObject({ priceEuroCents: 250 });
    expect(exhibition).toMatchObject({ priceEuroCents: 500, priceNote: '5-15€' });
  });
});
