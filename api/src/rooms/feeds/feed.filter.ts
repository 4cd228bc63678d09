import { isId } from '../../platform/ids.ts';
import { HubError } from '../../platform/errors/hub-error.ts';
import {
  audiences,
  finnishLevels,
  rhythms,
  type Audience,
  type FinnishLevel,
  type OccurrenceFilter,
  type OfferingKind,
  type Rhythm,
} from '../offerings/index.ts';

/** What a feed is narrowed by, under the same names as in the address of the list of events. */
export type FeedFilter = Omit<OccurrenceFilter, 'from' | 'to'>;

const kinds: readonly string[] = ['PEER_SUPPORT', 'EVENT', 'VOLUNTEER_EVENT', 'COURSE', 'ADVICE'];
const known = new Set([
  'municipality',
  'language',
  'kind',
  'theme',
  'text',
  'near',
  'km',
  'finnish',
  'audience',
  'rhythm',
  'free',
  'children',
  'women',
  'step-free',
  'online',
  'part',
  'room',
  'organisation',
  'when',
  'from',
  'to',
  'after',
]);

const isOneOf =
  (words: readonly string[]) =>
  (word: string): boolean =>
    words.includes(word);

const refuse = (name: string, message: string): never => {
  throw new HubError('INVALID_INPUT', 'INVALID_FILTER', message, {
    fields: [{ path: name, message, reason: 'INVALID_FILTER' }],
  });
};

const checked = (
  values: readonly string[],
  name: string,
  isRight: (value: string) => boolean,
  form: string,
): string[] => {
  const given = values.filter((value) => value !== '');
  if (given.length > 50) refuse(name, `Name at most 50 of "${name}".`);
  if (!given.every(isRight)) refuse(name, `Write "${name}" as ${form}, or leave it out.`);
  return [...new Set(given)];
};

/**
 * Reads a feed's address. Unlike a page, which ignores what it does not understand, a feed is read by nobody who
 * could notice: a filter that is wrong is refused. What narrows a page by days and dates (`when`, `from`, `to`, `part`,
 * `room`) does not narrow a feed, which goes on. Errors: INVALID_INPUT INVALID_FILTER, with the parameter as its field.
 */
export const feedFilterOf = (params: URLSearchParams): FeedFilter => {
  for (const name of params.keys()) {
    if (!known.has(name)) refuse(name.slice(0, 40), `There is no filter "${name.slice(0, 40)}".`);
  }
  const all = (name: string, isRight: (value: string) => boolean, form: string): string[] =>
    checked(params.getAll(name), name, isRight, form);
  const municipalityCodes = all('municipality', (code) => /^\d{3}$/.test(code), 'a three-digit code');
  const languages = all('language', (tag) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag), 'a BCP-47 tag');
  const kindsAsked = all('kind', (kind) => kinds.includes(kind), `one of ${kinds.join(', ')}`);
  const themeIds = all('theme', (id) => /^[a-z]+:\w{1,40}$/.test(id), 'a theme’s id');
  const [near] = all('near', (code) => /^\d{3}$/.test(code), 'a three-digit code');
  const [kilometres = '20'] = all(
    'km',
    (km) => /^([1-9]\d?|[1-4]\d\d|500)$/.test(km),
    'kilometres from 1 to 500',
  );
  const [finnish] = all('finnish', isOneOf(finnishLevels), `one of ${finnishLevels.join(', ')}`);
  const audiencesAsked = all('audience', isOneOf(audiences), `one of ${audiences.join(', ')}`);
  const [rhythm] = all('rhythm', isOneOf(rhythms), `one of ${rhythms.join(', ')}`);
  const [organisationId] = all('organisation', isId, 'an organisation’s id');
  const text = (params.get('text') ?? '').trim().slice(0, 100);
  return {
    ...(municipalityCodes.length > 0 && { municipalityCodes }),
    ...(languages.length > 0 && { languages }),
    ...(kindsAsked.length > 0 && { kinds: kindsAsked as OfferingKind[] }),
    ...(themeIds.length > 0 && { themeIds }),
    ...(organisationId && { organisationId }),
    ...(text && { text }),
    ...(near && { near: { municipalityCode: near, kilometres: Number(kilometres) } }),
    ...(finnish && { finnishLevelAtMost: finnish as FinnishLevel }),
    ...(audiencesAsked.length > 0 && { audiences: audiencesAsked as Audience[] }),
    ...(rhythm && { rhythm: rhythm as Rhythm }),
    ...(params.has('free') && { free: true }),
    ...(params.has('children') && { childrenWelcome: true }),
    ...(params.has('women') && { womenOnly: true }),
    ...(params.has('step-free') && { stepFree: true }),
    ...(params.has('online') && { online: true }),
  };
};
