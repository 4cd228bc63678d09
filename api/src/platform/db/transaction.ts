import type { EntityManager } from '@mikro-orm/postgresql';
import type { Sql } from 'sql-template-tag';
import type { AuditEntry, Reading } from '../audit/audit.ts';
import type { EventName, HubEvents } from '../events/events.ts';
import type { Message } from '../outbox/outbox.ts';
import type { Viewer } from '../policy/viewer.ts';

/** One unit of work: everything done through it commits together or not at all. */
export interface Transaction {
  readonly em: EntityManager;
  readonly viewer: Viewer;
  /** Plain rows of one statement, within the transaction and its row-level security. */
  query<Row>(statement: Sql): Promise<Row[]>;
  /** Records who did what to which rows; ids and codes only. */
  audit(entry: AuditEntry): Promise<void>;
  /** Records what was read of whom, before it is told; one row for each organisation on whose behalf. */
  auditReads(action: string, readings: readonly Reading[]): Promise<void>;
  /** Runs the handlers of a domain event, in this transaction. */
  emit<Name extends EventName>(name: Name, event: HubEvents[Name]): Promise<void>;
  /** Leaves a message in the outbox; it goes out after the commit. */
  send(message: Message): Promise<void>;
  /** Runs after the commit; lost if the process dies, so only for wake-ups and caches. */
  afterCommit(work: () => void): void;
  /**
   * Runs `create` once per key and viewer and remembers the id it returns: the same key with the same input
   * gives that id again, with another input CONFLICT / IDEMPOTENCY_KEY_REUSED.
   */
  once(
    operation: string,
    key: string | null | undefined,
    input: unknown,
    create: () => Promise<string>,
  ): Promise<string>;
}
