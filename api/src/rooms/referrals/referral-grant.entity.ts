import { defineEntity, p } from '@mikro-orm/postgresql';
import { inSession, isStrong, roles, secured } from '../../platform/db/row-security.ts';
import { Client } from '../clients/index.ts';
import { Organisation } from '../organisations/index.ts';
import { Region } from '../regions/index.ts';
import { Referral } from './referral.entity.ts';
import { isOfAssigned, isReceivingSide, isReferringSide } from './referral.security.ts';

/**
 * The receiver's key to a client's identity. The referring side lays it down when it sends; it opens with the
 * acceptance and closes with the referral or its consent. Tier 1 is read through it and never copied.
 */
export const ReferralGrant = defineEntity({
  name: 'ReferralGrant',
  tableName: 'referral_grants',
  properties: {
    referral: () => p.manyToOne(Referral).mapToPk().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    client: () => p.manyToOne(Client).mapToPk(),
    referringOrganisation: () => p.manyToOne(Organisation).mapToPk(),
    receivingOrganisation: () => p.manyToOne(Organisation).mapToPk(),
    /** Null until the receiver accepts. */
    openedAt: p.datetime().nullable(),
    closedAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['client'] }],
  // Who receives cannot make a key, only turn it.
  ...secured('referral_grants', {
    read: `${isReferringSide} or ${isReceivingSide} or ${isOfAssigned('referral_grants.referral_id')}`,
    write: `${isReferringSide} or ${isReceivingSide}`,
    insert: isReferringSide,
  }),
});

const holdsOpenGrant = `exists (
  select 1 from referral_grants held
  where held.client_id = client_identities.client_id and held.opened_at is not null and held.closed_at is null
    and (${inSession('held.receiving_organisation_id', 'app.coordinates')}
      or ${isOfAssigned('held.referral_id')}))`;

/** The second way to an identity, beside its caseworker's: an open grant and a strong sign-in. */
export const grantSql: readonly string[] = [
  `do $$ begin
     drop policy if exists client_identities_granted on client_identities;
     create policy client_identities_granted on client_identities for select to ${roles.app}
       using ((${isStrong}) and ${holdsOpenGrant});
     drop policy if exists consents_assigned on consents;
     create policy consents_assigned on consents for select to ${roles.app}
       using (${isOfAssigned('consents.id', 'consent_id')});
   end $$`,
];
