import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { notFound } from '../../platform/errors/hub-error.ts';
import { isId } from '../../platform/ids.ts';
import { clientPolicy } from './client.policy.ts';
import { clientColumns, type ClientRow } from './client.read.ts';
import { visibleTo } from './client.visibility.ts';

/**
 * A client in a transaction. Errors: UNAUTHENTICATED; NOT_FOUND, also for one
 * that the viewer may not see.
 */
export const loadClient = async (tx: Transaction, id: string): Promise<ClientRow> => {
  clientPolicy.authorize(tx.viewer, 'list', null);
  if (!isId(id)) throw notFound();
  const [client] = await tx.query<ClientRow>(
    sql`select ${clientColumns} from clients where id = ${id} and ${visibleTo(tx.viewer)}`,
  );
  if (!client) throw notFound();
  return client;
};

/** Makes two changes of one client wait for each other; returns the version now. */
export const lockClient = async (tx: Transaction, id: string): Promise<number> => {
  const [row] = await tx.query<{ version: number }>(
    sql`select version from clients where id = ${id} for update`,
  );
  if (!row) throw notFound();
  return row.version;
};
