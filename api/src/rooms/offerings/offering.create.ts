import type { Hub } from '../../platform/hub.ts';
import { newId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { organisationPolicy, OrganisationService } from '../organisations/index.ts';
import { RegionService } from '../regions/index.ts';
import { materialiseOfferings } from './occurrence.materialise.ts';
import { checkFacts, checkThemes, type OfferingChange } from './offering.check.ts';
import { Offering } from './offering.entity.ts';
import { signInNeeded } from './offering.errors.ts';
import type { CreateOfferingInput } from './offering.inputs.ts';
import { Problems } from './offering.problems.ts';
import { storeSearch } from './search.store.ts';
import { actsFor, settleMunicipality, spreadHosts, storeTexts, storeThemes } from './offering.store.ts';
import { checkTexts, textsToStore } from './offering.texts.ts';
import type { CheckedText } from './translation.rules.ts';
import { checkSchedules, type Schedule } from './schedule.check.ts';
import { insertSchedules, placeSchedules } from './schedule.store.ts';

/** Where an offering was imported from. */
export interface Origin {
  readonly importSource: string;
  readonly importId: string;
  readonly contentHash: string;
}

interface Checked {
  readonly change: Partial<OfferingChange>;
  readonly texts: CheckedText[];
  readonly themeIds: string[];
  readonly schedules: Schedule[];
}

const defaults = {
  finnishLevel: 'NONE',
  audience: 'EVERYONE',
  ageMinimum: null,
  ageMaximum: null,
  womenOnly: false,
  childrenWelcome: false,
  hasChildCare: false,
  stepFree: false,
  transportHelp: false,
  priceEuroCents: 0,
  priceNote: null,
  capacity: null,
  takesSignUps: true,
  takesReferrals: false,
  isSensitive: false,
  contactName: null,
  contactEmail: null,
  contactPhone: null,
  onlineUrl: null,
  place: null,
} as const;

const check = async (hub: Hub, viewer: Viewer, input: CreateOfferingInput): Promise<Checked> => {
  const problems = new Problems();
  const before = { organisationId: input.organisationId, hostIds: [input.organisationId] };
  const change = await checkFacts(hub, viewer, input, before, problems);
  const texts = checkTexts(input.translations, problems);
  if (!texts.some(({ language }) => language === change.sourceLanguage)) {
    problems.add('translations', 'SOURCE_TEXT_MISSING', 'Write the text in the source language too.');
  }
  const themeIds = await checkThemes(hub, input.themeIds ?? [], problems);
  const schedules = checkSchedules(input.schedules, problems);
  problems.throwIfAny();
  return { change, texts, themeIds, schedules };
};

/**
 * A new offering with its texts, times and dates; published at once when asked. Returns its id.
 * Errors: UNAUTHENTICATED; NOT_FOUND (organisation); FORBIDDEN, NOT_VERIFIED; INVALID_INPUT with every wrong field.
 */
export const createOffering = async (
  hub: Hub,
  viewer: Viewer,
  input: CreateOfferingInput,
  origin?: Origin,
): Promise<string> => {
  if (viewer.kind === 'anonymous') throw signInNeeded();
  const organisation = await hub.get(OrganisationService).get(viewer, input.organisationId.toLowerCase());
  organisationPolicy.authorize(viewer, 'createOffering', organisation);
  const { change, texts, themeIds, schedules } = await check(hub, viewer, {
    ...input,
    organisationId: organisation.id,
  });
  const { id: region } = await hub.get(RegionService).region();
  const now = hub.clock.now();
  const isPublic = input.publish === true;
  return hub.db.write(viewer, (tx) =>
    tx.once('createOffering', input.idempotencyKey, input, async () => {
      const id = newId(now);
      const sourceLanguage = change.sourceLanguage ?? input.sourceLanguage;
      await tx.em.insert(Offering, {
        ...defaults,
        kind: input.kind,
        sourceLanguage,
        spokenLanguages: [],
        languageKeys: [],
        hostIds: [organisation.id],
        ...change,
        ...origin,
        id,
        region,
        organisation: organisation.id,
        municipality: organisation.municipalityCode,
        status: isPublic ? 'PUBLISHED' : 'DRAFT',
        isPublic,
        searchText: '',
        version: 1,
        createdAt: now,
        updatedAt: now,
        publishedAt: isPublic ? now : null,
      });
      await settleMunicipality(tx, id);
      await storeTexts(tx, id, textsToStore(texts, sourceLanguage));
      await storeThemes(tx, id, themeIds);
      await insertSchedules(tx, now, id, placeSchedules(now, schedules));
      await spreadHosts(tx, id);
      await storeSearch(tx, [id]);
      await materialiseOfferings(tx, now, [id]);
      if (isPublic) await tx.emit('offering.published', { offeringId: id });
      const hostIds = change.hostIds ?? [organisation.id];
      await tx.audit({
        action: 'offering.create',
        subjectId: id,
        organisationId: actsFor(viewer, hostIds),
        facts: { status: isPublic ? 'PUBLISHED' : 'DRAFT' },
      });
      return id;
    }),
  );
};
