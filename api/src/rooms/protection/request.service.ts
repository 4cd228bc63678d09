import {
  pageOf,
  toConnection,
  type Connection,
  type ConnectionArgs,
} from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { protectionPolicy } from './protection.policy.ts';
import { countRequests, listRequests, type RequestFilter, type RequestRow } from './request.read.ts';

/** The officer's queue. */
export class RequestService {
  constructor(private readonly hub: Hub) {}

  /** The newest first. Errors: UNAUTHENTICATED; FORBIDDEN; those of pages. */
  async list(
    viewer: Viewer,
    args: ConnectionArgs,
    { open = null, clientId = null }: RequestFilter,
  ): Promise<Connection<RequestRow>> {
    protectionPolicy.authorize(viewer, 'listRequests', null);
    const page = pageOf(args, 'protection.requests');
    const isNobody = clientId !== null && !isId(clientId);
    const rows = isNobody ? [] : await listRequests(this.hub, viewer, { open, clientId }, page);
    return toConnection(
      rows,
      page,
      (row) => [row.receivedAt.toISOString(), row.id],
      () => (isNobody ? Promise.resolve(0) : countRequests(this.hub, viewer, { open, clientId })),
    );
  }
}
