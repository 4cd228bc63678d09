import { personalFields, type PersonalField, type Seal } from '../../platform/personal-data/personal-data.ts';

const sealed = (field: 'name' | 'email'): Seal => ({
  by: 'MASTER_KEY',
  purpose: 'organisations.applicant',
  row: `id || ':${field}'`,
});

/** What this room keeps of those who apply for an organisation, for what and how long. */
export const organisationPersonalData: readonly PersonalField[] = personalFields(
  { table: 'organisations', about: 'APPLICANT', purpose: 'APPLICATION', retention: 'APPLICATION' },
  { applicant_name: sealed('name'), applicant_email: sealed('email'), applicant_language: null },
);
