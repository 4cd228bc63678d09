import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { HubError, invalidInput, notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { findPersonalData } from '../../platform/text/personal-data.ts';
import { cleanText } from '../../platform/text/plain-text.ts';
import { newId } from '../../platform/ids.ts';
import type { DetailField } from '../clients/index.ts';
import { canHaveDetails } from './detail.scope.ts';
import { checkWords, keyOf } from './message.write.ts';
import { insertEvent } from './referral.events.ts';
import { loadReferral } from './referral.load.ts';
import { tellNews } from './referral.notices.ts';
import { referralPolicy } from './referral.policy.ts';
import { readReferrals } from './referral.read.ts';
import type { ReferralRow } from './referral.row.ts';
import { viewOf, type ReferralView } from './referral.view.ts';

export interface DetailInput {
  readonly referralId: string;
  readonly field: DetailField;
}

type DetailAction = 'askDetail' | 'grantDetail' | 'refuseDetail';
type DetailWork = (tx: Transaction, referral: ReferralRow, now: Date) => Promise<void>;

const longest = 280;

const outOfScope = (): HubError =>
  new HubError(
    'CONFLICT',
    'DETAIL_OUT_OF_SCOPE',
    'The client’s consent does not name this, or the receiver may not see who the client is now. Ask the client first.',
  );

const notAsked = (): HubError =>
  new HubError('CONFLICT', 'DETAIL_NOT_ASKED', 'The receiver has not asked for this. Reload the referral.');

/** The way of all three: load, authorise, scope, change, history, audit and notice in one transaction. */
const changeDetail = async (
  hub: Hub,
  viewer: Viewer,
  action: DetailAction,
  { referralId, field }: DetailInput,
  work: DetailWork,
): Promise<ReferralView> => {
  await hub.db.write(viewer, async (tx) => {
    const referral = await loadReferral(tx, referralId);
    referralPolicy.authorize(viewer, action, referral);
    const now = hub.clock.now();
    if (!canHaveDetails(referral, now) || !referral.consentFields?.includes(field)) throw outOfScope();
    await work(tx, referral, now);
    const isAsking = action === 'askDetail';
    const organisationId = isAsking ? referral.receivingOrganisationId : referral.referringOrganisationId;
    const version = referral.version + 1;
    await tx.query(sql`update referrals set version = ${version} where id = ${referralId}`);
    await insertEvent(tx, {
      referralId,
      at: now,
      actorOrganisationId: organisationId,
      action,
      fromState: referral.state,
      toState: referral.state,
      version,
      facts: { field },
    });
    await tx.audit({
      action: `referral.${action}`,
      subjectId: referralId,
      clientIds: [referral.clientId],
      referralIds: [referralId],
      organisationId,
      facts: { field, version },
    });
    await tellNews(hub, tx, referral, isAsking ? 'referrer' : 'receiver');
  });
  const [referral] = await readReferrals(hub, viewer, [referralId]);
  if (!referral) throw notFound();
  return viewOf(viewer, referral, hub.clock.now());
};

/**
 * The receiver asks for one more thing, with a reason; what was refused may be asked for again. Errors: UNAUTHENTICATED;
 * NOT_FOUND; FORBIDDEN; CONFLICT DETAIL_OUT_OF_SCOPE, DETAIL_GRANTED; INVALID_INPUT as of messages on `input.reason`.
 */
export const askDetail = (
  hub: Hub,
  viewer: Viewer,
  input: DetailInput & { readonly reason: string },
): Promise<ReferralView> =>
  changeDetail(hub, viewer, 'askDetail', input, async (tx, referral, now) => {
    const reason = await checkWords(hub, tx, referral, input.reason, { path: 'input.reason', longest });
    const key = await keyOf(hub, tx, referral.id);
    const sealed = hub.crypto.sealWith(key, referral.id, reason, `detail:${input.field}:reason`);
    const rows = await tx.query(
      sql`insert into referral_details (id, region_id, referral_id, referring_organisation_id, receiving_organisation_id,
            field, status, reason, asked_at)
          select ${newId(now)}, region_id, id, referring_organisation_id, receiving_organisation_id, ${input.field}, 'ASKED',
            ${sealed}, ${now} from referrals where id = ${referral.id}
          on conflict (referral_id, field) do update set status = 'ASKED', reason = excluded.reason,
            asked_at = excluded.asked_at, answered_at = null where referral_details.status <> 'GRANTED'
          returning id`,
    );
    if (rows.length === 0)
      throw new HubError('CONFLICT', 'DETAIL_GRANTED', 'This was granted already. Reload the referral.');
  });

const checkValue = (field: DetailField, written: string): string => {
  const path = 'input.value';
  const reading = cleanText(written, { maxLength: longest, multiline: field === 'HOME_ADDRESS' });
  if (!reading.ok) throw invalidInput(path, reading.reason, reading.message);
  if (reading.value === '') throw invalidInput(path, 'TEXT_EMPTY', 'Write what the receiver may know.');
  if (findPersonalData(reading.value).some(({ kind }) => kind === 'IDENTITY_CODE'))
    throw invalidInput(path, 'IDENTITY_CODE_NOT_ALLOWED', 'Identity codes are never written here.');
  if (field === 'BIRTH_YEAR' && !/^(19|20)\d{2}$/.test(reading.value))
    throw invalidInput(path, 'YEAR_UNKNOWN', 'Write a year of four digits.');
  return reading.value;
};

/** Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; CONFLICT DETAIL_OUT_OF_SCOPE, DETAIL_NOT_ASKED; INVALID_INPUT TEXT_…, IDENTITY_CODE_NOT_ALLOWED, YEAR_UNKNOWN on `input.value`. */
export const grantDetail = (
  hub: Hub,
  viewer: Viewer,
  input: DetailInput & { readonly value: string },
): Promise<ReferralView> =>
  changeDetail(hub, viewer, 'grantDetail', input, async (tx, referral, now) => {
    const value = checkValue(input.field, input.value);
    const key = await keyOf(hub, tx, referral.id);
    const sealed = hub.crypto.sealWith(key, referral.id, value, `detail:${input.field}:value`);
    const rows = await tx.query(
      sql`update referral_details set status = 'GRANTED', value = ${sealed}, answered_at = ${now}
          where referral_id = ${referral.id} and field = ${input.field} returning id`,
    );
    if (rows.length === 0) throw notAsked();
  });

/** Says no, or takes back what was granted: the value is gone. Errors: those of `grantDetail` but for the value's. */
export const refuseDetail = (hub: Hub, viewer: Viewer, input: DetailInput): Promise<ReferralView> =>
  changeDetail(hub, viewer, 'refuseDetail', input, async (tx, referral, now) => {
    const rows = await tx.query(
      sql`update referral_details set status = 'REFUSED', value = null, answered_at = ${now}
          where referral_id = ${referral.id} and field = ${input.field} returning id`,
    );
    if (rows.length === 0) throw notAsked();
  });
