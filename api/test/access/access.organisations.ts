import { systemViewer } from '../../src/platform/policy/viewer.ts';
import { OrganisationProfiles } from '../../src/rooms/organisations/index.ts';
import { InvitationService } from '../../src/rooms/people/index.ts';
import type { TestHub } from '../harness.ts';
import { anOrganisation, type OrganisationMade } from '../makers/organisation.ts';

const system = systemViewer('test');
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(40, 1)]);

/** The organisations of the scene. All but the association have an agreement that ran out. */
export interface AccessOrganisations {
  /** Receives the referrals; nothing about it is empty. */
  readonly association: OrganisationMade;
  /** Another one of the same coordinator and volunteer. */
  readonly sister: OrganisationMade;
  /** Has nothing to do with any of it; described as fully as the association. */
  readonly elsewhere: OrganisationMade;
  readonly municipality: OrganisationMade;
  /** Clients may move there. */
  readonly otherMunicipality: OrganisationMade;
  readonly network: OrganisationMade;
  /** Waits for the network's decision. */
  readonly applicant: OrganisationMade;
}

const describe = (hub: TestHub, { id }: OrganisationMade): Promise<void> =>
  hub.hub.get(OrganisationProfiles).update(system, {
    organisationId: id,
    version: 1,
    phone: '040 765 4321',
    website: 'https://association.example.org',
    languages: ['fi', 'ar'],
    descriptions: [{ language: 'fi', value: 'Naapuruston väkeä.' }],
    logo: { mediaType: 'image/png', base64: png.toString('base64') },
  });

export const invite = async (
  hub: TestHub,
  organisationId: string,
  email: string,
  role: 'VOLUNTEER' | 'CASEWORKER',
): Promise<string> => {
  const { id } = await hub.hub.get(InvitationService).invite(system, { organisationId, email, role });
  return id;
};

export const accessOrganisations = async (hub: TestHub): Promise<AccessOrganisations> => {
  const association = await anOrganisation(hub, { name: 'Naapurit' });
  const elsewhere = await anOrganisation(hub, { name: 'Elsewhere', agreement: 'expired' });
  await describe(hub, association);
  await describe(hub, elsewhere);
  const organisations = {
    association,
    sister: await anOrganisation(hub, { name: 'Sisters', agreement: 'expired' }),
    elsewhere,
    municipality: await anOrganisation(hub, { kind: 'CITY', name: 'Joensuu', agreement: 'expired' }),
    otherMunicipality: await anOrganisation(hub, {
      kind: 'MUNICIPALITY',
      name: 'Next door',
      municipalityCode: '426',
      agreement: 'expired',
    }),
    network: await anOrganisation(hub, { kind: 'AUTHORITY', name: 'Network', agreement: 'expired' }),
    applicant: await anOrganisation(hub, { name: 'Hopeful newcomers', status: 'APPLIED', agreement: 'none' }),
  };
  await invite(hub, association.id, 'invited@example.org', 'VOLUNTEER');
  await invite(hub, organisations.elsewhere.id, 'invited-elsewhere@example.org', 'VOLUNTEER');
  await invite(hub, organisations.municipality.id, 'invited-municipality@example.org', 'CASEWORKER');
  return organisations;
};
