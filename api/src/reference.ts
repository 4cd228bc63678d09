import languages from '../../seeds/reference/languages.json' with { type: 'json' };
import municipalities from '../../seeds/reference/municipalities.json' with { type: 'json' };
import themes from '../../seeds/reference/themes.json' with { type: 'json' };
import { canonicalLanguageTag } from './platform/text/language-tag.ts';
import type { ReferenceData } from './rooms/regions/index.ts';

/** The reference data of the one region that is seeded (DOMAIN.md §1: five municipalities, Joensuu leads). */
export const referenceData: ReferenceData = {
  region: {
    code: 'north-karelia',
    name: { fi: 'Joensuun seutu', sv: 'Joensuuregionen', en: 'Joensuu region' },
    municipalityCodes: ['167', '426', '276', '146', '309'],
  },
  municipalities: municipalities as unknown as ReferenceData['municipalities'],
  themes,
  // As every other tag in the hub: Dari is `prs` in the source, `fa-AF` in canonical form (CLDR).
  languages: languages.map((language) => ({
    ...language,
    tag: canonicalLanguageTag(language.tag) ?? language.tag,
  })),
};
