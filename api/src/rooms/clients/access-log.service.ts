import {
  pageOf,
  toConnection,
  type Connection,
  type ConnectionArgs,
} from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { readAccessLog, type AccessEvent } from './access-log.read.ts';
import { clientPolicy } from './client.policy.ts';
import type { ClientRow } from './client.read.ts';

/** Who saw and changed a client's data (permission matrix: accesslog.of_client). */
export class AccessLogService {
  constructor(private readonly hub: Hub) {}

  /** Null for whoever may see the client but not the log. Errors: those of pages. */
  async ofClient(
    viewer: Viewer,
    client: ClientRow,
    args: ConnectionArgs,
  ): Promise<Connection<AccessEvent> | null> {
    if (!clientPolicy.can(viewer, 'readAccessLog', client)) return null;
    const { id: clientId, organisationId } = client;
    const withPeople = clientPolicy.can(viewer, 'readAccessLogWithPeople', client);
    const page = pageOf(args, 'clients.accessLog');
    const events = await readAccessLog(this.hub, viewer, { clientId, organisationId, withPeople }, page);
    // Not counted: it grows by being read.
    return toConnection(events, page, ({ at, id }) => [at.toISOString(), id]);
  }
}
