import sql from 'sql-template-tag';
import type { HubEvents } from '../../platform/events/events.ts';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { tellOfficers } from './request.notices.ts';
import { requestColumns, type RequestRow } from './request.read.ts';

const open = (clientId: string) => sql`client_requests where client_id = ${clientId} and decided_at is null`;

/** What waits for an answer goes along with its client: whoever holds the data can answer. */
export const moveRequestsSql: readonly string[] = [
  `create or replace function move_client_requests() returns trigger
     language plpgsql security definer set search_path = public as $$
   begin
     update client_requests set organisation_id = new.organisation_id where client_id = new.id and decided_at is null;
     return null;
   end $$`,
  `create or replace trigger clients_move_requests after update of organisation_id on clients
     for each row when (old.organisation_id <> new.organisation_id) execute function move_client_requests()`,
];

export const previewMoveOfRequests = async (
  tx: Transaction,
  { clientId, effects }: HubEvents['client.previewingMove'],
): Promise<void> => {
  const [row] = await tx.query<{ count: number }>(sql`select count(*)::int as count from ${open(clientId)}`);
  effects.push({ kind: 'OPEN_REQUESTS', goes: 'MOVES', count: row?.count ?? 0 });
};

/** The officers of the new municipality learn what they have to answer, and by when; the day stays. */
export const followMoveOfRequests = async (
  hub: Hub,
  tx: Transaction,
  { clientId }: HubEvents['client.moved'],
): Promise<void> => {
  const rows = await tx.query<RequestRow>(sql`select ${requestColumns} from ${open(clientId)} order by id`);
  for (const row of rows) await tellOfficers(hub, tx, row);
};
