import { defineEntity, p } from '@mikro-orm/postgresql';
import { inSession, isViewer, roles, secured } from '../../platform/db/row-security.ts';
import { Organisation } from '../organisations/index.ts';
import { Person } from '../people/index.ts';
import { Region } from '../regions/index.ts';
import { emergencyVerdicts, isOneOf, type EmergencyVerdict } from './client.words.ts';

const isOfHouse = inSession('organisation_id', 'app.orgs');
const holdsRole = (words: string): string => `exists (select 1 from memberships led
  where ${isViewer('led.person_id')} and led.organisation_id = emergency_accesses.organisation_id
    and led.role in (${words}) and led.ended_at is null)`;
const isManager = `(${isOfHouse}) and ${holdsRole(`'MANAGER'`)}`;
const isReviewer = `(${isOfHouse}) and ${holdsRole(`'MANAGER', 'DATA_PROTECTION_OFFICER'`)}`;

/** A manager broke the glass: saw for a while who a client is, said why, and somebody else looks at it afterwards. */
export const EmergencyAccess = defineEntity({
  name: 'EmergencyAccess',
  tableName: 'emergency_accesses',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    organisation: () => p.manyToOne(Organisation).mapToPk(),
    /** No foreign key: the record outlives the client. */
    clientId: p.uuid(),
    person: () => p.manyToOne(Person).mapToPk(),
    /** Sealed by the master key (purpose 'clients.emergency'); null once the client was erased. */
    reason: p.text().nullable(),
    startedAt: p.datetime(),
    endsAt: p.datetime(),
    /** Set by the clock, or when it was ended by hand. */
    endedAt: p.datetime().nullable(),
    reviewedAt: p.datetime().nullable(),
    reviewer: () => p.manyToOne(Person).nullable().mapToPk(),
    verdict: p.text().$type<EmergencyVerdict>().nullable(),
  },
  checks: [
    { name: 'emergency_accesses_verdict', expression: isOneOf('verdict', emergencyVerdicts) },
    { name: 'emergency_accesses_reviewer', expression: 'reviewer_id is null or reviewer_id <> person_id' },
  ],
  indexes: [{ properties: ['organisation', 'startedAt', 'id'] }, { properties: ['clientId', 'endsAt'] }],
  ...secured('emergency_accesses', {
    read: isReviewer,
    write: isReviewer,
    insert: `(${isManager}) and (${isViewer('person_id')})`,
    remove: 'false',
  }),
});

/** The third way to an identity: an emergency that runs. */
export const emergencySql: readonly string[] = [
  `do $$ begin
     drop policy if exists client_identities_emergency on client_identities;
     create policy client_identities_emergency on client_identities for select to ${roles.app}
       using ((select current_setting('app.assurance', true)) = 'STRONG' and exists (
         select 1 from emergency_accesses broken
         where broken.client_id = client_identities.client_id and broken.ended_at is null
           and broken.organisation_id = client_identities.organisation_id
           and ${isViewer('broken.person_id')} and ${inSession('broken.organisation_id', 'app.casework')}));
   end $$`,
];
