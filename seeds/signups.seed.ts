import sql from 'sql-template-tag';
import { SignUpService } from '../api/src/rooms/signups/index.ts';
import { AT_ONCE, inParallel } from './in-parallel.ts';
import { instantBefore } from './seed.calendar.ts';
import { seedViewer, type Ids, type SeedContext } from './seed.context.ts';
import { contactOf, partiesFor, type ComingDate, type Party } from './sign-up.parties.ts';

/** The first ones signed up so long ago. */
const OPENED_DAYS_AGO = 10;
/** Times of day at which people sign up. */
const times = ['08:45', '12:20', '18:05'];

/** Dates after the seed day, so that the hour of seeding changes nothing. */
const comingDates = ({ hub, day }: SeedContext): Promise<ComingDate[]> =>
  hub.db.read(
    seedViewer,
    sql`select id, offering_id as "offeringId", capacity, taken,
          row_number() over (partition by offering_id order by starts_at, id)::int - 1 as position
        from occurrences where status = 'SCHEDULED' and starts_at >= ${instantBefore(day, -1, '00:00')}`,
  );

const countSignUps = async ({ hub }: SeedContext): Promise<number> => {
  const row = await hub.db.readOne<{ count: number }>(
    seedViewer,
    sql`select count(*)::int as count from sign_ups`,
  );
  return row?.count ?? 0;
};

const signUp = ({ hub }: SeedContext, party: Party): Promise<unknown> => {
  const { occurrenceId, givenName: firstName, language: languageTag, size: partySize } = party;
  const input = { occurrenceId, firstName, partySize, languageTag, ...contactOf(party) };
  return hub.get(SignUpService).create(seedViewer, input);
};

/** Signs up parties until every rule of the plan is met. Returns how many signed up. */
export const seedSignUps = async (context: SeedContext, offeringIds: Ids): Promise<number> => {
  const { clock, day } = context;
  const [dates, before] = await Promise.all([comingDates(context), countSignUps(context)]);
  // An interrupted seeding may have taken a few numbers out of turn.
  const parties = partiesFor(dates, offeringIds, before === 0 ? 0 : before + AT_ONCE);
  const rounds = Map.groupBy(parties, ({ round }) => round);
  for (const [round, together] of rounds) {
    const daysBefore = Math.max(1, OPENED_DAYS_AGO - Math.floor(round / times.length));
    clock.set(instantBefore(day, daysBefore, times[round % times.length] ?? '12:20'));
    await inParallel(together, (party) => signUp(context, party));
  }
  return before + parties.length;
};
