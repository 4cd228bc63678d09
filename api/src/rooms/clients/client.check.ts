import type { Hub } from '../../platform/hub.ts';
import { RegionService } from '../regions/index.ts';
import { checkContact } from './client.contact.ts';
import type { Identity } from './client.identity.ts';
import type { Problems } from './client.problems.ts';
import { ageBands } from './client.words.ts';
import type { AccessNeed, AgeBand, ClientContactKind, ClientFinnishLevel } from './client.words.ts';

export interface IdentityInput {
  readonly givenName: string;
  readonly contactKind: ClientContactKind;
  readonly contact: string;
  readonly safeContactNote?: string | null;
}

/** A client as a caseworker writes it. Undefined leaves a field, null empties the register reference. */
export interface ClientFields {
  readonly registerReference?: string | null;
  readonly municipalityCode?: string | null;
  readonly languages?: readonly string[] | null;
  readonly needsInterpreter?: boolean | null;
  readonly ageBand?: AgeBand | null;
  readonly finnishLevel?: ClientFinnishLevel | null;
  readonly themeIds?: readonly string[] | null;
  readonly accessNeeds?: readonly AccessNeed[] | null;
}

/** The same as columns of `clients`. */
export interface ClientColumns {
  register_reference?: string | null;
  municipality_code?: string;
  languages?: string[];
  needs_interpreter?: boolean;
  age_band?: AgeBand;
  finnish_level?: ClientFinnishLevel;
  theme_ids?: string[];
  access_needs?: AccessNeed[];
}

const MOST_LANGUAGES = 10;
const MOST_THEMES = 20;

const checkLanguages = (problems: Problems, tags: readonly string[]): string[] => {
  if (tags.length === 0)
    problems.add('languages', 'LANGUAGES_MISSING', 'Name at least one language of the client.');
  const canonical = tags.map((tag, index) => problems.languageTag(`languages[${index}]`, tag));
  return problems.list('languages', canonical, MOST_LANGUAGES);
};

const checkThemes = async (hub: Hub, problems: Problems, ids: readonly string[]): Promise<string[]> => {
  const themes = problems.list('themeIds', ids, MOST_THEMES);
  for (const [index, id] of themes.entries()) {
    if (await hub.get(RegionService).theme(id)) continue;
    problems.add(`themeIds[${index}]`, 'THEME_UNKNOWN', 'No theme has this id. Choose one from the list.');
  }
  return themes;
};

const checkMunicipality = async (hub: Hub, problems: Problems, code: string): Promise<string> => {
  if (!(await hub.get(RegionService).municipality(code))) {
    problems.add(
      'municipalityCode',
      'MUNICIPALITY_UNKNOWN',
      'No municipality has this code. Choose one from the list.',
    );
  }
  return code;
};

const checkAgeBand = (problems: Problems, ageBand: AgeBand): AgeBand => {
  if (!ageBands.includes(ageBand))
    problems.add('ageBand', 'AGE_BAND_UNKNOWN', 'Choose how old the client is.');
  return ageBand;
};

/** Checks what is given; adds to `problems` and returns the columns to write. */
export const checkClient = async (
  hub: Hub,
  problems: Problems,
  input: ClientFields,
): Promise<ClientColumns> => {
  const {
    registerReference,
    municipalityCode,
    languages,
    needsInterpreter,
    ageBand,
    finnishLevel,
    themeIds,
    accessNeeds,
  } = input;
  return {
    ...(registerReference !== undefined && {
      register_reference: problems.optionalText('registerReference', registerReference, {
        maxLength: 64,
        multiline: false,
      }),
    }),
    ...(municipalityCode && { municipality_code: await checkMunicipality(hub, problems, municipalityCode) }),
    ...(languages && { languages: checkLanguages(problems, languages) }),
    ...(typeof needsInterpreter === 'boolean' && { needs_interpreter: needsInterpreter }),
    ...(ageBand && { age_band: checkAgeBand(problems, ageBand) }),
    ...(finnishLevel && { finnish_level: finnishLevel }),
    ...(themeIds && { theme_ids: await checkThemes(hub, problems, themeIds) }),
    ...(accessNeeds && { access_needs: problems.list('accessNeeds', accessNeeds, 10) }),
  };
};

/** Checks who a client is; the contact in the form in which it is kept. */
export const checkIdentity = (problems: Problems, input: IdentityInput): Identity => ({
  givenName: problems.text('identity.givenName', input.givenName, { maxLength: 100, multiline: false }),
  contactKind: input.contactKind,
  contact: checkContact(problems, 'identity.contact', input.contactKind, input.contact),
  safeContactNote: problems.optionalText('identity.safeContactNote', input.safeContactNote, {
    maxLength: 280,
    multiline: true,
  }),
});
