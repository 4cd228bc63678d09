import { graphql, type ResultOf, type VariablesOf } from '#lib/api/graphql.ts';
import { allChosen, chosen } from '../referrals/choices.ts';
import { accessNeedWords, ageBandWords, finnishLevelWords } from './client.words.ts';
import type { AccessNeed, AgeBand, FinnishLevel } from './client.words.ts';
import type { FindClient, MatchOfferings } from './find.queries.ts';
import { freeTimeOf, knownTimes } from './free-times.ts';

/** What an offering for a client should be. Each wish has the name of its part of the address. */
export interface Wishes {
  text: string;
  language: string[];
  /** From where; no wish of its own. */
  municipality: string;
  km: number | undefined;
  /** `4-EVENING`: see free-times.ts. */
  time: string[];
  theme: string[];
  finnish: FinnishLevel | undefined;
  age: AgeBand | undefined;
  need: AccessNeed[];
  children: boolean;
  free: boolean;
  /** A full one will do, to wait for a place. */
  waiting: boolean;
}

export type MatchWish = ReturnType<typeof graphql.scalar<'MatchWish'>>;
type Needs = VariablesOf<typeof MatchOfferings>['needs'];
export type FoundClient = NonNullable<ResultOf<typeof FindClient>['client']>;

/** Said in the address when the wishes stand in it; without it they come from the client. */
export const changedMark = 'changed';
const farthestKm = 500;

function kmOf(value: string | null): number | undefined {
  const km = Number(value);
  return Number.isInteger(km) && km > 0 ? Math.min(km, farthestKm) : undefined;
}

/** The wishes of the address, or the client's own as long as nobody changed them. */
export function wishesOf(parameters: URLSearchParams, client: FoundClient): Wishes {
  const isChanged = parameters.has(changedMark);
  return {
    text: parameters.get('text')?.trim() ?? '',
    language: isChanged ? parameters.getAll('language') : [...client.languages],
    municipality: parameters.get('municipality') ?? client.municipality.code,
    km: isChanged ? kmOf(parameters.get('km')) : client.needs.maximumDistanceKm,
    time: knownTimes(parameters.getAll('time')),
    theme: isChanged ? parameters.getAll('theme') : client.wishes.map(({ id }) => id),
    finnish: isChanged ? chosen(finnishLevelWords, parameters.get('finnish')) : client.finnishLevel,
    age: chosen(ageBandWords, isChanged ? parameters.get('age') : client.ageBand),
    need: isChanged ? allChosen(accessNeedWords, parameters.getAll('need')) : [...client.accessNeeds],
    children: parameters.has('children'),
    free: parameters.has('free'),
    waiting: parameters.has('waiting'),
  };
}

const withoutNeed = ({ need }: Wishes, dropped: AccessNeed): Partial<Wishes> => ({
  need: need.filter((each) => each !== dropped),
});

/** What each wish looks like when it is dropped. */
const drops: Readonly<Record<MatchWish, (wishes: Wishes) => Partial<Wishes>>> = {
  TEXT: () => ({ text: '' }),
  LANGUAGE: () => ({ language: [] }),
  DISTANCE: () => ({ km: undefined }),
  TIMES: () => ({ time: [] }),
  THEMES: () => ({ theme: [] }),
  FINNISH: () => ({ finnish: undefined }),
  AGE: () => ({ age: undefined }),
  CHILDREN: () => ({ children: false }),
  CHILD_CARE: (wishes) => withoutNeed(wishes, 'CHILD_CARE'),
  STEP_FREE: (wishes) => withoutNeed(wishes, 'STEP_FREE'),
  TRANSPORT: (wishes) => withoutNeed(wishes, 'TRANSPORT'),
  WOMEN_ONLY: (wishes) => withoutNeed(wishes, 'WOMEN_ONLY'),
  FREE: () => ({ free: false }),
  ROOM: () => ({ waiting: true }),
};

export function without(wishes: Wishes, dropped: readonly MatchWish[]): Wishes {
  return dropped.reduce((left, wish) => ({ ...left, ...drops[wish](left) }), wishes);
}

/** The wishes as the API asks for them. */
export function needsOf(wishes: Wishes): Needs {
  return {
    text: wishes.text || null,
    languages: wishes.language,
    municipalityCode: wishes.municipality,
    maximumDistanceKm: wishes.km ?? null,
    freeTimes: wishes.time.map(freeTimeOf),
    themeIds: wishes.theme,
    finnishLevel: wishes.finnish ?? null,
    ageBand: wishes.age ?? null,
    accessNeeds: wishes.need,
    bringsChildren: wishes.children,
    free: wishes.free,
    acceptsWaitingList: wishes.waiting,
  };
}

/** The wishes as the query part of an address. */
export function addressOf(wishes: Wishes): string {
  const { text, language, municipality, km, time, theme, finnish, age, need } = wishes;
  const lists = { language, time, theme, need };
  const single = { text, municipality, km: km?.toString(), finnish, age };
  const ticks = { children: wishes.children, free: wishes.free, waiting: wishes.waiting };
  return `?${new URLSearchParams([
    [changedMark, '1'],
    ...Object.entries(lists).flatMap(([name, values]) => values.map((value) => [name, value])),
    ...Object.entries(single).flatMap(([name, value]) => (value ? [[name, value]] : [])),
    ...Object.entries(ticks).flatMap(([name, isTicked]) => (isTicked ? [[name, '1']] : [])),
  ])}`;
}
