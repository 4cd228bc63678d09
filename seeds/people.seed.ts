import type { Viewer } from '../api/src/platform/policy/viewer.ts';
import { MemberService, PersonService } from '../api/src/rooms/people/index.ts';
import { organisations, people } from './content/content.ts';
import type { OrganisationKind, SeedPerson } from './content/content.types.ts';
import { inParallel } from './in-parallel.ts';
import { instantBefore } from './seed.calendar.ts';
import { byKey, idOf, seedViewer, type Ids, type SeedContext } from './seed.context.ts';

const JOINED_DAYS_AGO = 400;

/** As whom each person of the content asks, by key. */
export type Viewers = ReadonlyMap<string, Viewer>;

const municipal: readonly OrganisationKind[] = ['CITY', 'MUNICIPALITY'];

const viewerOf = (person: SeedPerson, personId: string, organisationIds: Ids): Viewer => ({
  kind: 'person',
  personId,
  sessionId: null,
  assurance: 'STRONG',
  memberships: person.memberships.map(({ organisation, role }) => {
    const { kind, municipality } = byKey(organisations, organisation);
    return {
      organisationId: idOf(organisationIds, organisation),
      role,
      municipalityCode: municipal.includes(kind) ? municipality : null,
    };
  }),
  languageTag: person.language,
  purpose: 'seed',
});

const enter = async ({ hub }: SeedContext, person: SeedPerson, organisationIds: Ids): Promise<string> => {
  const personId = await hub.get(PersonService).create(seedViewer, {
    email: person.email,
    displayName: `${person.givenName} ${person.familyName}`,
    languageTag: person.language,
    ...(person.demo && { demoKey: person.demo.key }),
  });
  for (const { organisation, role } of person.memberships) {
    const organisationId = idOf(organisationIds, organisation);
    await hub.get(MemberService).add(seedViewer, { personId, organisationId, role });
  }
  return personId;
};

/** Accounts and roles; both services find what is there already by address and role. */
export const seedPeople = async (context: SeedContext, organisationIds: Ids): Promise<Viewers> => {
  context.clock.set(instantBefore(context.day, JOINED_DAYS_AGO, '10:00'));
  const viewers = await inParallel(people, async (person): Promise<[string, Viewer]> => [
    person.key,
    viewerOf(person, await enter(context, person, organisationIds), organisationIds),
  ]);
  return new Map(viewers);
};
