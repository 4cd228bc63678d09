import { HubError, notFound } from '../../platform/errors/hub-error.ts';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { newId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { RegionService } from '../regions/index.ts';
import { checkClient, checkIdentity, type ClientFields, type IdentityInput } from './client.check.ts';
import type { ClientColumns } from './client.check.ts';
import { clientPolicy } from './client.policy.ts';
import { Problems } from './client.problems.ts';
import { newPseudonym } from './client.pseudonym.ts';
import { readClients, type ClientRow } from './client.read.ts';
import { insertClient, insertIdentity, type ClientOwner } from './client.write.ts';

export interface CreateClientInput extends ClientFields {
  readonly organisationId: string;
  readonly identity: IdentityInput;
  readonly idempotencyKey?: string | null;
  /** For seeds; people do not choose it, lest it say something. */
  readonly pseudonym?: string;
}

const PSEUDONYM_TRIES = 20;

/** Takes a client in: the row for matching, and apart from it who it is. */
export class ClientCreation {
  constructor(private readonly hub: Hub) {}

  /**
   * The viewer becomes the client's caseworker. Errors: FORBIDDEN (NOT_ALLOWED, STRONG_SIGN_IN_NEEDED); INVALID_INPUT
   * with every wrong field; CONFLICT IDEMPOTENCY_KEY_REUSED.
   */
  async create(viewer: Viewer, input: CreateClientInput): Promise<ClientRow> {
    clientPolicy.authorize(viewer, 'create', input.organisationId);
    const problems = new Problems();
    const columns = await checkClient(this.hub, problems, input);
    const identity = checkIdentity(problems, input.identity);
    problems.throwIfAny();
    const { id: regionId } = await this.hub.get(RegionService).region();
    const owner = { regionId, organisationId: input.organisationId, caseworkerId: viewer.personId };
    const id = await this.hub.db.write(viewer, (tx) =>
      tx.once('createClient', input.idempotencyKey, this.fingerprint(input), async () => {
        const clientId = await this.insert(tx, owner, columns, input.pseudonym);
        await insertIdentity(tx, this.hub.crypto, clientId, owner, identity);
        await tx.audit({
          action: 'client.create',
          subjectId: clientId,
          clientIds: [clientId],
          organisationId: owner.organisationId,
        });
        return clientId;
      }),
    );
    const [client] = await readClients(this.hub, viewer, [id]);
    if (!client) throw notFound();
    return client;
  }

  private async insert(
    tx: Transaction,
    owner: ClientOwner,
    columns: ClientColumns,
    wanted?: string,
  ): Promise<string> {
    const at = this.hub.clock.now();
    const id = newId(at);
    for (let tries = 0; tries < PSEUDONYM_TRIES; tries += 1) {
      const pseudonym = tries === 0 && wanted ? wanted : newPseudonym();
      if (await insertClient(tx, { id, at, owner, pseudonym, columns })) return id;
    }
    throw new HubError('CONFLICT', 'TRY_AGAIN', 'No free pseudonym was found. Try again.');
  }

  /** What a repeated call is known by: keyed, so that nobody can try names against the kept hash. */
  private fingerprint(input: CreateClientInput): unknown {
    return this.hub.crypto.keyedHash('clients.idempotency', JSON.stringify(input)).toString('base64url');
  }
}
