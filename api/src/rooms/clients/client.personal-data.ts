import { personalFields, type PersonalField, type Seal } from '../../platform/personal-data/personal-data.ts';

const sealed: Seal = { by: 'DATA_KEY', key: 'client_identities.data_key' };
const common = { purpose: 'CASEWORK', retention: 'CLIENT' } as const;

/** What this room keeps of clients, for what and how long. */
export const clientPersonalData: readonly PersonalField[] = [
  ...personalFields(
    { ...common, table: 'client_identities', about: null, key: 'client_id' },
    { data_key: { by: 'WRAPPED', row: 'client_id' } },
  ),
  ...personalFields(
    { ...common, table: 'client_identities', about: 'CLIENT', key: 'client_id' },
    { given_name: sealed, contact: sealed, safe_contact_note: sealed },
  ),
  ...personalFields(
    { ...common, table: 'clients', about: 'CLIENT' },
    {
      pseudonym: null,
      register_reference: null,
      municipality_code: null,
      languages: null,
      needs_interpreter: null,
      age_band: null,
      finnish_level: null,
      theme_ids: null,
      access_needs: null,
    },
  ),
  ...personalFields(
    { table: 'consents', about: 'CLIENT', purpose: 'REFERRAL', retention: 'CLIENT' },
    { fields: null, language_tag: null, method: null },
  ),
  ...personalFields(
    { ...common, table: 'client_moves', about: 'CLIENT' },
    { languages: null, needs_interpreter: null },
  ),
  ...personalFields(
    { table: 'emergency_accesses', about: 'CLIENT', purpose: 'CASEWORK', retention: 'CLIENT' },
    { reason: { by: 'MASTER_KEY', purpose: 'clients.emergency', row: 'id::text' } },
  ),
];
