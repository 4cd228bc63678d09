import type { AccessNeed, AgeBand } from '../clients/index.ts';
import type { FinnishLevel } from '../offerings/index.ts';
import type { Point } from '../regions/index.ts';
import type { FreeTime } from './matching.words.ts';

/** What somebody needs, as it is asked; what is left out is no wish. */
export interface OfferingNeeds {
  /** BCP-47, best first. */
  readonly languages?: readonly string[] | null;
  readonly municipalityCode?: string | null;
  readonly point?: Point | null;
  readonly maximumDistanceKm?: number | null;
  readonly freeTimes?: readonly FreeTime[] | null;
  readonly themeIds?: readonly string[] | null;
  readonly finnishLevel?: FinnishLevel | null;
  readonly ageBand?: AgeBand | null;
  readonly accessNeeds?: readonly AccessNeed[] | null;
  readonly bringsChildren?: boolean | null;
  readonly free?: boolean | null;
  readonly acceptsWaitingList?: boolean | null;
  readonly text?: string | null;
}

/** The same, checked and made ready to be compared with thousands. */
export interface Wanted {
  readonly languages: readonly string[];
  readonly origin: Point | null;
  readonly maximumDistanceKm: number | null;
  /** Of `timeBit`; 0 = any time. */
  readonly times: number;
  readonly themeIds: ReadonlySet<string>;
  readonly finnishLevel: FinnishLevel | null;
  readonly ageBand: AgeBand | null;
  readonly accessNeeds: ReadonlySet<AccessNeed>;
  readonly bringsChildren: boolean;
  readonly free: boolean;
  readonly acceptsWaitingList: boolean;
  /** Without case and accents; empty = any title. */
  readonly text: string;
}
