import sql from 'sql-template-tag';
import { moveClient } from '../api/src/rooms/clients/index.ts';
import type { Viewers } from './people.seed.ts';
import { workingInstantBefore } from './seed.calendar.ts';
import { idOf, seedViewer, viewerFor, type Ids, type SeedContext } from './seed.context.ts';

/** One client of Liperi goes to Joensuu and waits there to be taken over. */
const moving = { client: 'client-25', caseworker: 'minna-kettunen', to: 'joensuu', daysAgo: 2 };

/** Offers the client, unless that was done. Returns how many are offered. */
export const seedMoves = async (
  { hub, clock, day }: SeedContext,
  clientIds: Ids,
  organisationIds: Ids,
  viewers: Viewers,
): Promise<number> => {
  const clientId = idOf(clientIds, moving.client);
  const [client] = await hub.db.read<{ version: number }>(
    seedViewer,
    sql`select version from clients where id = ${clientId}
          and not exists (select 1 from client_moves where client_id = ${clientId})`,
  );
  if (!client) return 1;
  clock.set(workingInstantBefore(day, moving.daysAgo, '10:20'));
  await moveClient(hub, viewerFor(viewers, moving.caseworker), {
    clientId,
    version: client.version,
    toOrganisationId: idOf(organisationIds, moving.to),
    isClientTold: true,
  });
  return 1;
};
