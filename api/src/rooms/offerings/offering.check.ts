import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { organisationLoader } from '../organisations/index.ts';
import { RegionService } from '../regions/index.ts';
import { placeMayServe } from './place.read.ts';
import type { UpdateOfferingInput } from './offering.inputs.ts';
import type { Problems } from './offering.problems.ts';
import { languageKeyOf } from './offering.texts.ts';
import type { Audience, FinnishLevel, OfferingKind } from './offering.words.ts';

/** The fields of an input but its texts and times. */
export type FactsInput = Omit<
  UpdateOfferingInput,
  'offeringId' | 'version' | 'translations' | 'schedules' | 'strandedIds'
>;

/** What an input changes in the row of an offering, by the entity's names. */
export interface OfferingChange {
  hostIds: string[];
  kind: OfferingKind;
  sourceLanguage: string;
  spokenLanguages: string[];
  languageKeys: string[];
  finnishLevel: FinnishLevel;
  audience: Audience;
  ageMinimum: number | null;
  ageMaximum: number | null;
  womenOnly: boolean;
  childrenWelcome: boolean;
  hasChildCare: boolean;
  stepFree: boolean;
  transportHelp: boolean;
  priceEuroCents: number;
  priceNote: string | null;
  capacity: number | null;
  takesSignUps: boolean;
  takesReferrals: boolean;
  isSensitive: boolean;
  contactName: string | null;
  contactEmail: string | null;
  contactPhone: string | null;
  onlineUrl: string | null;
  place: string | null;
}

/** The offering as it was before; for a new one its organisation alone. */
export interface Before {
  readonly organisationId: string;
  readonly hostIds: readonly string[];
  readonly ageMinimum?: number | null;
  readonly ageMaximum?: number | null;
}

const age = { least: 0, most: 120 };
const oneLine = (maxLength: number) => ({ maxLength, multiline: false });

const plainFields = [
  'kind',
  'finnishLevel',
  'audience',
  'womenOnly',
  'childrenWelcome',
  'hasChildCare',
  'stepFree',
  'transportHelp',
  'takesSignUps',
  'takesReferrals',
  'isSensitive',
] as const;

const checkWebAddress = (path: string, value: string | null, problems: Problems): string | null => {
  const text = problems.optionalText(path, value, oneLine(2_000));
  const protocol = text ? URL.parse(text)?.protocol : 'https:';
  if (protocol !== 'https:' && protocol !== 'http:') {
    problems.add(path, 'INVALID_URL', 'Write a web address, e.g. https://www.example.fi/.');
  }
  return text;
};

const checkNumbers = (
  input: FactsInput,
  before: Before,
  change: Partial<OfferingChange>,
  problems: Problems,
): void => {
  if (input.ageMinimum !== undefined) {
    change.ageMinimum = problems.whole('ageMinimum', input.ageMinimum, age, 'AGE_OUT_OF_RANGE');
  }
  if (input.ageMaximum !== undefined) {
    change.ageMaximum = problems.whole('ageMaximum', input.ageMaximum, age, 'AGE_OUT_OF_RANGE');
  }
  const [youngest, oldest] = [change.ageMinimum ?? before.ageMinimum, change.ageMaximum ?? before.ageMaximum];
  const cleared = change.ageMinimum === null || change.ageMaximum === null;
  if (!cleared && youngest != null && oldest != null && oldest < youngest) {
    problems.add('ageMaximum', 'AGE_RANGE_TURNED', 'The oldest age must not be below the youngest.');
  }
  if (input.capacity !== undefined) {
    change.capacity = problems.whole(
      'capacity',
      input.capacity,
      { least: 1, most: 10_000 },
      'CAPACITY_OUT_OF_RANGE',
    );
  }
  if (input.priceEuroCents != null) {
    const range = { least: 0, most: 1_000_000 };
    change.priceEuroCents =
      problems.whole('priceEuroCents', input.priceEuroCents, range, 'PRICE_OUT_OF_RANGE') ?? 0;
  }
};

