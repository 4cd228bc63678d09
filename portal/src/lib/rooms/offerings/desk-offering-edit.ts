import type { ResultOf } from '#lib/api/graphql.ts';
import type { EditedOffering } from './desk-offering.queries.ts';
import { timesOf } from './desk-offering-times.ts';
import { factNames, type OfferingValues, type TextValues } from './desk-offering-values.ts';

export type Edited = NonNullable<ResultOf<typeof EditedOffering>['offering']>;

/** The source text first, the others as they stand. */
function textsOf({ translations, sourceLanguage }: Edited): TextValues[] {
  const isSource = ({ language }: TextValues): boolean => language === sourceLanguage;
  return [
    ...translations.filter(isSource),
    ...translations.filter((translation) => !isSource(translation)),
  ].map(({ language, title, summary, description }) => ({ language, title, summary, description }));
}

const written = (value: string | number | null): string => (value === null ? '' : String(value));

/** An offering as its form shows it; its times stay as they are unless `changeTimes` is ticked. */
export function valuesOf(offering: Edited, municipalityCode: string): OfferingValues {
  return {
    ...timesOf(offering),
    kind: offering.kind,
    texts: textsOf(offering),
    spokenLanguages: offering.spokenLanguages,
    otherLanguage: '',
    changeTimes: offering.schedules.length === 0,
    placeId: offering.place?.id ?? '',
    newPlaceName: '',
    newPlaceStreet: '',
    newPlacePostalCode: '',
    newPlaceMunicipality: municipalityCode,
    onlineUrl: written(offering.onlineUrl),
    takesSignUps: offering.takesSignUps,
    capacity: written(offering.capacity),
    takesReferrals: offering.takesReferrals,
    facts: factNames.filter((name) => offering[name]),
    finnishLevel: offering.finnishLevel,
    audience: offering.audience,
    ageMinimum: written(offering.ageMinimum),
    ageMaximum: written(offering.ageMaximum),
    priceEuros: (offering.priceEuroCents / 100).toFixed(offering.priceEuroCents % 100 === 0 ? 0 : 2),
    priceNote: written(offering.priceNote),
    contactName: written(offering.contactName),
    contactEmail: written(offering.contactEmail),
    contactPhone: written(offering.contactPhone),
    themeIds: offering.themes.map(({ id }) => id),
    isSensitive: offering.isSensitive,
  };
}
