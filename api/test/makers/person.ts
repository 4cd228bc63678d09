import { newId } from '../../src/platform/ids.ts';
import {
  systemViewer,
  type Assurance,
  type MemberRole,
  type Viewer,
  type ViewerMembership,
} from '../../src/platform/policy/viewer.ts';
import { MemberService, PersonService } from '../../src/rooms/people/index.ts';
import type { TestHub } from '../harness.ts';

export interface PersonMade {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly languageTag: string;
}

export interface PersonWish {
  readonly email?: string;
  readonly displayName?: string;
  readonly languageTag?: string;
  readonly demoKey?: string;
}

export interface MemberWish extends PersonWish {
  readonly organisationId: string;
  readonly role: MemberRole;
  /** Set it for a city's or municipality's people. */
  readonly municipalityCode?: string | null;
  /** STRONG unless told. */
  readonly assurance?: Assurance;
  /** A person who has an account already. */
  readonly personId?: string;
}

export interface MemberMade extends PersonMade {
  readonly membershipId: string;
  /** As this person asks. */
  readonly viewer: Viewer;
}

export interface ViewerWish {
  readonly personId?: string;
  readonly memberships?: readonly (Omit<ViewerMembership, 'municipalityCode'> & {
    readonly municipalityCode?: string | null;
  })[];
  readonly assurance?: Assurance;
  readonly languageTag?: string;
}

let made = 0;

/** A signed-in viewer, without anything in the database: for policies, and for people who need no row. */
export const aViewer = ({
  personId,
  memberships = [],
  assurance = 'STRONG',
  languageTag = 'fi',
}: ViewerWish = {}): Viewer => ({
  kind: 'person',
  personId: personId ?? newId(),
  sessionId: null,
  assurance,
  memberships: memberships.map((membership) => ({ municipalityCode: null, ...membership })),
  languageTag,
  purpose: 'web',
});

/** A person with an account and no role. */
export const aPerson = async (hub: TestHub, wish: PersonWish = {}): Promise<PersonMade> => {
  made += 1;
  const person = {
    email: `person-${made}@example.org`,
    displayName: `Person ${made}`,
    languageTag: 'fi',
    ...wish,
  };
  return { ...person, id: await hub.hub.get(PersonService).create(systemViewer('test'), person) };
};

/** A person with a role in an organisation; `viewer` asks as them. */
export const aMember = async (hub: TestHub, wish: MemberWish): Promise<MemberMade> => {
  const { organisationId, role, municipalityCode = null, assurance, personId, ...personWish } = wish;
  const person = personId
    ? { id: personId, email: '', displayName: '', languageTag: 'fi' }
    : await aPerson(hub, personWish);
  const membershipId = await hub.hub
    .get(MemberService)
    .add(systemViewer('test'), { personId: person.id, organisationId, role });
  const viewer = aViewer({
    personId: person.id,
    memberships: [{ organisationId, role, municipalityCode }],
    languageTag: person.languageTag,
    ...(assurance && { assurance }),
  });
  return { ...person, membershipId, viewer };
};
