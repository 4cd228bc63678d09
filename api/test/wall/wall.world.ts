import { anonymousViewer, systemViewer } from '../../src/platform/policy/viewer.ts';
import { InvitationService } from '../../src/rooms/people/index.ts';
import { SignUpService } from '../../src/rooms/signups/index.ts';
import { anOccurrence, anOffering } from '../makers/offering.ts';
import { anOrganisation } from '../makers/organisation.ts';
import { aMember, type MemberMade } from '../makers/person.ts';
import type { TestHub } from '../harness.ts';
import { aClient } from '../makers/client.ts';
import { aReferral } from '../makers/referral.ts';
import { askReferralInfo } from '../../src/rooms/referrals/index.ts';

/** Stands in whatever the foreign region holds on clients and those who come: nobody else may ever read it. */
export const clientMarker = 'zqxclient';
/** Stands in notes and messages, which may hold no name. */
export const noteMarker = 'wyxnote';
/** Stands in what only the foreign organisations and the network's admin may read. */
export const officeMarker = 'zqxoffice';

/** Another municipality with its association, where nobody of the scene has a role. */
export interface ForeignWorld {
  /** Everything that is kept on somebody or not published. */
  readonly ids: readonly string[];
  /** Its own people: they do read the markers. */
  readonly caseworker: MemberMade;
  readonly coordinator: MemberMade;
}

const stages = ['DRAFT', 'SENT', 'ACCEPTED', 'IN_PROGRESS', 'CLOSED'] as const;

const aForeignClient = (hub: TestHub, caseworker: MemberMade) =>
  aClient(hub, caseworker.viewer, {
    municipalityCode: '426',
    registerReference: `${clientMarker.toUpperCase()}-1`,
    identity: {
      givenName: `Z${clientMarker.slice(1)}`,
      contactKind: 'MAIL',
      contact: `${clientMarker}@example.org`,
      safeContactNote: `${clientMarker} only messages`,
    },
  });

const foreignReferrals = async (
  hub: TestHub,
  associationId: string,
  caseworker: MemberMade,
  coordinator: MemberMade,
): Promise<string[]> => {
  const ids: string[] = [];
  for (const stage of stages) {
    const offering = await anOffering(hub, { organisationId: associationId, takesReferrals: true });
    const client = await aForeignClient(hub, caseworker);
    const { id } = await aReferral(hub, caseworker.viewer, {
      clientId: client.id,
      offeringId: offering.id,
      note: `mornings suit, ${noteMarker}.`,
      stage,
      coordinator: coordinator.viewer,
    });
    ids.push(client.id, client.pseudonym, id);
  }
  const offering = await anOffering(hub, { organisationId: associationId, takesReferrals: true });
  const client = await aForeignClient(hub, caseworker);
  const asked = await aReferral(hub, caseworker.viewer, {
    clientId: client.id,
    offeringId: offering.id,
    stage: 'SENT',
  });
  await askReferralInfo(hub.hub, coordinator.viewer, {
    referralId: asked.id,
    version: asked.version,
    informationKinds: ['TIMES'],
    message: `which evenings, ${noteMarker}?`,
  });
  return [...ids, client.id, asked.id];
};

/** Builds it, by the services. */
export const aForeignWorld = async (hub: TestHub): Promise<ForeignWorld> => {
  const municipality = await anOrganisation(hub, { kind: 'CITY', name: 'Liperi', municipalityCode: '426' });
  const association = await anOrganisation(hub, { name: 'Far away', municipalityCode: '426' });
  const caseworker = await aMember(hub, {
    organisationId: municipality.id,
    role: 'CASEWORKER',
    municipalityCode: '426',
    email: `${officeMarker}-caseworker@example.org`,
  });
  const coordinator = await aMember(hub, {
    organisationId: association.id,
    role: 'COORDINATOR',
    email: `${officeMarker}-coordinator@example.org`,
  });
  const email = `${officeMarker}-invited@example.org`;
  await hub.hub
    .get(InvitationService)
    .invite(systemViewer('test'), { organisationId: association.id, email, role: 'VOLUNTEER' });
  const draft = await anOffering(hub, {
    organisationId: association.id,
    title: officeMarker,
    publish: false,
  });
  const evening = await anOccurrence(hub, { organisationId: association.id, title: 'Evening' });
  const { signUp } = await hub.hub.get(SignUpService).create(anonymousViewer(), {
    occurrenceId: evening.id,
    firstName: clientMarker,
    languageTag: 'ar',
    email: `${clientMarker}-comes@example.org`,
  });
  const referrals = await foreignReferrals(hub, association.id, caseworker, coordinator);
  return {
    ids: [...referrals, draft.id, signUp.id, association.id, municipality.id, evening.id],
    caseworker,
    coordinator,
  };
};
