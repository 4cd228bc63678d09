import type { Transaction } from '../../platform/db/transaction.ts';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { applyMove, type Change } from './referral.apply.ts';
import { moveNotAllowed, staleVersion } from './referral.errors.ts';
import type { ExposedAction } from './referral.exposed.ts';
import { loadReferral } from './referral.load.ts';
import { referralMachine } from './referral.machine.ts';
import { actorsOf, referralPolicy } from './referral.policy.ts';
import { readReferrals } from './referral.read.ts';
import type { ReferralRow } from './referral.row.ts';
import { viewOf, type ReferralView } from './referral.view.ts';

/** The part that all moves' inputs share. */
export interface MoveInput {
  readonly referralId: string;
  /** The version on which the move was decided. */
  readonly version: number;
}

/** What is particular to a move: checks its input and says what it writes. */
export type MoveWork = (tx: Transaction, referral: ReferralRow, now: Date) => Change | Promise<Change>;

/**
 * The way of every move: load, authorise, ask the table, change, and all that goes with it in one transaction.
 * Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; CONFLICT (STALE_VERSION, MOVE_NOT_ALLOWED with facts `version`,
 * `state`, `moves`); those of `work`.
 */
export const moveReferral = async (
  hub: Hub,
  viewer: Viewer,
  action: ExposedAction,
  { referralId, version }: MoveInput,
  work: MoveWork,
): Promise<ReferralView> => {
  await hub.db.write(viewer, async (tx) => {
    const referral = await loadReferral(tx, referralId);
    referralPolicy.authorize(viewer, action, referral);
    if (referral.version !== version) throw staleVersion(viewer, referral, hub.clock.now());
    const move = referralMachine.move(referral.state, action);
    const actors = actorsOf(viewer, referral);
    if (!move?.by.some((actor) => actors.has(actor))) throw moveNotAllowed(viewer, referral, hub.clock.now());
    await applyMove(hub, tx, referral, move, await work(tx, referral, hub.clock.now()));
  });
  const [referral] = await readReferrals(hub, viewer, [referralId]);
  if (!referral) throw notFound();
  return viewOf(viewer, referral, hub.clock.now());
};
