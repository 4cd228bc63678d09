import { signUpPlan } from './content/content.ts';
import type { SignUpName, SignUpRule } from './content/content.types.ts';
import { idOf, type Ids } from './seed.context.ts';

/** A coming date of an offering. */
export interface ComingDate {
  readonly id: string;
  readonly offeringId: string;
  /** How many dates of the offering come before it. */
  readonly position: number;
  readonly capacity: number | null;
  readonly taken: number;
}

/** Someone who signs up, alone or with others. */
export interface Party extends SignUpName {
  readonly occurrenceId: string;
  /** No two have the same. */
  readonly number: number;
  /** The how-manieth on its date. */
  readonly round: number;
  readonly size: number;
}

const { names, partySizes, rules } = signUpPlan;

const inTurn = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('The sign-up plan has an empty list');
  return item;
};

const seatsLeft = ({ seats }: SignUpRule, { capacity, taken }: ComingDate): number => {
  const wanted = seats === 'FULL' ? capacity : seats;
  if (wanted === null) throw new Error('An offering without capacity cannot be full');
  return Math.max(0, Math.min(wanted, capacity ?? wanted) - taken);
};

/** Sizes in turn until the seats are used up, the last party cut to what is left. */
const sizesFor = (seats: number, from: number): number[] => {
  const sizes: number[] = [];
  for (let left = seats; left > 0;) {
    const size = Math.min(left, inTurn(partySizes, from + sizes.length));
    sizes.push(size);
    left -= size;
  }
  return sizes;
};

const datesOf = (rule: SignUpRule, offeringId: string, dates: readonly ComingDate[]): ComingDate[] =>
  dates.filter(
    (date) =>
      date.offeringId === offeringId &&
      date.position >= rule.fromOccurrence &&
      date.position <= rule.toOccurrence,
  );

interface Seats {
  readonly occurrenceId: string;
  readonly round: number;
  readonly size: number;
}

const lackingSeats = (dates: readonly ComingDate[], offeringIds: Ids): Seats[] => {
  const seats: Seats[] = [];
  for (const rule of rules) {
    for (const date of datesOf(rule, idOf(offeringIds, rule.offering), dates)) {
      const sizes = sizesFor(seatsLeft(rule, date), seats.length);
      seats.push(...sizes.map((size, round) => ({ occurrenceId: date.id, round, size })));
    }
  }
  return seats;
};

/**
 * All parties that the rules still lack, in the order in which they sign up: the first on every date, the second …
 * Their numbers begin at `firstNumber`.
 */
export const partiesFor = (dates: readonly ComingDate[], offeringIds: Ids, firstNumber: number): Party[] =>
  lackingSeats(dates, offeringIds)
    .toSorted((a, b) => a.round - b.round)
    .map((seats, index) => ({ ...seats, ...inTurn(names, index), number: firstNumber + index }));

/** `guest-001@example.org` and on; every fourth a number from 050 000 0300 up. Neither leads anywhere. */
export const contactOf = ({ number }: Party): { email: string } | { phone: string } =>
  number % 4 === 3
    ? { phone: `050 000 ${String(300 + Math.floor(number / 4)).padStart(4, '0')}` }
    : { email: `guest-${String(number + 1).padStart(3, '0')}@example.org` };
