import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { isActiveAt, type ConsentField } from '../clients/index.ts';
import type { OpenedLink } from './client-link.read.ts';
import { referralMachine } from './referral.machine.ts';
import type { ReferralRow } from './referral.row.ts';
import { consentOf } from './referral.consent.ts';
import type { ReferralState } from './referral.words.ts';

/** How a referral stands, as its client is told it. */
export type ClientStep =
  'ASKED' | 'RECEIVED' | 'WAITING' | 'ACCEPTED' | 'MEETING' | 'PAUSED' | 'NOT_TAKEN' | 'ENDED' | 'STOPPED';

/** A client's own page: how it stands and what is shared, without a word of who they are. */
export interface ClientPage {
  readonly clientId: string;
  readonly step: ClientStep;
  readonly receivingOrganisationId: string;
  readonly referringOrganisationId: string;
  readonly offeringId: string | null;
  readonly nextOccurrenceId: string | null;
  readonly fields: ConsentField[];
  readonly textVersion: string;
  readonly sharedUntil: Date;
  readonly answerDueAt: Date | null;
  readonly callDueAt: Date | null;
  readonly viewerCan: { readonly confirm: boolean; readonly refuse: boolean; readonly stop: boolean };
}

const steps: Readonly<Record<ReferralState, ClientStep>> = {
  DRAFT: 'ENDED',
  AWAITING_CONSENT: 'ASKED',
  SENT: 'RECEIVED',
  NEEDS_INFO: 'RECEIVED',
  WAITLISTED: 'WAITING',
  ACCEPTED: 'ACCEPTED',
  IN_PROGRESS: 'MEETING',
  ON_HOLD: 'PAUSED',
  CLOSED: 'ENDED',
  DECLINED: 'NOT_TAKEN',
  WITHDRAWN: 'ENDED',
  CONSENT_REVOKED: 'STOPPED',
  EXPIRED: 'NOT_TAKEN',
  ERASED: 'ENDED',
};

const mayClient = ({ state }: ReferralRow, action: 'confirmConsent' | 'refuseConsent'): boolean =>
  referralMachine.move(state, action)?.by.includes('client') === true;

/** The next date on which the client has a place, else the next of what they were taken in to. */
const nextDateOf = async (
  hub: Hub,
  tx: Transaction,
  { id, offeringId }: ReferralRow,
): Promise<string | null> => {
  const [next] = await tx.query<{ id: string }>(
    sql`select id from occurrences
        where offering_id = ${offeringId} and status = 'SCHEDULED' and starts_at > ${hub.clock.now()}
        order by exists (
          select 1 from sign_ups s where s.occurrence_id = occurrences.id and s.referral_id = ${id} and s.status = 'CONFIRMED'
        ) desc, starts_at, id limit 1`,
  );
  return next?.id ?? null;
};

/** What the link shows; that it was looked at is recorded, since more people than the client may hold a phone. */
export const pageOf = async (
  hub: Hub,
  tx: Transaction,
  { link, referral }: OpenedLink,
): Promise<ClientPage> => {
  const { id: referralId, clientId } = referral;
  await tx.auditReads('clientLink.read', [{ organisationId: null, clientId, referralId }]);
  const consent = consentOf(referral);
  const now = hub.clock.now();
  const isShared = consent !== null && isActiveAt(consent, now);
  // A day that is past is no promise any more.
  const coming = (dueAt: Date | null): Date | null => (dueAt && dueAt > now ? dueAt : null);
  const step = consent && !isShared ? 'STOPPED' : steps[referral.state];
  // Its name alone may tell of health, faith or orientation: whoever looks over a shoulder does not read it here.
  const isNamed = !referral.isSensitive;
  const isAwaited = isNamed && (step === 'ACCEPTED' || step === 'MEETING');
  return {
    clientId,
    step,
    receivingOrganisationId: referral.receivingOrganisationId,
    referringOrganisationId: referral.referringOrganisationId,
    offeringId: isNamed ? referral.offeringId : null,
    nextOccurrenceId: isAwaited ? await nextDateOf(hub, tx, referral) : null,
    fields: consent ? [...consent.fields] : link.fields,
    textVersion: link.textVersion,
    sharedUntil: consent?.expiresAt ?? link.consentExpiresAt,
    answerDueAt: step === 'RECEIVED' ? coming(referral.answerDueAt) : null,
    callDueAt: step === 'ACCEPTED' ? coming(referral.firstContactDueAt) : null,
    viewerCan: {
      confirm: mayClient(referral, 'confirmConsent'),
      refuse: mayClient(referral, 'refuseConsent'),
      stop: isShared,
    },
  };
};
