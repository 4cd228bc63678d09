import sql, { type Sql } from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { invalidInput } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { newId } from '../../platform/ids.ts';
import type { ClientRow } from '../clients/index.ts';
import { liveReferralOf } from './referral.doubles.ts';
import { alreadyReferred, obstacle } from './referral.errors.ts';
import { insertEvent } from './referral.events.ts';
import { referralMachine } from './referral.machine.ts';
import { readTarget, targetObstacles, type ReferralTarget } from './referral.target.ts';
import { scheduleTimers } from './timer.schedule.ts';
import type { NeedCategory, ReferralPriority, SummaryField } from './referral.words.ts';

/** What a new referral says, its note checked. */
export interface DraftTerms {
  readonly offeringId: string;
  readonly needCategory: NeedCategory;
  readonly priority: ReferralPriority;
  readonly note: string | null;
  /** What the receiver is not told of the client. */
  readonly withheld: readonly SummaryField[];
  /** The referral whose place it takes. */
  readonly predecessorId: string | null;
}

const path = 'input.offeringId';

/** The offering, if it stands open to this client. Errors: as of `writeDraft`. */
const freeTarget = async (
  hub: Hub,
  tx: Transaction,
  client: ClientRow,
  offeringId: string,
): Promise<ReferralTarget> => {
  const target = await readTarget(hub, tx.viewer, offeringId);
  if (!target)
    throw invalidInput(path, 'OFFERING_UNKNOWN', 'No offering has this id. Choose one from the list.');
  const [first] = targetObstacles(target);
  if (first) throw obstacle(first, path);
  const live = await liveReferralOf(tx, client.id, target.offeringId);
  if (live) throw alreadyReferred(live.id);
  return target;
};

const insertReferral = async (
  tx: Transaction,
  at: Date,
  client: ClientRow,
  target: ReferralTarget,
  { needCategory, priority, note, withheld, predecessorId }: DraftTerms,
): Promise<string> => {
  const id = newId(at);
  // What is kept back is not copied: no path of the receiver's can find it.
  const isTold = (field: SummaryField, told: Sql, otherwise: Sql): Sql =>
    withheld.includes(field) ? otherwise : told;
  const rows = await tx.query(
    sql`insert into referrals (id, region_id, client_id, offering_id, offering_version, is_sensitive, referrer_id,
          referring_organisation_id, receiving_organisation_id, predecessor_id, state, version, need_category,
          municipality_code, languages, needs_interpreter, age_band, priority, access_needs, note, withheld, created_at)
        select ${id}, region_id, id, ${target.offeringId}::uuid, ${target.version}, ${target.isSensitive}, ${tx.viewer.personId}::uuid,
          organisation_id, ${target.organisationId}::uuid, ${predecessorId}::uuid, ${referralMachine.initial}, 1, ${needCategory},
          municipality_code, ${isTold('LANGUAGES', sql`languages`, sql`'{}'::text[]`)}, needs_interpreter,
          ${isTold('AGE_BAND', sql`age_band`, sql`'NOT_TOLD'`)}, ${priority},
          ${isTold('ACCESS_NEEDS', sql`access_needs`, sql`'{}'::text[]`)}, ${note}, ${[...withheld]}::text[], ${at}
        from clients where id = ${client.id}
        on conflict do nothing returning id`,
  );
  // Two at once: the index let one of them in.
  if (rows.length === 0) throw alreadyReferred(null);
  return id;
};

/**
 * Writes a draft for a client with its history, audit row and clock; returns its id. Errors: INVALID_INPUT
 * OFFERING_UNKNOWN; CONFLICT NO_AGREEMENT, NOT_TAKING_REFERRALS, OFFERING_ENDED, ALREADY_REFERRED.
 */
export const writeDraft = async (
  hub: Hub,
  tx: Transaction,
  client: ClientRow,
  terms: DraftTerms,
): Promise<string> => {
  const target = await freeTarget(hub, tx, client, terms.offeringId);
  const at = hub.clock.now();
  const referralId = await insertReferral(tx, at, client, target, terms);
  const { initial } = referralMachine;
  const { organisationId } = client;
  const { predecessorId, priority } = terms;
  await insertEvent(tx, {
    referralId,
    at,
    actorOrganisationId: organisationId,
    action: 'create',
    fromState: null,
    toState: initial,
    version: 1,
    facts: {},
  });
  await tx.audit({
    action: predecessorId ? 'referral.reroute' : 'referral.create',
    subjectId: referralId,
    organisationId,
    clientIds: [client.id],
    referralIds: [referralId],
    facts: { ...(predecessorId && { predecessorId }) },
  });
  const clocks = { answerDueAt: null, firstContactDueAt: null, reviewAt: null };
  await scheduleTimers(hub, tx, referralId, initial, { ...clocks, priority });
  return referralId;
};
