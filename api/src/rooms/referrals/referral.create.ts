import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { checkNote } from './note.check.ts';
import { writeDraft } from './referral.draft.ts';
import { loadOwnClient } from './referral.own-client.ts';
import { readReferrals } from './referral.read.ts';
import { viewOf, type ReferralView } from './referral.view.ts';
import type { NeedCategory, ReferralPriority, SummaryField } from './referral.words.ts';

export interface CreateReferralInput {
  readonly clientId: string;
  readonly offeringId: string;
  readonly needCategory: NeedCategory;
  readonly priority?: ReferralPriority | null;
  readonly note?: string | null;
  /** What the receiver is not to be told of the client. */
  readonly withheld?: readonly SummaryField[] | null;
  /** Words of the note that are no names. */
  readonly confirmedWords?: readonly string[] | null;
  readonly idempotencyKey?: string | null;
}

/** A referral that was just written, as its author sees it. */
export const readWritten = async (hub: Hub, viewer: Viewer, id: string): Promise<ReferralView> => {
  const [referral] = await readReferrals(hub, viewer, [id]);
  if (!referral) throw notFound();
  return viewOf(viewer, referral, hub.clock.now());
};

/**
 * Makes a draft out of a client, an offering and a note. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; INVALID_INPUT
 * those of `checkNote`; those of `writeDraft`.
 */
export const createReferral = async (
  hub: Hub,
  viewer: Viewer,
  input: CreateReferralInput,
): Promise<ReferralView> => {
  const id = await hub.db.write(viewer, async (tx) => {
    const { client, givenName } = await loadOwnClient(hub, tx, input.clientId);
    const note = checkNote(input.note, givenName, input.confirmedWords ?? []);
    return tx.once('createReferral', input.idempotencyKey, { ...input, note }, () =>
      writeDraft(hub, tx, client, {
        offeringId: input.offeringId,
        needCategory: input.needCategory,
        priority: input.priority ?? 'NORMAL',
        note,
        withheld: [...new Set(input.withheld ?? [])],
        predecessorId: null,
      }),
    );
  });
  return readWritten(hub, viewer, id);
};
