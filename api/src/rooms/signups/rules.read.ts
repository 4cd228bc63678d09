import sql, { raw, type Sql } from 'sql-template-tag';
import { byId, defineLoader } from '../../platform/loader.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { isFull, type OccurrenceRow } from '../offerings/index.ts';
import type { Need, SignUpState } from './sign-up.words.ts';

export interface SignUpRulesRow {
  readonly offeringId: string;
  /** Null = at once. */
  readonly opensDaysBefore: number | null;
  readonly closesHoursBefore: number;
  readonly minimumPeople: number | null;
  readonly largestParty: number;
  readonly heldPlaces: number;
  readonly needsAsked: readonly Need[];
  readonly hasWaitingList: boolean;
}

/** What holds until a host says otherwise. */
export const defaultRules: Omit<SignUpRulesRow, 'offeringId'> = {
  opensDaysBefore: null,
  closesHoursBefore: 0,
  minimumPeople: null,
  largestParty: 10,
  heldPlaces: 0,
  needsAsked: [],
  hasWaitingList: true,
};

export const rulesColumns: Sql = raw(
  `r.offering_id as "offeringId", r.opens_days_before as "opensDaysBefore", r.closes_hours_before as "closesHoursBefore",
   r.minimum_people as "minimumPeople", r.largest_party as "largestParty", r.held_places as "heldPlaces",
   r.needs_asked as "needsAsked", r.has_waiting_list as "hasWaitingList"`,
);

/** An offering's rules; whoever sees the offering may know them. */
export const rulesLoader = defineLoader(async (hub, _viewer, ids) => {
  const rows = await hub.db.read<SignUpRulesRow>(
    systemViewer('signup'),
    sql`select ${rulesColumns} from sign_up_rules r where r.offering_id = any(${[...ids]}::uuid[])`,
  );
  return byId(ids, rows, ({ offeringId }) => offeringId).map(
    (row, index) => row ?? { ...defaultRules, offeringId: ids[index] ?? '' },
  );
});

const hour = 3_600_000;

type Opening = Pick<SignUpRulesRow, 'opensDaysBefore' | 'closesHoursBefore'>;

export const opensAtOf = (startsAt: Date, { opensDaysBefore }: Opening): Date | null =>
  opensDaysBefore === null ? null : new Date(startsAt.getTime() - opensDaysBefore * 24 * hour);

export const closesAtOf = (startsAt: Date, { closesHoursBefore }: Opening): Date =>
  new Date(startsAt.getTime() - closesHoursBefore * hour);

/** Whether one can sign up to a date now. The same for everyone: no account is needed. */
export const signUpStateOf = (
  occurrence: OccurrenceRow,
  takesSignUps: boolean,
  rules: SignUpRulesRow,
  now: Date,
): SignUpState => {
  if (!takesSignUps || !occurrence.isListed || occurrence.status !== 'SCHEDULED') return 'NOT_TAKEN';
  const opensAt = opensAtOf(occurrence.startsAt, rules);
  if (opensAt && opensAt > now) return 'NOT_YET';
  if (closesAtOf(occurrence.startsAt, rules) <= now) return 'CLOSED';
  if (!isFull(occurrence)) return 'OPEN';
  return rules.hasWaitingList ? 'WAITING_LIST' : 'FULL';
};
