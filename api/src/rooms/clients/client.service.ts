import type { Hub } from '../../platform/hub.ts';
import {
  pageOf,
  toConnection,
  type Connection,
  type ConnectionArgs,
} from '../../platform/graphql/connection.ts';
import { notFound } from '../../platform/errors/hub-error.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { checkClient, checkIdentity, type ClientFields, type IdentityInput } from './client.check.ts';
import { staleVersion } from './client.errors.ts';
import { loadClient, lockClient } from './client.load.ts';
import { clientPolicy } from './client.policy.ts';
import { Problems } from './client.problems.ts';
import { countClients, listClients, readClients, type ClientRow } from './client.read.ts';
import { updateClient, updateIdentity } from './client.write.ts';

export interface UpdateClientInput extends ClientFields {
  readonly clientId: string;
  readonly version: number;
  readonly identity?: IdentityInput | null;
}

export class ClientService {
  constructor(private readonly hub: Hub) {}

  /** The viewer's own clients, a manager's municipality's too; the newest first. */
  async list(viewer: Viewer, args: ConnectionArgs): Promise<Connection<ClientRow>> {
    clientPolicy.authorize(viewer, 'list', null);
    const page = pageOf(args, 'clients.newest');
    const rows = await listClients(this.hub, viewer, page);
    return toConnection(
      rows,
      page,
      (row) => [row.createdAt.toISOString(), row.id],
      () => countClients(this.hub, viewer),
    );
  }

  /** Null for one that does not exist or that the viewer may not see. */
  async find(viewer: Viewer, id: string): Promise<ClientRow | null> {
    clientPolicy.authorize(viewer, 'list', null);
    if (!isId(id)) return null;
    const [client] = await readClients(this.hub, viewer, [id]);
    return client ?? null;
  }

  /**
   * Changes what is given. Errors: NOT_FOUND; FORBIDDEN (NOT_ALLOWED; STRONG_SIGN_IN_NEEDED for the identity);
   * CONFLICT STALE_VERSION; INVALID_INPUT with every wrong field.
   */
  async update(viewer: Viewer, input: UpdateClientInput): Promise<ClientRow> {
    const { clientId, version, identity } = input;
    await this.hub.db.write(viewer, async (tx) => {
      const client = await loadClient(tx, clientId);
      clientPolicy.authorize(viewer, identity ? 'updateIdentity' : 'update', client);
      const current = await lockClient(tx, clientId);
      if (current !== version) throw staleVersion(current);
      const problems = new Problems();
      const columns = await checkClient(this.hub, problems, input);
      const checked = identity ? checkIdentity(problems, identity) : null;
      problems.throwIfAny();
      await updateClient(tx, clientId, columns, this.hub.clock.now());
      if (checked) await updateIdentity(tx, this.hub.crypto, clientId, checked);
      await tx.audit({
        action: 'client.update',
        subjectId: clientId,
        clientIds: [clientId],
        organisationId: client.organisationId,
        facts: { columns: Object.keys(columns), identity: checked !== null },
      });
    });
    const [client] = await readClients(this.hub, viewer, [clientId]);
    if (!client) throw notFound();
    return client;
  }
}
