import sql from 'sql-template-tag';
import { createReferral } from '../api/src/rooms/referrals/index.ts';
import { clients, offerings, referralPlans } from './content/content.ts';
import type { SeedReferralPlan } from './content/content.types.ts';
import type { Viewers } from './people.seed.ts';
import { makeMove, type Step } from './referral.moves.ts';
import { workingInstantBefore } from './seed.calendar.ts';
import { byKey, idOf, seedViewer, viewerFor, type Ids, type SeedContext } from './seed.context.ts';

interface Entered {
  readonly id: string;
  readonly clientId: string;
  readonly offeringId: string;
  readonly version: number;
}

/** What the plans refer to. */
export interface ReferralIds {
  readonly clients: Ids;
  readonly offerings: Ids;
  readonly organisations: Ids;
  readonly viewers: Viewers;
}

/** Minutes from one act of a day to the next: the order stands also where a weekend's acts meet on the Friday. */
const MINUTES_APART = 40;

const timeOf = (act: number): string =>
  Temporal.PlainTime.from('09:10')
    .add({ minutes: act * MINUTES_APART })
    .toString({ smallestUnit: 'minute' });

const pairOf = (clientId: string, offeringId: string): string => `${clientId} ${offeringId}`;

const start = async (
  { hub, clock, day }: SeedContext,
  plan: SeedReferralPlan,
  ids: ReferralIds,
): Promise<{ id: string; version: number }> => {
  const { caseworker } = byKey(clients, plan.client);
  clock.set(workingInstantBefore(day, plan.createdDaysAgo, timeOf(0)));
  return createReferral(hub, viewerFor(ids.viewers, caseworker), {
    clientId: idOf(ids.clients, plan.client),
    offeringId: idOf(ids.offerings, plan.offering),
    needCategory: plan.needCategory,
    priority: plan.priority,
    note: plan.note,
  });
};

/** Walks a plan to its end from wherever it stands: each move raises the version by one. */
const walk = async (
  context: SeedContext,
  plan: SeedReferralPlan,
  ids: ReferralIds,
  known: { id: string; version: number } | undefined,
): Promise<void> => {
  let { id, version } = known ?? (await start(context, plan, ids));
  const { languages } = byKey(clients, plan.client);
  const client = { id: idOf(ids.clients, plan.client), languages };
  const receiverId = idOf(ids.organisations, byKey(offerings, plan.offering).organisation);
  for (const [index, move] of [...plan.path.entries()].slice(version - 1)) {
    context.clock.set(
      workingInstantBefore(context.day, plan.createdDaysAgo - move.dayOffset, timeOf(index + 1)),
    );
    const step: Step = {
      hub: context.hub,
      viewer: viewerFor(ids.viewers, move.by),
      referral: { referralId: id, version },
      plan,
      client,
      receiverId,
    };
    ({ id, version } = await makeMove(step, move));
  }
};

/** Makes the referrals and walks them along their plans, each move by its person on its day. Returns how many. */
export const seedReferrals = async (context: SeedContext, ids: ReferralIds): Promise<number> => {
  const rows = await context.hub.db.read<Entered>(
    seedViewer,
    sql`select id, client_id as "clientId", offering_id as "offeringId", version from referrals`,
  );
  const known = new Map(rows.map((row) => [pairOf(row.clientId, row.offeringId), row]));
  for (const plan of referralPlans) {
    const pair = pairOf(idOf(ids.clients, plan.client), idOf(ids.offerings, plan.offering));
    await walk(context, plan, ids, known.get(pair));
  }
  return referralPlans.length;
};