const checkWords = (input: FactsInput, change: Partial<OfferingChange>, problems: Problems): void => {
  const { priceNote, contactName, contactEmail, contactPhone, onlineUrl } = input;
  if (priceNote !== undefined) change.priceNote = problems.optionalText('priceNote', priceNote, oneLine(200));
  if (contactName !== undefined)
    change.contactName = problems.optionalText('contactName', contactName, oneLine(100));
  if (contactEmail !== undefined)
    change.contactEmail = problems.optionalText('contactEmail', contactEmail, oneLine(254));
  if (contactPhone !== undefined) change.contactPhone = problems.phone('contactPhone', contactPhone);
  if (onlineUrl !== undefined) change.onlineUrl = checkWebAddress('onlineUrl', onlineUrl, problems);
  if (input.sourceLanguage != null)
    change.sourceLanguage = problems.languageTag('sourceLanguage', input.sourceLanguage);
  if (input.spokenLanguages == null) return;
  const tags = problems.atMost('spokenLanguages', input.spokenLanguages, 20);
  if (tags.length === 0)
    problems.add('spokenLanguages', 'LANGUAGE_MISSING', 'Name at least one language spoken there.');
  change.spokenLanguages = [
    ...new Set(tags.map((tag, index) => problems.languageTag(`spokenLanguages[${index}]`, tag))),
  ];
  change.languageKeys = [...new Set(change.spokenLanguages.map(languageKeyOf))];
};

const checkHosts = async (
  hub: Hub,
  viewer: Viewer,
  ids: readonly string[],
  before: Before,
  problems: Problems,
): Promise<string[]> => {
  const asked = problems.atMost('coHostIds', ids, 10).map((id) => id.toLowerCase());
  const found = await organisationLoader.batch(hub, viewer, asked.filter(isId));
  const verified = new Set(found.filter((row) => row?.status === 'VERIFIED').map((row) => row?.id));
  asked.forEach((id, index) => {
    if (verified.has(id) || before.hostIds.includes(id)) return;
    problems.add(
      `coHostIds[${index}]`,
      'ORGANISATION_UNKNOWN',
      'No organisation of the network has this id.',
    );
  });
  return [...new Set([before.organisationId, ...asked])];
};

const checkPlace = async (
  hub: Hub,
  viewer: Viewer,
  id: string,
  hostIds: readonly string[],
  problems: Problems,
): Promise<string> => {
  const serves = isId(id) && (await placeMayServe(hub, viewer, id, hostIds));
  if (!serves)
    problems.add('placeId', 'PLACE_UNKNOWN', 'Choose one of the organisation’s places or a shared one.');
  return id;
};

/** Checks what is given; adds to `problems` and returns the changes of the row. */
export const checkFacts = async (
  hub: Hub,
  viewer: Viewer,
  input: FactsInput,
  before: Before,
  problems: Problems,
): Promise<Partial<OfferingChange>> => {
  const given = plainFields.filter((field) => input[field] != null).map((field) => [field, input[field]]);
  const change = Object.fromEntries(given) as Partial<OfferingChange>;
  checkNumbers(input, before, change, problems);
  checkWords(input, change, problems);
  if (input.coHostIds != null)
    change.hostIds = await checkHosts(hub, viewer, input.coHostIds, before, problems);
  if (input.placeId === null) change.place = null;
  if (input.placeId != null) {
    change.place = await checkPlace(hub, viewer, input.placeId, change.hostIds ?? before.hostIds, problems);
  }
  return change;
};

/** The themes of an input, each once. */
export const checkThemes = async (
  hub: Hub,
  ids: readonly string[],
  problems: Problems,
): Promise<string[]> => {
  const themes = hub.get(RegionService);
  const asked = problems.atMost('themeIds', ids, 10);
  for (const [index, id] of asked.entries()) {
    if (await themes.theme(id)) continue;
    problems.add(`themeIds[${index}]`, 'THEME_UNKNOWN', 'No theme has this id. Choose one from the list.');
  }
  return [...new Set(asked)];
};
