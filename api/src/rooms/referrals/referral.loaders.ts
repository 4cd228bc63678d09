import sql, { join } from 'sql-template-tag';
import { defineLoader, groupedById } from '../../platform/loader.ts';
import { isSystem, organisationsOf } from '../../platform/policy/viewer.ts';
import {
  identityColumns,
  openIdentity,
  type ConsentField,
  type Identity,
  type SealedIdentity,
} from '../clients/index.ts';
import { unsentStates } from './referral.machine.ts';
import { referralPolicy } from './referral.policy.ts';
import { recordingOf } from './referral.read.ts';
import { referralColumns, referralTables, type ReferralRow } from './referral.row.ts';
import {
  historyVisibleTo,
  isOpenToReceiver,
  readFor,
  receivedBy,
  sentBy,
  toldState,
} from './referral.visibility.ts';
import type { ReferralState } from './referral.words.ts';

export interface EventRow {
  readonly id: string;
  readonly referralId: string;
  readonly at: Date;
  readonly actorPersonId: string | null;
  readonly actorOrganisationId: string | null;
  readonly action: string;
  readonly fromState: ReferralState | null;
  readonly toState: ReferralState;
}

/** A referral's history, oldest first; for the receiver it begins when the referral was sent. Recorded. */
export const eventsLoader = defineLoader(async (hub, viewer, ids) => {
  const told = toldState(viewer, sql`e.to_state`);
  const toldAction = sql`case when ${told} = e.to_state then e.action else 'withdraw' end`;
  const rows = await hub.db.readRecorded<EventRow>(
    viewer,
    { ...recordingOf('referral.readHistory'), referral: 'referralId' },
    sql`select e.id, e.referral_id as "referralId", r.client_id as "clientId", ${readFor(viewer)}, e.at, e.actor_person_id as "actorPersonId",
               e.actor_organisation_id as "actorOrganisationId", ${toldAction} as action,
               e.from_state as "fromState", ${told} as "toState"
        from referral_events e join referrals r on r.id = e.referral_id
        where e.referral_id = any(${[...ids]}::uuid[]) and ${historyVisibleTo(viewer)}
          and (e.to_state not in (${join([...unsentStates])}) or ${isSystem(viewer) ? sql`true` : sentBy(viewer)})
        order by e.referral_id, e.version`,
  );
  return groupedById(ids, rows, ({ referralId }) => referralId);
});

type OpenReferral = ReferralRow & SealedIdentity;

/** Only what the consent names. */
const withinConsent = (identity: Identity, fields: readonly ConsentField[]): Identity => ({
  ...identity,
  safeContactNote: fields.includes('SAFE_CONTACT_NOTE') ? identity.safeContactNote : null,
});

/**
 * Tier 1 by referral id, read from the client's identity through the open grant. Null where the tier hides it, or where
 * the consent names no name and contact. Read and recorded in one statement: where the log does not take it, nothing is
 * told.
 */
export const referralIdentityLoader = defineLoader(async (hub, viewer, ids) => {
  const isReceiver = organisationsOf(viewer, 'COORDINATOR', 'VOLUNTEER').length > 0;
  if (!isReceiver || viewer.assurance !== 'STRONG') return ids.map(() => null);
  const rows = await hub.db.readRecorded<OpenReferral>(
    viewer,
    { ...recordingOf('referral.readIdentity'), organisation: 'receivingOrganisationId' },
    sql`select ${referralColumns}, ${identityColumns}
        from ${referralTables} join referral_grants g on g.referral_id = r.id
        join client_identities i on i.client_id = r.client_id
        where r.id = any(${[...ids]}::uuid[]) and ${receivedBy(viewer)} and g.opened_at is not null and g.closed_at is null
          and ${isOpenToReceiver(1, hub.clock.now())} and c.fields @> array['GIVEN_NAME', 'CONTACT']`,
  );
  const shown = new Map(
    rows
      .filter((row) => referralPolicy.can(viewer, 'readIdentity', row))
      .map((row) => [row.id, withinConsent(openIdentity(hub.crypto, row), row.consentFields ?? [])]),
  );
  return ids.map((id) => shown.get(id) ?? null);
});
