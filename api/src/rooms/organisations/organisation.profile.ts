import type { Hub } from '../../platform/hub.ts';
import type { Translated } from '../../platform/i18n/localized-text.ts';
import { RegionService } from '../regions/index.ts';
import { sortNameOf } from './organisation.names.ts';
import type { Problems } from './organisation.problems.ts';

/** The public data of an organisation as people write it. Null empties a field, undefined leaves it. */
export interface ProfileInput {
  readonly name?: string | null;
  readonly businessId?: string | null;
  readonly municipalityCode?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly website?: string | null;
  readonly languages?: readonly string[] | null;
  readonly descriptions?: readonly Translated[] | null;
}

/** The same as columns of `organisations`. */
export interface Profile {
  name: string;
  sort_name: string;
  business_id: string | null;
  municipality_code: string;
  email: string | null;
  phone: string | null;
  website: string | null;
  language_tags: string[];
  descriptions: Translated[];
}

const MOST_LANGUAGES = 30;
const oneLine = (maxLength: number) => ({ maxLength, multiline: false });

const checkLanguages = (problems: Problems, path: string, tags: readonly string[]): string[] => {
  if (tags.length > MOST_LANGUAGES)
    problems.add(path, 'TOO_MANY', `Name ${MOST_LANGUAGES} languages at most.`);
  return [
    ...new Set(
      tags.slice(0, MOST_LANGUAGES).map((tag, index) => problems.languageTag(`${path}[${index}]`, tag)),
    ),
  ];
};

const checkDescriptions = (problems: Problems, texts: readonly Translated[]): Translated[] => {
  if (texts.length > MOST_LANGUAGES) {
    problems.add('descriptions', 'TOO_MANY', `Write ${MOST_LANGUAGES} descriptions at most.`);
  }
  const seen = new Set<string>();
  return texts.slice(0, MOST_LANGUAGES).map((text, index) => {
    const path = `descriptions[${index}]`;
    const language = problems.languageTag(`${path}.language`, text.language);
    if (seen.has(language))
      problems.add(`${path}.language`, 'DUPLICATE_LANGUAGE', 'Write one text per language.');
    seen.add(language);
    return {
      language,
      value: problems.text(`${path}.value`, text.value, { maxLength: 5_000, multiline: true }),
    };
  });
};

const checkMunicipality = async (hub: Hub, problems: Problems, code: string): Promise<string> => {
  const municipality = await hub.get(RegionService).municipality(code);
  if (!municipality) {
    problems.add(
      'municipalityCode',
      'MUNICIPALITY_UNKNOWN',
      'No municipality has this code. Choose one from the list.',
    );
  }
  return code;
};

/** Optional texts: null and the empty text both empty the field. */
const optional = (value: string | null | undefined, check: (text: string) => string): string | null =>
  value?.trim() ? check(value) : null;

/** Checks what is given; adds to `problems` and returns the columns to write. */
export const checkProfile = async (
  hub: Hub,
  input: ProfileInput,
  problems: Problems,
): Promise<Partial<Profile>> => {
  const { name, businessId, municipalityCode, email, phone, website, languages, descriptions } = input;
  const profile: Partial<Profile> = {};
  if (name !== undefined) {
    profile.name = problems.text('name', name ?? '', oneLine(100));
    profile.sort_name = sortNameOf(profile.name);
  }
  if (businessId !== undefined) {
    profile.business_id = optional(businessId, (text) => problems.businessId('businessId', text));
  }
  if (municipalityCode !== undefined) {
    profile.municipality_code = await checkMunicipality(hub, problems, municipalityCode ?? '');
  }
  if (email !== undefined)
    profile.email = optional(email, (text) => problems.text('email', text, oneLine(254)));
  if (phone !== undefined) profile.phone = optional(phone, (text) => problems.phone('phone', text));
  if (website !== undefined)
    profile.website = optional(website, (text) => problems.text('website', text, oneLine(2_000)));
  if (languages !== undefined) profile.language_tags = checkLanguages(problems, 'languages', languages ?? []);
  if (descriptions !== undefined) profile.descriptions = checkDescriptions(problems, descriptions ?? []);
  return profile;
};
