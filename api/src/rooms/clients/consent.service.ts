import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { unknownReceiver } from './client.errors.ts';
import { loadClient } from './client.load.ts';
import { clientPolicy } from './client.policy.ts';
import { readClients, type ClientRow } from './client.read.ts';
import { endConsent } from './consent.end.ts';
import { loadConsent, readConsentsOfClients, type ConsentView } from './consent.read.ts';
import { insertConsent, type ConsentTerms } from './consent.record.ts';

export interface RecordConsentInput extends ConsentTerms {
  readonly clientId: string;
  readonly organisationId: string;
  readonly idempotencyKey?: string | null;
}

/** A consent with its client, as both mutations answer. */
export interface ConsentOfClient {
  readonly consent: ConsentView;
  readonly client: ClientRow;
}

export class ConsentService {
  constructor(private readonly hub: Hub) {}

  /** Errors: NOT_FOUND; INVALID_INPUT ORGANISATION_UNKNOWN; those of `insertConsent`; CONFLICT IDEMPOTENCY_KEY_REUSED. */
  async record(viewer: Viewer, input: RecordConsentInput): Promise<ConsentOfClient> {
    const { clientId, organisationId, idempotencyKey } = input;
    const id = await this.hub.db.write(viewer, async (tx) => {
      const client = await loadClient(tx, clientId);
      clientPolicy.authorize(viewer, 'recordConsent', client);
      if (!(await this.isReceiver(tx, organisationId))) throw unknownReceiver('input.organisationId');
      return tx.once('recordConsent', idempotencyKey, input, () =>
        insertConsent(this.hub, tx, client, organisationId, input),
      );
    });
    return this.read(viewer, clientId, id);
  }

  /** Ends a consent at once, and what rests on it. Withdrawing it again changes nothing. Errors: NOT_FOUND, FORBIDDEN. */
  async withdraw(viewer: Viewer, consentId: string): Promise<ConsentOfClient> {
    clientPolicy.authorize(viewer, 'list', null);
    const clientId = await this.hub.db.write(viewer, async (tx) => {
      const consent = isId(consentId) ? await loadConsent(tx, consentId) : undefined;
      if (!consent) throw notFound();
      const client = await loadClient(tx, consent.clientId);
      clientPolicy.authorize(viewer, 'withdrawConsent', client);
      if (consent.withdrawnAt === null) await endConsent(this.hub, tx, consent);
      return client.id;
    });
    return this.read(viewer, clientId, consentId);
  }

  private async isReceiver(tx: Transaction, id: string): Promise<boolean> {
    if (!isId(id)) return false;
    const rows = await tx.query(sql`select 1 from organisations where id = ${id} and is_public`);
    return rows.length > 0;
  }

  private async read(viewer: Viewer, clientId: string, consentId: string): Promise<ConsentOfClient> {
    const [[client], consents] = await Promise.all([
      readClients(this.hub, viewer, [clientId]),
      readConsentsOfClients(this.hub, viewer, [clientId]),
    ]);
    const consent = consents.find(({ id }) => id === consentId);
    if (!client || !consent) throw notFound();
    return { client, consent };
  }
}
