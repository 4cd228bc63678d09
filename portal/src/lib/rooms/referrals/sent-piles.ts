import {
  caseload_tab_answer,
  caseload_tab_outcomes,
  caseload_tab_overdue,
  caseload_tab_sent,
  caseworker_show_all,
} from '#lib/paraglide/messages.js';
import type { PileLink } from './inbox-piles.ts';

/** What the API is asked for in each pile, by its word in the address. */
const filters = {
  all: {},
  open: { open: true },
  answer: { tab: 'WAITING_FOR_US' },
  overdue: { tab: 'OVERDUE' },
  ended: { open: false },
} as const;
type SentPile = keyof typeof filters;

export function sentPileOf(word: string | null): SentPile {
  return word !== null && Object.hasOwn(filters, word) ? (word as SentPile) : 'all';
}

export const sentFilterOf = (pile: SentPile) => ({ side: 'SENT' as const, ...filters[pile] });

/** The caseworker's piles as links; those that call for something, with their number. */
export function sentPileLinks(
  counts: { waitingForUs: number; overdue: number },
  chosen: SentPile,
): PileLink[] {
  const links = [
    { pile: 'all', label: caseworker_show_all(), count: undefined },
    { pile: 'answer', label: caseload_tab_answer(), count: counts.waitingForUs },
    { pile: 'overdue', label: caseload_tab_overdue(), count: counts.overdue },
    { pile: 'open', label: caseload_tab_sent(), count: undefined },
    { pile: 'ended', label: caseload_tab_outcomes(), count: undefined },
  ];
  return links.map(({ pile, label, count }) => ({
    href: pile === 'all' ? '?' : `?show=${pile}`,
    label,
    count,
    isChosen: pile === chosen,
  }));
}
