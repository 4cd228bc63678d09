import {
  caseworker_tab_all,
  caseworker_tab_mine,
  caseworker_tab_overdue,
  caseworker_tab_unassigned,
  caseworker_tab_waiting,
} from '#lib/paraglide/messages.js';

/** The API's name of each pile, by its word in the address. */
export const pileNames = {
  unassigned: 'UNASSIGNED',
  mine: 'MINE',
  waiting: 'WAITING_FOR_US',
  overdue: 'OVERDUE',
} as const;
export type Pile = keyof typeof pileNames;

export function pileOf(word: string | null): Pile | undefined {
  return word !== null && Object.hasOwn(pileNames, word) ? (word as Pile) : undefined;
}

interface Counts {
  unassigned: number;
  mine: number;
  waitingForUs: number;
  overdue: number;
}

export interface PileLink {
  href: string;
  label: string;
  /** How many stand in it, where it is counted. */
  count: number | undefined;
  isChosen: boolean;
}

/** The links to the piles, with how many stand in each. */
export function pileLinks(counts: Counts, chosen: Pile | undefined): PileLink[] {
  const links = [
    { pile: undefined, label: caseworker_tab_all(), count: undefined },
    { pile: 'unassigned' as const, label: caseworker_tab_unassigned(), count: counts.unassigned },
    { pile: 'mine' as const, label: caseworker_tab_mine(), count: counts.mine },
    { pile: 'waiting' as const, label: caseworker_tab_waiting(), count: counts.waitingForUs },
    { pile: 'overdue' as const, label: caseworker_tab_overdue(), count: counts.overdue },
  ];
  return links.map(({ pile, label, count }) => ({
    href: pile ? `?pile=${pile}` : '?',
    label,
    count,
    isChosen: pile === chosen,
  }));
}
