import sql from 'sql-template-tag';
import { createClientRequest } from '../api/src/rooms/protection/index.ts';
import { clients } from './content/content.ts';
import type { Viewers } from './people.seed.ts';
import { workingInstantBefore } from './seed.calendar.ts';
import { idOf, seedViewer, viewerFor, type Ids, type SeedContext } from './seed.context.ts';

/** What clients of the caseworker Sanna Miettinen asked for, and how long ago. */
const asked = [
  { kind: 'ACCESS', daysAgo: 24, details: null },
  { kind: 'RECTIFY', daysAgo: 6, details: 'Puhelinnumeroni on vaihtunut.' },
] as const;

/** Puts the requests down, unless they are there. Returns how many there are. */
export const seedRequests = async (
  { hub, clock, day }: SeedContext,
  clientIds: Ids,
  viewers: Viewers,
): Promise<number> => {
  const [row] = await hub.db.read<{ count: number }>(
    seedViewer,
    sql`select count(*)::int as count from client_requests`,
  );
  const mine = clients.filter(({ caseworker }) => caseworker === 'sanna-miettinen');
  for (const [index, { kind, daysAgo, details }] of [...asked.entries()].slice(row?.count ?? 0)) {
    const client = mine[index];
    if (!client) continue;
    clock.set(workingInstantBefore(day, daysAgo, '10:05'));
    const clientId = idOf(clientIds, client.key);
    await createClientRequest(hub, viewerFor(viewers, client.caseworker), { clientId, kind, details });
  }
  return asked.length;
};
