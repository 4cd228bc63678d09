import { partsOfDay } from '../offerings/index.ts';
import type { FreeTime } from './matching.words.ts';

/** A free time's place in a number of 21 bits. The statement in candidate.read.ts counts the same way. */
export const timeBit = ({ weekday, part }: FreeTime): number =>
  1 << ((weekday - 1) * partsOfDay.length + partsOfDay.indexOf(part));

export const timesOf = (freeTimes: readonly FreeTime[]): number =>
  freeTimes.reduce((bits, freeTime) => bits | timeBit(freeTime), 0);

const week: readonly FreeTime[] = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
  partsOfDay.map((part) => ({ weekday, part })),
);

/** Monday morning first. */
export const freeTimesIn = (times: number): FreeTime[] =>
  week.filter((freeTime) => (times & timeBit(freeTime)) !== 0);
