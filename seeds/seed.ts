/** Fills an empty region with the example content of `content/`, through the services, as of one day. */
import sql from 'sql-template-tag';
import type { ManualClock } from '../api/src/platform/clock.ts';
import type { Hub } from '../api/src/platform/hub.ts';
import { seedAssignments } from './assignments.seed.ts';
import { seedClients } from './clients.seed.ts';
import { organisations } from './content/content.ts';
import { fireDueTimers } from '../api/src/rooms/referrals/index.ts';
import { discardMails } from './mails.seed.ts';
import { seedMoves } from './moves.seed.ts';
import { seedOfferings } from './offerings.seed.ts';
import { seedOrganisations } from './organisations.seed.ts';
import { seedPeople } from './people.seed.ts';
import { seedPlaces } from './places.seed.ts';
import { seedReferrals } from './referrals.seed.ts';
import { dayOf } from './seed.calendar.ts';
import { seedViewer, type SeedContext } from './seed.context.ts';
import { seedRequests } from './requests.seed.ts';
import { seedReviews } from './reviews.seed.ts';
import { seedSignUps } from './signups.seed.ts';
import { seedVolunteers } from './volunteers.seed.ts';

export interface SeedOptions {
  /** The seed day: dates begin on it, everything that has happened lies before it. */
  readonly today: Date;
  /** Told of each step, one line at a time. */
  readonly log: (line: string) => void;
}

/**
 * Whether the region waits for its content: never seeded whole, and nothing in it but what an interrupted seeding
 * left.
 */
export const isEmpty = async (hub: Hub): Promise<boolean> => {
  const [row] = await hub.db.read(
    seedViewer,
    sql`select 1 from regions where seeded_at is not null
        union all
        select 1 from organisations where name <> all(${organisations.map(({ name }) => name.fi)}::text[])
        limit 1`,
  );
  return row === undefined;
};

const enterAll = async (context: SeedContext, log: SeedOptions['log']): Promise<void> => {
  const organisationIds = await seedOrganisations(context);
  log(`${organisationIds.size} organisations`);
  const viewers = await seedPeople(context, organisationIds);
  log(`${viewers.size} people`);
  const placeIds = await seedPlaces(context, organisationIds);
  const offeringIds = await seedOfferings(context, organisationIds, placeIds);
  log(`${offeringIds.size} offerings in ${placeIds.size} places`);
  log(`${await seedSignUps(context, offeringIds)} sign-ups`);
  const clientIds = await seedClients(context, viewers);
  log(`${clientIds.size} clients`);
  const ids = { clients: clientIds, offerings: offeringIds, organisations: organisationIds, viewers };
  log(`${await seedReferrals(context, ids)} referrals`);
  log(`${await seedAssignments(context, organisationIds, viewers)} referrals given to a volunteer`);
  log(`${await seedVolunteers(context, organisationIds, viewers)} volunteer shifts`);
  log(`${await seedRequests(context, clientIds, viewers)} clients’ requests`);
  log(`${await seedMoves(context, clientIds, organisationIds, viewers)} client who moves`);
  log(`${await seedReviews(context, organisationIds)} access reviews`);
};

/**
 * Enters everything, oldest first; `clock` must be the hub's own and ends at `today`. Does nothing where
 * `isEmpty` says no. Every step skips what is in already, so an interrupted seeding goes on where it stopped.
 * No mail goes out: run it before the workers start.
 */
export const seedRegion = async (
  hub: Hub,
  clock: ManualClock,
  { today, log }: SeedOptions,
): Promise<void> => {
  if (!(await isEmpty(hub))) return;
  const context: SeedContext = { hub, clock, day: dayOf(today) };
  try {
    await enterAll(context, log);
    // Reminders of times past have been sent long since.
    clock.set(today);
    await fireDueTimers(hub);
  } finally {
    clock.set(today);
    await discardMails(context);
  }
  await hub.db.write(seedViewer, (tx) => tx.query(sql`update regions set seeded_at = ${today}`));
};
