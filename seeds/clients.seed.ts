import sql from 'sql-template-tag';
import { ClientCreation, type CreateClientInput } from '../api/src/rooms/clients/index.ts';
import { clients } from './content/content.ts';
import type { SeedClient } from './content/content.types.ts';
import type { Viewers } from './people.seed.ts';
import { workingInstantBefore } from './seed.calendar.ts';
import { seedViewer, viewerFor, type Ids, type SeedContext } from './seed.context.ts';

const inputOf = (client: SeedClient, organisationId: string): CreateClientInput => ({
  organisationId,
  registerReference: client.registerReference,
  municipalityCode: client.municipality,
  languages: client.languages,
  needsInterpreter: client.needsInterpreter,
  ageBand: client.ageBand,
  finnishLevel: client.finnishLevel,
  themeIds: client.wishes,
  accessNeeds: client.accessNeeds,
  identity: {
    givenName: client.identity.givenName,
    contactKind: client.identity.contact.kind,
    contact: client.identity.contact.value,
    safeContactNote: client.identity.safeContactNote,
  },
  pseudonym: client.pseudonym,
});

/** Takes in the clients that are not there yet, known by pseudonym, each by their caseworker. Returns all ids by key. */
export const seedClients = async ({ hub, clock, day }: SeedContext, viewers: Viewers): Promise<Ids> => {
  const rows = await hub.db.read<{ id: string; pseudonym: string }>(
    seedViewer,
    sql`select id, pseudonym from clients where pseudonym = any(${clients.map((client) => client.pseudonym)}::text[])`,
  );
  const known = new Map(rows.map(({ id, pseudonym }) => [pseudonym, id]));
  const ids = new Map<string, string>();
  for (const client of clients) {
    const caseworker = viewerFor(viewers, client.caseworker);
    const employer = caseworker.memberships.find(({ role }) => role === 'CASEWORKER');
    clock.set(workingInstantBefore(day, client.registeredDaysAgo, '08:15'));
    const id =
      known.get(client.pseudonym) ??
      (await hub.get(ClientCreation).create(caseworker, inputOf(client, employer?.organisationId ?? ''))).id;
    ids.set(client.key, id);
  }
  return ids;
};
