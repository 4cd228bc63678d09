import sql, { raw } from 'sql-template-tag';
import { notFound } from '../../platform/errors/hub-error.ts';
import {
  pageOf,
  toConnection,
  type Connection,
  type ConnectionArgs,
} from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import { deliverQueue, type Message } from '../../platform/outbox/outbox.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { failedNoticePolicy } from './failed.policy.ts';

export interface FailedNotice {
  readonly id: string;
  readonly template: string;
  /** What stands behind the @; the address itself is nobody's to see here. */
  readonly receiverDomain: string | null;
  readonly createdAt: Date;
  readonly attempts: number;
  /** The name of the last failure. */
  readonly lastError: string | null;
  readonly isGivenUp: boolean;
}

type Row = Omit<FailedNotice, 'receiverDomain'> & { readonly kind: string; readonly payload: string };

const columns = raw(
  `id, kind, payload, coalesce(template, 'unknown') as template, created_at as "createdAt", attempts,
   last_error as "lastError", failed_at is not null as "isGivenUp"`,
);
const hasFailed = raw(
  'delivered_at is null and payload is not null and (attempts > 0 or failed_at is not null)',
);

/** Mails that could not be delivered so far. */
export class FailedNotices {
  constructor(private readonly hub: Hub) {}

  /** The newest first. Errors: UNAUTHENTICATED; FORBIDDEN; those of pages. */
  async list(viewer: Viewer, args: ConnectionArgs): Promise<Connection<FailedNotice>> {
    failedNoticePolicy.authorize(viewer, 'listFailed', null);
    const page = pageOf(args, 'notices.failed');
    const [createdAt, id] = page.after ?? [];
    const behind = page.after ? sql`and (created_at, id) < (${createdAt}::timestamptz, ${id}::uuid)` : sql``;
    const rows = await this.hub.db.read<Row>(
      viewer,
      sql`select ${columns} from outbox_messages where ${hasFailed} ${behind}
          order by created_at desc, id desc limit ${page.fetchCount}`,
    );
    return toConnection(
      rows.map((row) => this.shown(row)),
      page,
      (notice) => [notice.createdAt.toISOString(), notice.id],
      () => this.count(viewer),
    );
  }

  /** Lets a failed mail be tried again at once, as if it were new. Errors: UNAUTHENTICATED; FORBIDDEN; NOT_FOUND. */
  async retry(viewer: Viewer, id: string): Promise<void> {
    failedNoticePolicy.authorize(viewer, 'retry', null);
    if (!isId(id)) throw notFound();
    await this.hub.db.write(viewer, async (tx) => {
      const rows = await tx.query(
        sql`update outbox_messages set attempts = 0, failed_at = null, deliver_after = null, last_error = null,
              created_at = ${this.hub.clock.now()}
            where id = ${id}::uuid and ${hasFailed} returning id`,
      );
      if (rows.length === 0) throw notFound();
      await tx.audit({ action: 'notice.retry', subjectId: id });
      await this.hub.jobs.send(tx, deliverQueue, { messageId: id });
      tx.afterCommit(() => this.hub.jobs.wake(deliverQueue));
    });
  }

  private async count(viewer: Viewer): Promise<number> {
    const row = await this.hub.db.readOne<{ count: number }>(
      viewer,
      sql`select count(*)::int as count from outbox_messages where ${hasFailed}`,
    );
    return row?.count ?? 0;
  }

  private shown({ kind, payload, ...row }: Row): FailedNotice {
    const { to } = JSON.parse(this.hub.crypto.open('outbox', payload, kind)) as Message;
    return { ...row, receiverDomain: to.split('@')[1] ?? null };
  }
}
