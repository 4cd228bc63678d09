import { personalFields, type PersonalField, type Seal } from '../../platform/personal-data/personal-data.ts';
import type { SealedField } from './sign-up.seal.ts';

const sealed = (field: SealedField): Seal => ({
  by: 'MASTER_KEY',
  purpose: `signups.${field}`,
  row: `'sign_ups:' || id || ':${field}'`,
});

/** What this room keeps of those who sign up, for what and how long. */
export const signUpPersonalData: readonly PersonalField[] = [
  ...personalFields(
    { table: 'sign_ups', about: 'VISITOR', purpose: 'SIGN_UP', retention: 'SIGN_UP' },
    {
      first_name: sealed('firstName'),
      contact: sealed('contact'),
      code: sealed('code'),
      needs: sealed('needs'),
      language_tag: null,
      party_size: null,
    },
  ),
  ...personalFields(
    { table: 'sign_ups', about: 'CLIENT', purpose: 'REFERRAL', retention: 'REFERRAL' },
    { referral_id: null },
  ),
];
