import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { HubError, invalidInput } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { newId } from '../../platform/ids.ts';
import { holds, type Viewer } from '../../platform/policy/viewer.ts';
import { cleanText } from '../../platform/text/plain-text.ts';
import { loadClient, sealForClient } from '../clients/index.ts';
import { withClientLink, type LinkUse } from '../referrals/index.ts';
import { protectionPolicy } from './protection.policy.ts';
import { answerDays, setRequestClocks, tellOfficers } from './request.notices.ts';
import { requestColumns, type RequestRow } from './request.read.ts';
import type { RequestChannel, RequestKind } from './request.words.ts';

export interface RequestInput {
  readonly kind: RequestKind;
  /** In the client's words, up to 1 000 characters. */
  readonly details?: string | null;
}

const limits = { maxLength: 1_000, multiline: true } as const;
/** Open ones of one client; more say nothing new. */
const mostOpen = 8;

const readDetails = (details: string | null | undefined): string | null => {
  if (!details?.trim()) return null;
  const reading = cleanText(details, limits);
  if (!reading.ok) throw invalidInput('input.details', reading.reason, reading.message);
  return reading.value;
};

const insert = async (
  hub: Hub,
  tx: Transaction,
  clientId: string,
  channel: RequestChannel,
  input: RequestInput,
): Promise<RequestRow> => {
  const now = hub.clock.now();
  const id = newId(now);
  const dueAt = new Date(now.getTime() + answerDays * 86_400_000);
  const details = readDetails(input.details);
  const sealed = details && (await sealForClient(tx, hub.crypto, clientId, `request:${id}`, details));
  const [row] = await tx.query<RequestRow>(
    sql`insert into client_requests (id, region_id, organisation_id, client_id, kind, channel, details, received_at, due_at)
        select ${id}, region_id, organisation_id, id, ${input.kind}, ${channel}, ${sealed}, ${now}, ${dueAt}
        from clients where id = ${clientId}
          and (select count(*) from client_requests where client_id = ${clientId} and decided_at is null) < ${mostOpen}
        returning ${requestColumns}`,
  );
  if (!row)
    throw new HubError('CONFLICT', 'TOO_MANY_REQUESTS', 'Several requests wait for an answer already.');
  await tx.audit({
    action: 'protection.createRequest',
    subjectId: clientId,
    clientIds: [clientId],
    organisationId: row.organisationId,
    facts: { requestId: id, kind: input.kind, channel },
  });
  await setRequestClocks(hub, tx, id, dueAt);
  await tellOfficers(hub, tx, row);
  return row;
};

/**
 * Puts down what a client asked for, by word of mouth or letter. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN;
 * INVALID_INPUT TEXT_TOO_LONG, TEXT_NOT_ALLOWED; CONFLICT TOO_MANY_REQUESTS.
 */
export const createClientRequest = (
  hub: Hub,
  viewer: Viewer,
  input: RequestInput & { readonly clientId: string },
): Promise<RequestRow> =>
  hub.db.write(viewer, async (tx) => {
    const client = await loadClient(tx, input.clientId);
    protectionPolicy.authorize(viewer, 'createRequest', client);
    const isOfficer = holds(viewer, client.organisationId, 'DATA_PROTECTION_OFFICER');
    return insert(hub, tx, client.id, isOfficer ? 'OFFICER' : 'CASEWORKER', input);
  });

/** The client's own, left on the page of a link. Errors: RATE_LIMITED; NOT_FOUND; those of `createClientRequest`. */
export const leaveRequestByLink = (hub: Hub, use: LinkUse, input: RequestInput): Promise<RequestRow> =>
  withClientLink(hub, use, (tx, { clientId }) => insert(hub, tx, clientId, 'LINK', input));
