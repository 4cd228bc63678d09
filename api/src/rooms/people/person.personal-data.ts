import { personalFields, type PersonalField, type Seal } from '../../platform/personal-data/personal-data.ts';

const address = (table: 'persons' | 'invitations'): Seal => ({
  by: 'MASTER_KEY',
  purpose: 'people.email',
  row: `'${table}:' || id`,
});
const authenticator: Seal = { by: 'MASTER_KEY', purpose: 'people.authenticator', row: 'person_id' };
const common = { about: 'WORKER', purpose: 'ACCOUNT' } as const;

/** What this room keeps of people with an account, for what and how long. */
export const peoplePersonalData: readonly PersonalField[] = [
  ...personalFields(
    { ...common, table: 'persons', retention: 'ACCOUNT' },
    {
      display_name: null,
      email: address('persons'),
      email_hash: null,
      language_tag: null,
      last_used_at: null,
    },
  ),
  ...personalFields(
    { ...common, table: 'authenticators', retention: 'ACCOUNT', key: 'person_id' },
    { secret: authenticator, pending_secret: authenticator },
  ),
  ...personalFields(
    { ...common, table: 'passkeys', retention: 'ACCOUNT' },
    { name: null, credential_id: null, public_key: null },
  ),
  ...personalFields(
    { ...common, table: 'employer_identities', retention: 'ACCOUNT' },
    { subject_hash: null },
  ),
  ...personalFields(
    { ...common, table: 'invitations', retention: 'INVITATION' },
    { email: address('invitations'), email_hash: null },
  ),
];
