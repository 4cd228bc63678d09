import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { invalidInput, notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { newId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import type { ClientRow } from '../clients/index.ts';
import { checkNote } from './note.check.ts';
import { liveReferralOf } from './referral.doubles.ts';
import { alreadyReferred, obstacle } from './referral.errors.ts';
import { insertEvent } from './referral.events.ts';
import { referralMachine } from './referral.machine.ts';
import { loadOwnClient } from './referral.own-client.ts';
import { readReferrals } from './referral.read.ts';
import { readTarget, targetObstacles, type ReferralTarget } from './referral.target.ts';
import { scheduleTimers } from './timer.schedule.ts';
import { viewOf, type ReferralView } from './referral.view.ts';
import type { NeedCategory, ReferralPriority } from './referral.words.ts';

export interface CreateReferralInput {
  readonly clientId: string;
  readonly offeringId: string;
  readonly needCategory: NeedCategory;
  readonly priority?: ReferralPriority | null;
  readonly note?: string | null;
  readonly idempotencyKey?: string | null;
}

const path = 'input.offeringId';

const insertReferral = async (
  tx: Transaction,
  at: Date,
  client: ClientRow,
  target: ReferralTarget,
  input: CreateReferralInput,
): Promise<string> => {
  const id = newId(at);
  const rows = await tx.query(
    sql`insert into referrals (id, region_id, client_id, offering_id, offering_version, is_sensitive, referrer_id,
          referring_organisation_id, receiving_organisation_id, state, version, need_category, municipality_code, languages,
          needs_interpreter, age_band, priority, access_needs, note, created_at)
        select ${id}, region_id, id, ${target.offeringId}::uuid, ${target.version}, ${target.isSensitive}, ${tx.viewer.personId}::uuid,
          organisation_id, ${target.organisationId}::uuid, ${referralMachine.initial}, 1, ${input.needCategory}, municipality_code,
          languages, needs_interpreter, age_band, ${input.priority ?? 'NORMAL'}, access_needs, ${input.note ?? null}, ${at}
        from clients where id = ${client.id}
        on conflict do nothing returning id`,
  );
  // Two at once: the index let one of them in.
  if (rows.length === 0) throw alreadyReferred(null);
  return id;
};

/**
 * Makes a draft out of a client, an offering and a note. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; INVALID_INPUT
 * OFFERING_UNKNOWN, those of `checkNote`; CONFLICT NO_AGREEMENT, NOT_TAKING_REFERRALS, OFFERING_ENDED, ALREADY_REFERRED.
 */
export const createReferral = async (
  hub: Hub,
  viewer: Viewer,
  input: CreateReferralInput,
): Promise<ReferralView> => {
  const id = await hub.db.write(viewer, async (tx) => {
    const { client, givenName } = await loadOwnClient(hub, tx, input.clientId);
    const note = checkNote(input.note, givenName);
    return tx.once('createReferral', input.idempotencyKey, { ...input, note }, async () => {
      const target = await readTarget(hub, viewer, input.offeringId);
      if (!target)
        throw invalidInput(path, 'OFFERING_UNKNOWN', 'No offering has this id. Choose one from the list.');
      const [first] = targetObstacles(target);
      if (first) throw obstacle(first, path);
      const live = await liveReferralOf(tx, client.id, target.offeringId);
      if (live) throw alreadyReferred(live.id);
      const at = hub.clock.now();
      const referralId = await insertReferral(tx, at, client, target, { ...input, note });
      const { initial } = referralMachine;
      const { organisationId } = client;
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
        action: 'referral.create',
        subjectId: referralId,
        organisationId,
        facts: { clientId: client.id },
      });
      const clocks = { answerDueAt: null, firstContactDueAt: null, reviewAt: null };
      await scheduleTimers(hub, tx, referralId, initial, { ...clocks, priority: input.priority ?? 'NORMAL' });
      return referralId;
    });
  });
  const [referral] = await readReferrals(hub, viewer, [id]);
  if (!referral) throw notFound();
  return viewOf(viewer, referral, hub.clock.now());
};
