import type { Hub } from '../../platform/hub.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { MemberService } from './member.service.ts';
import { PersonService } from './person.service.ts';

export interface NetworkAdminInput {
  readonly email: string;
  readonly displayName: string;
  /** The organisation that runs the network. */
  readonly organisationId: string;
  /** BCP-47; Finnish unless told. */
  readonly languageTag?: string;
}

/** Makes someone network admin, e.g. the first one of an installation; again changes nothing. Returns the person's id. */
export const addNetworkAdmin = async (hub: Hub, input: NetworkAdminInput): Promise<string> => {
  const { email, displayName, organisationId, languageTag = 'fi' } = input;
  const viewer = systemViewer('command:add-network-admin');
  return hub.db.write(viewer, async (tx) => {
    const personId = await hub.get(PersonService).findOrCreateIn(tx, { email, displayName, languageTag });
    await hub.get(MemberService).addIn(tx, { personId, organisationId, role: 'ADMIN' });
    return personId;
  });
};
