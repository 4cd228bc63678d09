import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { HubError, invalidInput, notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { endConsentsOf, eraseClient } from '../clients/index.ts';
import { protectionPolicy } from './protection.policy.ts';
import { requestColumns, visibleTo, type RequestRow } from './request.read.ts';
import type { RefusalReason, RequestDecision, RequestKind } from './request.words.ts';

export interface DecideInput {
  readonly requestId: string;
  readonly decision: RequestDecision;
  readonly refusalReason?: RefusalReason | null;
}

type Effect = (hub: Hub, tx: Transaction, client: { id: string; organisationId: string }) => Promise<void>;

/** What is done by the decision itself; the others are done by people before they decide. */
const effects: Partial<Record<RequestKind, Effect>> = {
  ERASE: (hub, tx, client) => eraseClient(hub, tx, client, 'CLIENT_REQUEST'),
  // Nothing is disclosed any more, to nobody.
  RESTRICT: (hub, tx, { id }) => endConsentsOf(hub, tx, id),
};

const load = async (tx: Transaction, id: string): Promise<RequestRow> => {
  protectionPolicy.authorize(tx.viewer, 'listRequests', null);
  if (!isId(id)) throw notFound();
  const [row] = await tx.query<RequestRow>(
    sql`select ${requestColumns} from client_requests where id = ${id} and ${visibleTo(tx.viewer)} for update`,
  );
  if (!row) throw notFound();
  return row;
};

/**
 * Answers a client's request. DONE on ERASE erases the client with everything held on them, on RESTRICT it ends every
 * consent, in the same transaction. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN (NOT_ALLOWED,
 * STRONG_SIGN_IN_NEEDED); CONFLICT REQUEST_ANSWERED; INVALID_INPUT REFUSAL_REASON_MISSING.
 */
export const decideClientRequest = (hub: Hub, viewer: Viewer, input: DecideInput): Promise<RequestRow> =>
  hub.db.write(viewer, async (tx) => {
    const request = await load(tx, input.requestId);
    protectionPolicy.authorize(viewer, 'decideRequest', request);
    if (request.decidedAt)
      throw new HubError('CONFLICT', 'REQUEST_ANSWERED', 'This request was answered already.');
    const isRefused = input.decision === 'REFUSED';
    if (isRefused && !input.refusalReason) {
      throw invalidInput('input.refusalReason', 'REFUSAL_REASON_MISSING', 'Say why: the client is told.');
    }
    const { clientId, organisationId, kind } = request;
    await tx.query(
      sql`update client_requests set decided_at = ${hub.clock.now()}, decided_by = ${viewer.personId}::uuid,
            decision = ${input.decision}, refusal_reason = ${isRefused ? input.refusalReason : null}
          where id = ${request.id}`,
    );
    await tx.audit({
      action: 'protection.decideRequest',
      subjectId: clientId ?? request.id,
      clientIds: clientId ? [clientId] : [],
      organisationId,
      facts: { requestId: request.id, kind, decision: input.decision },
    });
    if (!isRefused && clientId) await effects[kind]?.(hub, tx, { id: clientId, organisationId });
    const [decided] = await tx.query<RequestRow>(
      sql`select ${requestColumns} from client_requests where id = ${request.id}`,
    );
    return decided ?? request;
  });
