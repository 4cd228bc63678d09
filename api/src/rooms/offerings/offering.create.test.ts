import { describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { askOffering, askOfferingChange } from '../../../test/makers/offering-asks.ts';
import { anOfferingInput, aPlace, type OfferingWish } from '../../../test/makers/offering.ts';
import { anOrganisation, aViewerIn } from '../../../test/makers/organisation.ts';
import { newId } from '../../platform/ids.ts';

const hub = useHub();

const scene = async () => {
  const organisation = await anOrganisation(hub);
  const coordinator = aViewerIn(organisation, 'COORDINATOR');
  const create = (wish: Partial<OfferingWish> = {}) =>
    askOfferingChange(
      hub,
      coordinator,
      'create',
      anOfferingInput({ organisationId: organisation.id, ...wish }),
    );
  return { organisation, coordinator, create };
};

describe('a new offering', () => {
  it('is refused to the anonymous, to volunteers and to other organisations', async () => {
    const { organisation } = await scene();
    const elsewhere = await anOrganisation(hub);
    const input = anOfferingInput({ organisationId: organisation.id });
    const ask = async (viewer: Parameters<typeof askOfferingChange>[1]) =>
      (await askOfferingChange(hub, viewer, 'create', input)).failure?.code;
    expect(await ask(null)).toBe('UNAUTHENTICATED');
    expect(await ask(aViewerIn(organisation, 'VOLUNTEER'))).toBe('FORBIDDEN');
    expect(await ask(aViewerIn(elsewhere, 'COORDINATOR'))).toBe('FORBIDDEN');
  });

  it('needs an organisation that exists and is verified', async () => {
    const applied = await anOrganisation(hub, { status: 'APPLIED' });
    const coordinator = aViewerIn(applied, 'COORDINATOR');
    const unverified = await askOfferingChange(
      hub,
      coordinator,
      'create',
      anOfferingInput({ organisationId: applied.id }),
    );
    expect(unverified.failure).toMatchObject({ code: 'FORBIDDEN', reason: 'NOT_VERIFIED' });
    const absent = await askOfferingChange(
      hub,
      coordinator,
      'create',
      anOfferingInput({ organisationId: newId() }),
    );
    expect(absent.failure?.code).toBe('NOT_FOUND');
  });

  it('stands in the public list at once when it is published', async () => {
    const { create } = await scene();
    const { offering, failure } = await create({ title: 'Language café' });
    expect(failure).toBeNull();
    expect(offering.status).toBe('PUBLISHED');
    expect(offering.publishedAt).not.toBeNull();
    const { data } = await hub.ask<{ occurrences: { totalCount: number } }>(
      null,
      'query ($id: ID!) { occurrences(filter: { offeringId: $id }) { totalCount } }',
      { id: offering.id },
    );
    expect(data.occurrences.totalCount).toBe(10);
  });

  it('is seen by its hosts alone while it is a draft', async () => {
    const { create, coordinator, organisation } = await scene();
    const place = await aPlace(hub, { organisationId: organisation.id });
    const { offering } = await create({ publish: false, placeId: place.id });
    const stranger = aViewerIn(await anOrganisation(hub), 'COORDINATOR');
    expect(await askOffering(hub, null, offering.id)).toBeNull();
    expect(await askOffering(hub, stranger, offering.id)).toBeNull();
    expect(await askOffering(hub, aViewerIn(organisation, 'VOLUNTEER'), offering.id)).not.toBeNull();
    expect(await askOffering(hub, coordinator, offering.id)).toMatchObject({
      status: 'DRAFT',
      place: { id: place.id },
      viewerCan: { update: true, publish: true, archive: true, refer: false, seeSignUps: true },
    });
  });

  it('answers a repeated key with the same offering, another input under it with a conflict', async () => {
    const { create } = await scene();
    const first = await create({ idempotencyKey: 'offering-key-1' });
    const second = await create({ idempotencyKey: 'offering-key-1' });
    const third = await create({ idempotencyKey: 'offering-key-1', title: 'Another' });
    expect(second.offering.id).toBe(first.offering.id);
    expect(third.failure).toMatchObject({ code: 'CONFLICT', reason: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('keeps its facts, themes, place and co-hosts', async () => {
    const { create, organisation } = await scene();
    const partner = await anOrganisation(hub);
    const place = await aPlace(hub, { organisationId: organisation.id, name: 'Kahvila' });
    const { offering } = await create({
      spokenLanguages: ['ar', 'so'],
      themeIds: ['yso:p12878'],
      placeId: place.id,
      coHostIds: [partner.id, organisation.id],
      capacity: 12,
      priceEuroCents: 250,
    });
    expect(offering).toMatchObject({
      spokenLanguages: ['ar', 'so'],
      themes: [{ id: 'yso:p12878' }],
      place: { name: 'Kahvila' },
      coHosts: [{ id: partner.id }],
      capacity: 12,
      priceEuroCents: 250,
    });
    expect(offering.nextOccurrences[0]).toMatchObject({
      capacity: 12,
      placesTaken: 0,
      placesLeft: 12,
      isFull: false,
    });
    expect(await askOffering(hub, null, offering.id)).toMatchObject({
      place: { name: 'Kahvila' },
      coHosts: [{ id: partner.id }],
    });
  });
});

describe('the texts of an offering', () => {
  it('keep HTML and emoji as plain text', async () => {
    const { create } = await scene();
    const title = '<script>alert(1)</script> 👩🏽‍🍳';
    const { offering } = await create({ translations: [{ language: 'fi', title, description: '<b>x</b>' }] });
    expect(offering.title.value).toBe(title);
    expect(offering.translations[0]).toMatchObject({ description: '<b>x</b>', direction: 'LTR' });
  });

  it('say which language a fallback is in', async () => {
    const { create } = await scene();
    const { offering } = await create({
      sourceLanguage: 'ar',
      translations: [{ language: 'ar', title: 'مقهى اللغات' }],
    });
    expect(offering.title).toEqual({ value: 'مقهى اللغات', language: 'ar', isFallback: true });
    expect(offering.translations[0]?.direction).toBe('RTL');
  });

  it('flag a translation that repeats the source, and do not show it as one', async () => {
    const { create } = await scene();
    const { offering } = await create({
      sourceLanguage: 'en',
      translations: [
        { language: 'en', title: 'Walk', description: 'We walk.' },
        { language: 'fi', title: 'Walk', description: 'We walk.' },
        { language: 'sv', title: 'Promenad', description: 'We walk.' },
      ],
    });
    expect(offering.translations.map(({ isCopyOfSource }) => isCopyOfSource)).toEqual([false, true, false]);
    expect(offering.title).toEqual({ value: 'Walk', language: 'en', isFallback: true });
  });
});

describe('a wrong offering', () => {
  it('is told everything that is wrong at once, and leaves nothing behind', async () => {
    const { create, organisation, coordinator } = await scene();
    const { failure } = await create({
      translations: [
        { language: 'en', title: 'x'.repeat(121), summary: 'y'.repeat(201) },
        { language: 'en', title: 'turned \u202Eesrever' },
      ],
      spokenLanguages: [],
      ageMinimum: 20,
      ageMaximum: 10,
      priceEuroCents: -1,
      capacity: 10_001,
      contactPhone: 'call me',
      themeIds: ['yso:p1'],
      placeId: newId(),
      coHostIds: [newId()],
      schedules: [{ startsAtLocal: '2027-03-28T03:30', durationMinutes: -5 }],
    });
    expect(failure?.code).toBe('INVALID_INPUT');
    expect(failure?.fields?.map(({ path, reason }) => `${path} ${reason}`).sort()).toEqual([
      'input.ageMaximum AGE_RANGE_TURNED',
      'input.capacity CAPACITY_OUT_OF_RANGE',
      'input.coHostIds[0] ORGANISATION_UNKNOWN',
      'input.contactPhone PHONE_INVALID',
      'input.placeId PLACE_UNKNOWN',
      'input.priceEuroCents PRICE_OUT_OF_RANGE',
      'input.schedules[0].durationMinutes END_BEFORE_START',
      'input.schedules[0].startsAtLocal TIME_DOES_NOT_EXIST',
      'input.spokenLanguages LANGUAGE_MISSING',
      'input.themeIds[0] THEME_UNKNOWN',
      'input.translations SOURCE_TEXT_MISSING',
      'input.translations[0].summary TEXT_TOO_LONG',
      'input.translations[0].title TEXT_TOO_LONG',
      'input.translations[1].language DUPLICATE_LANGUAGE',
      'input.translations[1].title TEXT_NOT_ALLOWED',
    ]);
    const { data } = await hub.ask<{ offerings: { totalCount: number } }>(
      coordinator,
      'query ($id: ID!) { offerings(filter: { organisationId: $id }) { totalCount } }',
      { id: organisation.id },
    );
    expect(data.offerings.totalCount).toBe(0);
  });

  it.each([
    [
      'a language that is none',
      { spokenLanguages: ['suomi!'] },
      'INVALID_LANGUAGE_TAG',
      'input.spokenLanguages[0]',
    ],
    [
      'a date that does not exist',
      { schedules: [{ startsAtLocal: '2027-02-30T12:00', durationMinutes: 60 }] },
      'INVALID_LOCAL_DATE_TIME',
      'input.schedules[0].startsAtLocal',
    ],
  ])('names the field of %s', async (_case, wish, reason, path) => {
    const { create } = await scene();
    const { failure } = await create(wish);
    expect(failure?.code).toBe('INVALID_INPUT');
    expect(failure?.fields).toMatchObject([{ path, reason }]);
  });

  it('cannot take place in another organisation’s place, as in one that does not exist', async () => {
    const { create } = await scene();
    const elsewhere = await anOrganisation(hub);
    const place = await aPlace(hub, { organisationId: elsewhere.id });
    const [foreign, absent] = [await create({ placeId: place.id }), await create({ placeId: newId() })];
    expect(foreign.failure?.fields).toEqual(absent.failure?.fields);
    expect(foreign.failure?.reason).toBe('PLACE_UNKNOWN');
  });
});
