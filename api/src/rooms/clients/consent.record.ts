import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { newId } from '../../platform/ids.ts';
import { clientPolicy } from './client.policy.ts';
import { Problems } from './client.problems.ts';
import type { ClientRow } from './client.read.ts';
import type { ConsentField, ConsentMethod } from './client.words.ts';
import { expiryOf } from './consent.calendar.ts';
import { setConsentClocks } from './consent.clock.ts';
import { currentTextVersion } from './consent.texts.ts';

/** What a client said yes to, and how. */
export interface ConsentTerms {
  readonly fields: readonly ConsentField[];
  readonly textVersion: string;
  readonly languageTag: string;
  readonly method: ConsentMethod;
  readonly interpreterUsed: boolean;
  /** ISO date, its last day. */
  readonly expiresOn?: string | null;
}

interface CheckedTerms extends ConsentTerms {
  readonly expiresAt: Date;
}

const check = (terms: ConsentTerms, now: Date): CheckedTerms => {
  const problems = new Problems();
  const fields = problems.list('fields', terms.fields, 10);
  if (fields.length === 0)
    problems.add('fields', 'CONSENT_FIELDS_MISSING', 'Name at least one field that may be told.');
  if (terms.textVersion !== currentTextVersion) {
    problems.add(
      'textVersion',
      'CONSENT_TEXT_UNKNOWN',
      `Show the client the text of version ${currentTextVersion}.`,
    );
  }
  if (terms.method === 'LINK') {
    problems.add(
      'method',
      'CONSENT_METHOD_OF_CLIENT',
      'A consent by link is given by the client. Choose SPOKEN or PAPER.',
    );
  }
  const languageTag = problems.languageTag('languageTag', terms.languageTag);
  const expiresAt = expiryOf(now, terms.expiresOn);
  if (!expiresAt)
    problems.add('expiresOn', 'CONSENT_EXPIRY_NOT_ALLOWED', 'Choose a day from today to two years from now.');
  problems.throwIfAny();
  return { ...terms, fields, languageTag, expiresAt: expiresAt ?? now };
};

interface NewConsent extends Omit<ConsentTerms, 'expiresOn'> {
  readonly clientId: string;
  /** Who may be told. */
  readonly receiverId: string;
  readonly expiresAt: Date;
}

const write = async (hub: Hub, tx: Transaction, consent: NewConsent): Promise<string> => {
  const now = hub.clock.now();
  const id = newId(now);
  const { clientId, receiverId, fields, method } = consent;
  const [owner] = await tx.query<{ organisationId: string }>(
    sql`insert into consents (id, region_id, client_id, organisation_id, referring_organisation_id, fields, text_version,
          language_tag, method, interpreter_used, given_at, expires_at, recorded_by)
        select ${id}, region_id, id, ${receiverId}, organisation_id, ${[...fields]}::text[], ${consent.textVersion},
          ${consent.languageTag}, ${method}, ${consent.interpreterUsed}, ${now}, ${consent.expiresAt},
          ${tx.viewer.personId}::uuid
        from clients where id = ${clientId}
        returning referring_organisation_id as "organisationId"`,
  );
  await tx.audit({
    action: 'client.recordConsent',
    subjectId: clientId,
    clientIds: [clientId],
    organisationId: owner?.organisationId ?? null,
    facts: { consentId: id, receiverId, fields: [...fields], method },
  });
  await setConsentClocks(hub, tx, id, consent.expiresAt);
  return id;
};

/**
 * The client's own yes, given alone on the page of a link, to terms that were fixed when the link was made; returns its
 * id. Whoever calls this has checked the link.
 */
export const insertConsentByLink = (
  hub: Hub,
  tx: Transaction,
  consent: Omit<NewConsent, 'method' | 'interpreterUsed'>,
): Promise<string> => write(hub, tx, { ...consent, method: 'LINK', interpreterUsed: false });

/**
 * Writes down a client's consent in the caller's transaction; returns its id. The receiver must exist. Errors:
 * FORBIDDEN; INVALID_INPUT (CONSENT_FIELDS_MISSING, CONSENT_TEXT_UNKNOWN, CONSENT_METHOD_OF_CLIENT,
 * CONSENT_EXPIRY_NOT_ALLOWED, LANGUAGE_TAG_INVALID) with paths `input.…`.
 */
export const insertConsent = async (
  hub: Hub,
  tx: Transaction,
  client: ClientRow,
  receiverId: string,
  given: ConsentTerms,
): Promise<string> => {
  clientPolicy.authorize(tx.viewer, 'recordConsent', client);
  const terms = check(given, hub.clock.now());
  return write(hub, tx, { ...terms, clientId: client.id, receiverId });
};
