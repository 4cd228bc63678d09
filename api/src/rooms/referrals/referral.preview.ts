import { notFound } from '../../platform/errors/hub-error.ts';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import {
  consentsFor,
  isActiveAt,
  type ClientRow,
  type ConsentField,
  type DetailField,
  detailFields,
  type ConsentRow,
} from '../clients/index.ts';
import { reviewNote } from './note.check.ts';
import { nameLikeWordsOf } from './note.names.ts';
import { liveReferralOf } from './referral.doubles.ts';
import { obstacleMessages, type ObstacleReason } from './referral.errors.ts';
import { coversHandover } from './referral.handover.ts';
import { loadOwnClient, type OwnClient } from './referral.own-client.ts';
import type { SummaryRow } from './referral.row.ts';
import { readTarget, targetObstacles, type ReferralTarget } from './referral.target.ts';
import type { NeedCategory, ReferralPriority, SummaryField } from './referral.words.ts';

export interface PreviewInput {
  readonly clientId: string;
  readonly offeringId: string;
  readonly needCategory?: NeedCategory | null;
  readonly priority?: ReferralPriority | null;
  readonly note?: string | null;
  readonly withheld?: readonly SummaryField[] | null;
}

/** Exactly what the receiver will see, and what stands in the way. */
export interface Preview {
  readonly now: SummaryRow;
  readonly onAcceptance: ConsentField[];
  /** What it may ask for, by the consent that holds. */
  readonly onRequest: DetailField[];
  readonly obstacles: { reason: ObstacleReason; message: string }[];
  readonly activeConsent: (ConsentRow & { isActive: boolean }) | null;
  readonly noteProblems: string[];
  readonly noteNames: string[];
  readonly roomLeft: number | null;
}

const summaryOf = (client: ClientRow, input: PreviewInput): SummaryRow => {
  const { municipalityCode, languages, needsInterpreter, ageBand, accessNeeds } = client;
  const { needCategory, priority, note } = input;
  const withheld = [...new Set(input.withheld ?? [])];
  const isTold = (field: SummaryField): boolean => !withheld.includes(field);
  return {
    needCategory: needCategory ?? 'OTHER',
    municipalityCode,
    languages: isTold('LANGUAGES') ? languages : [],
    needsInterpreter,
    ageBand: isTold('AGE_BAND') ? ageBand : 'NOT_TOLD',
    priority: priority ?? 'NORMAL',
    accessNeeds: isTold('ACCESS_NEEDS') ? accessNeeds : [],
    note: note?.trim() || null,
    withheld,
  };
};

const isDetail = (field: ConsentField): field is DetailField =>
  (detailFields as readonly ConsentField[]).includes(field);

/** What a consent that is still to be asked would name. */
const fieldsToAsk = ({ hasSafeContactNote }: OwnClient): ConsentField[] =>
  hasSafeContactNote ? ['GIVEN_NAME', 'CONTACT', 'SAFE_CONTACT_NOTE'] : ['GIVEN_NAME', 'CONTACT'];

const activeConsentFor = async (tx: Transaction, clientId: string, target: ReferralTarget, now: Date) => {
  const active = (await consentsFor(tx, clientId, target.organisationId)).filter((consent) =>
    isActiveAt(consent, now),
  );
  return active.find(({ fields }) => coversHandover(fields)) ?? null;
};

/** Errors: UNAUTHENTICATED; NOT_FOUND (client or offering); FORBIDDEN. */
export const previewReferral = (hub: Hub, viewer: Viewer, input: PreviewInput): Promise<Preview> =>
  hub.db.write(viewer, async (tx) => {
    const own = await loadOwnClient(hub, tx, input.clientId);
    const target = await readTarget(hub, viewer, input.offeringId);
    if (!target) throw notFound();
    const consent = await activeConsentFor(tx, own.client.id, target, hub.clock.now());
    const live = await liveReferralOf(tx, own.client.id, target.offeringId);
    const reasons: ObstacleReason[] = [
      ...targetObstacles(target),
      ...(live ? (['ALREADY_REFERRED'] as const) : []),
      ...(consent ? [] : (['CONSENT_NEEDED'] as const)),
    ];
    return {
      now: summaryOf(own.client, input),
      onAcceptance: consent?.fields.filter((field) => !isDetail(field)) ?? fieldsToAsk(own),
      onRequest: consent?.fields.filter(isDetail) ?? [],
      obstacles: reasons.map((reason) => ({ reason, message: obstacleMessages[reason] })),
      activeConsent: consent && { ...consent, isActive: true },
      noteProblems: reviewNote(input.note, own.givenName),
      noteNames: nameLikeWordsOf(input.note ?? ''),
      roomLeft: target.roomLeft,
    };
  });
