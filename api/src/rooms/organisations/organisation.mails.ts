import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { portalLink } from '../people/index.ts';
import type { Applicant } from './organisation.applicant.ts';
import { networkAdmins } from './organisation.people.ts';

/**
 * Tells the applicant that the application has arrived. Nothing that the applicant wrote stands in it: the
 * address is not proven yet, and the mail must not carry anyone's words to strangers.
 */
export const tellApplicantReceived = (tx: Transaction, { email, languageTag }: Applicant): Promise<void> =>
  tx.send({ kind: 'mail', to: email, template: 'organisations.applied', languageTag, values: {} });

/** Tells the applicant what the network decided. */
export const tellApplicantDecision = (
  hub: Hub,
  tx: Transaction,
  { email, languageTag }: Applicant,
  organisation: { id: string; name: string; isVerified: boolean },
): Promise<void> => {
  const { id, name, isVerified } = organisation;
  const link = portalLink(hub.env, languageTag, `/organisations/${id}`);
  return tx.send({
    kind: 'mail',
    to: email,
    template: isVerified ? 'organisations.verified' : 'organisations.rejected',
    languageTag,
    values: { organisation: name, ...(isVerified && { link }) },
  });
};

/** Tells the network's admins that an application waits, without the applicant's data. */
export const tellNetworkAdmins = async (hub: Hub, tx: Transaction, organisation: string): Promise<void> => {
  for (const { email, languageTag } of await networkAdmins(hub, tx)) {
    const link = portalLink(hub.env, languageTag, '/admin');
    const values = { organisation, link };
    await tx.send({ kind: 'mail', to: email, template: 'organisations.to-verify', languageTag, values });
  }
};
