import { personalFields, type PersonalField } from '../../platform/personal-data/personal-data.ts';

const common = { purpose: 'REFERRAL', retention: 'REFERRAL' } as const;

/** What this room keeps of clients, for what and how long. */
export const referralPersonalData: readonly PersonalField[] = [
  ...personalFields(
    { ...common, table: 'referrals', about: null },
    { message_key: { by: 'WRAPPED', row: 'id' } },
  ),
  ...personalFields(
    { ...common, table: 'referral_messages', about: 'CLIENT' },
    { body: { by: 'DATA_KEY', key: 'referrals.message_key' } },
  ),
  ...personalFields(
    { ...common, table: 'referral_details', about: 'CLIENT' },
    {
      reason: { by: 'DATA_KEY', key: 'referrals.message_key' },
      value: { by: 'DATA_KEY', key: 'referrals.message_key' },
    },
  ),
  ...personalFields(
    { ...common, table: 'referrals', about: 'CLIENT' },
    {
      need_category: null,
      municipality_code: null,
      languages: null,
      needs_interpreter: null,
      age_band: null,
      access_needs: null,
      note: null,
      hold_reason: null,
    },
  ),
];
