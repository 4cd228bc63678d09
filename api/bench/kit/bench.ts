import type { Lab } from './lab.ts';

/** One measurement of `npm run bench`: the default export of a file in this folder, which is its name. */
export interface Bench {
  /** What is compared with what, in one sentence. */
  readonly purpose: string;
  /** Measures, and tells by `lab.say` what it found: ratios first, milliseconds after them. */
  readonly run: (lab: Lab) => Promise<void>;
}
