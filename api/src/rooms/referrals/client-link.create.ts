import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { HubError, invalidInput } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { newId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import {
  currentLinkTextVersion,
  expiryOf,
  isActiveAt,
  loadClient,
  openIdentities,
  type ConsentField,
} from '../clients/index.ts';
import { newSecret, portalLanguageOf, portalLanguages, portalLink, secretHash } from '../people/index.ts';
import { clientLinkPolicy } from './client-link.policy.ts';
import { closeLinks } from './client-link.read.ts';
import { moveNotAllowed, obstacleMessages } from './referral.errors.ts';
import { coversHandover } from './referral.handover.ts';
import { loadReferral } from './referral.load.ts';
import type { ReferralRow } from './referral.row.ts';
import { consentOf } from './referral.consent.ts';

export interface CreateClientLinkInput {
  readonly referralId: string;
  /** What the client is asked to let the receiver know; the name and the contact when left out. */
  readonly fields?: readonly ConsentField[] | null;
  /** ISO date, the last day of the consent that is asked. */
  readonly expiresOn?: string | null;
  /** Also to the client's own address. */
  readonly sendByMail?: boolean | null;
}

/** A fresh link. Its address is told this once and kept nowhere. */
export interface ClientLinkMade {
  readonly url: string;
  readonly expiresAt: Date;
}

const DAYS_TO_ANSWER = 14;
const dayMilliseconds = 86_400_000;

interface Terms {
  readonly fields: readonly ConsentField[];
  readonly consentExpiresAt: Date;
  readonly expiresAt: Date;
}

/** What is asked while consent is awaited; afterwards the link shows how the referral stands while consent lasts. */
const termsOf = (viewer: Viewer, referral: ReferralRow, input: CreateClientLinkInput, now: Date): Terms => {
  const consent = consentOf(referral);
  if (consent && isActiveAt(consent, now)) {
    return { fields: consent.fields, consentExpiresAt: consent.expiresAt, expiresAt: consent.expiresAt };
  }
  if (referral.state !== 'AWAITING_CONSENT') throw moveNotAllowed(viewer, referral, now);
  const fields = [...new Set(input.fields ?? (['GIVEN_NAME', 'CONTACT'] as const))];
  if (!coversHandover(fields))
    throw invalidInput('input.fields', 'CONSENT_SCOPE', obstacleMessages.CONSENT_SCOPE);
  const consentExpiresAt = expiryOf(now, input.expiresOn);
  if (!consentExpiresAt) {
    throw invalidInput(
      'input.expiresOn',
      'CONSENT_EXPIRY_NOT_ALLOWED',
      'Choose a day from today to two years from now.',
    );
  }
  const answerUntil = new Date(now.getTime() + DAYS_TO_ANSWER * dayMilliseconds);
  return {
    fields,
    consentExpiresAt,
    expiresAt: answerUntil < consentExpiresAt ? answerUntil : consentExpiresAt,
  };
};

/** The first of a client's languages that the portal speaks. */
const pageLanguageOf = (languages: readonly string[]): string =>
  languages.find((tag) => portalLanguages.some((known) => known === tag.split('-')[0])) ?? 'fi';

const mailTo = async (hub: Hub, tx: Transaction, clientId: string, languageTag: string, url: string) => {
  const identity = (await openIdentities(tx, hub.crypto, [clientId])).get(clientId);
  if (identity?.contactKind !== 'MAIL') {
    throw new HubError(
      'CONFLICT',
      'CLIENT_HAS_NO_MAIL',
      'The client’s contact is not an e-mail address. Show the code or copy the link.',
    );
  }
  await tx.send({
    kind: 'mail',
    to: identity.contact,
    template: 'referrals.client-link',
    languageTag,
    values: { url },
  });
};

/**
 * Makes the client's link to a referral; an older one stops working. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN;
 * CONFLICT MOVE_NOT_ALLOWED (neither asked nor consented), CLIENT_HAS_NO_MAIL; INVALID_INPUT CONSENT_SCOPE,
 * CONSENT_EXPIRY_NOT_ALLOWED.
 */
export const createClientLink = (
  hub: Hub,
  viewer: Viewer,
  input: CreateClientLinkInput,
): Promise<ClientLinkMade> =>
  hub.db.write(viewer, async (tx) => {
    const referral = await loadReferral(tx, input.referralId);
    clientLinkPolicy.authorize(viewer, 'create', referral);
    const now = hub.clock.now();
    const { fields, consentExpiresAt, expiresAt } = termsOf(viewer, referral, input, now);
    await closeLinks(tx, referral.id, now);
    const secret = newSecret();
    await tx.query(
      sql`insert into client_links (id, region_id, referral_id, referring_organisation_id, secret_hash, fields, text_version,
            consent_expires_at, created_at, expires_at)
          select ${newId(now)}, region_id, id, referring_organisation_id, ${secretHash(secret)}, ${[...fields]}::text[],
            ${currentLinkTextVersion}, ${consentExpiresAt}, ${now}, ${expiresAt}
          from referrals where id = ${referral.id}`,
    );
    const client = await loadClient(tx, referral.clientId);
    const languageTag = portalLanguageOf(pageLanguageOf(client.languages));
    const url = portalLink(hub.env, languageTag, `/i/${secret}`);
    const isMailed = input.sendByMail === true;
    if (isMailed) await mailTo(hub, tx, referral.clientId, languageTag, url);
    await tx.audit({
      action: 'clientLink.create',
      subjectId: referral.clientId,
      clientIds: [referral.clientId],
      referralIds: [referral.id],
      organisationId: referral.referringOrganisationId,
      facts: { referralId: referral.id, fields: [...fields], isMailed },
    });
    return { url, expiresAt };
  });
