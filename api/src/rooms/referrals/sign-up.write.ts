import sql from 'sql-template-tag';
import type { HubEvents } from '../../platform/events/events.ts';
import type { Transaction } from '../../platform/db/transaction.ts';
import { HubError, notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { cancelByReferral, signUpByReferral, type ReferralSignUp } from '../signups/index.ts';
import { applyMove } from './referral.apply.ts';
import { loadReferral } from './referral.load.ts';
import { referralMachine } from './referral.machine.ts';
import { tellNews } from './referral.notices.ts';
import { referralPolicy } from './referral.policy.ts';
import { readReferrals } from './referral.read.ts';
import { referralColumns, referralTables, type ReferralRow } from './referral.row.ts';
import { canBeSignedUp } from './sign-up.scope.ts';
import { viewOf, type ReferralView } from './referral.view.ts';

type Work = (tx: Transaction, referral: ReferralRow) => Promise<{ readonly occurrenceId: string }>;

/**
 * Places are the system's to give, since a volunteer and a caseworker have no rights on a date: it acts after the
 * viewer's own right was asked, and the log has the viewer in their role.
 */
const act = async (
  hub: Hub,
  viewer: Viewer,
  referralId: string,
  action: 'signUp' | 'cancelSignUp',
  work: Work,
): Promise<ReferralView> => {
  referralPolicy.authorize(viewer, 'list', null);
  await hub.db.write({ ...viewer, kind: 'system', purpose: 'referral.signUp' }, async (tx) => {
    const referral = await loadReferral(tx, referralId);
    if (!referralPolicy.can(viewer, 'read', referral)) throw notFound();
    referralPolicy.authorize(viewer, 'signUp', referral);
    const { occurrenceId } = await work(tx, referral);
    const version = referral.version + 1;
    await tx.query(sql`update referrals set version = ${version} where id = ${referral.id}`);
    await tx.audit({
      action: `referral.${action}`,
      subjectId: referral.id,
      clientIds: [referral.clientId],
      referralIds: [referral.id],
      organisationId: referral.receivingOrganisationId,
      facts: { occurrenceId, version },
    });
  });
  const [referral] = await readReferrals(hub, viewer, [referralId]);
  if (!referral) throw notFound();
  return viewOf(viewer, referral, hub.clock.now());
};

export interface SignUpClientInput {
  readonly referralId: string;
  readonly occurrenceId: string;
}

/**
 * The client has a place on a date of what they were referred to; one kept for referrals before any other. Errors:
 * UNAUTHENTICATED; NOT_FOUND, also for a date of another offering; FORBIDDEN; CONFLICT SIGN_UP_NOT_NOW, and those of
 * sign-ups: OCCURRENCE_FULL, OCCURRENCE_CANCELLED, OCCURRENCE_PAST, SIGN_UPS_NOT_TAKEN, ALREADY_SIGNED_UP.
 */
export const signUpClient = (
  hub: Hub,
  viewer: Viewer,
  { referralId, occurrenceId }: SignUpClientInput,
): Promise<ReferralView> =>
  act(hub, viewer, referralId, 'signUp', async (tx, referral) => {
    if (!isId(occurrenceId)) throw notFound();
    if (!canBeSignedUp(referral, hub.clock.now()))
      throw new HubError('CONFLICT', 'SIGN_UP_NOT_NOW', 'Accept the referral first, or go on with it.');
    const dates = await tx.query(
      sql`select id from occurrences where id = ${occurrenceId} and offering_id = ${referral.offeringId}`,
    );
    if (dates.length === 0) throw notFound();
    await signUpByReferral(hub, tx, { referralId: referral.id, occurrenceId });
    return { occurrenceId };
  });

/** The place is given back; a second time changes nothing. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN. */
export const cancelClientSignUp = (
  hub: Hub,
  viewer: Viewer,
  { referralId, occurrenceId }: SignUpClientInput,
): Promise<ReferralView> =>
  act(hub, viewer, referralId, 'cancelSignUp', async (tx, referral) => {
    if (!isId(occurrenceId)) throw notFound();
    const [place] = await tx.query<Pick<ReferralSignUp, 'id'>>(
      sql`select s.id from sign_ups s join occurrences c on c.id = s.occurrence_id
          where s.referral_id = ${referral.id} and s.occurrence_id = ${occurrenceId} and s.status = 'CONFIRMED'
            and c.starts_at > ${hub.clock.now()}`,
    );
    if (!place) throw notFound();
    await cancelByReferral(hub, tx, { id: place.id, occurrenceId });
    return { occurrenceId };
  });

const lockedAll = (tx: Transaction, ids: readonly string[]): Promise<ReferralRow[]> =>
  tx.query(
    sql`select ${referralColumns} from ${referralTables} where r.id = any(${[...ids]}::uuid[]) order by r.id for update of r`,
  );

/** Who came has been met: attendance is a first contact (DOMAIN.md §4.2). */
export const followAttendance = async (
  hub: Hub,
  tx: Transaction,
  { referralId, status }: HubEvents['signUp.attendance'],
): Promise<void> => {
  if (status !== 'ATTENDED') return;
  // A co-host ticks too, who knows nothing of the referral: then it stays as it is.
  const [referral] = await lockedAll(tx, [referralId]);
  const move = referral && referralMachine.move(referral.state, 'recordFirstContact');
  if (!referral || !move) return;
  const channel = 'IN_PERSON';
  await applyMove(hub, tx, referral, move, {
    columns: { contact_channel: channel, contacted_at: hub.clock.now() },
    facts: { channel, from: 'ATTENDANCE' },
  });
};

/** A date with a place for them is off or at another time: both sides learn of it, since the hub writes to no client. */
export const tellDateChanged = async (
  hub: Hub,
  tx: Transaction,
  { referralIds }: HubEvents['signUp.dateChanged'],
): Promise<void> => {
  for (const referral of await lockedAll(tx, referralIds)) {
    await tellNews(hub, tx, referral, 'referrer');
    await tellNews(hub, tx, referral, 'receiver');
  }
};
