import sql, { raw, type Sql } from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Translated } from '../../platform/i18n/localized-text.ts';
import { occurrenceColumns, type OccurrenceRow } from './occurrence.row.ts';
import type { OccurrenceStatus } from './offering.words.ts';

/** When and where a date takes place; the place is the offering's where it has none of its own. */
export interface KnownTime {
  /** ISO instants. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly placeId: string | null;
}

/** All that a host's change of a date touches. */
export interface DateState extends KnownTime {
  readonly status: OccurrenceStatus;
  readonly movedAt: string | null;
  readonly cancelledAt: string | null;
  readonly cancelReasons: readonly Translated[];
  readonly changeReasons: readonly Translated[];
}

const utc = (column: string, name: string): string =>
  `to_char(c.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "${name}"`;

const stateColumns: Sql = raw(
  `c.status, ${utc('starts_at', 'startsAt')}, ${utc('ends_at', 'endsAt')}, c.place_id as "placeId",
   ${utc('moved_at', 'movedAt')}, ${utc('cancelled_at', 'cancelledAt')}, c.cancel_reasons as "cancelReasons",
   c.change_reasons as "changeReasons"`,
);

/** A date as it stands; its row is held until the commit, before anything else of it is. */
export const lockState = async (tx: Transaction, occurrenceId: string): Promise<DateState | undefined> => {
  const [state] = await tx.query<DateState>(
    sql`select ${stateColumns} from occurrences c where c.id = ${occurrenceId} for update`,
  );
  return state;
};

/** Calendars take a change for news when the number rises; by two, since a cancellation undone takes one away. */
const changeStep = 2;

/** Writes a date's state; its offering is touched too, since feeds ask it when anything last changed. */
export const writeState = async (
  tx: Transaction,
  now: Date,
  occurrenceId: string,
  state: DateState,
): Promise<OccurrenceRow | undefined> => {
  const [row] = await tx.query<OccurrenceRow>(
    sql`with changed as (
          update occurrences c set status = ${state.status}, starts_at = ${state.startsAt}::timestamptz,
            ends_at = ${state.endsAt}::timestamptz, place_id = ${state.placeId}::uuid,
            moved_at = ${state.movedAt}::timestamptz, cancelled_at = ${state.cancelledAt}::timestamptz,
            cancel_reasons = ${JSON.stringify(state.cancelReasons)}::jsonb,
            change_reasons = ${JSON.stringify(state.changeReasons)}::jsonb
          where c.id = ${occurrenceId} returning ${occurrenceColumns}),
        touched as (
          update offerings set updated_at = ${now}, date_changes = date_changes + ${changeStep}
          where id in (select "offeringId" from changed))
        select * from changed`,
  );
  return row;
};
