import { personalFields, type PersonalField, type Seal } from '../../platform/personal-data/personal-data.ts';

const address: Seal = { by: 'MASTER_KEY', purpose: 'imports.address', row: 'id' };

/** Calendars name contacts in their texts; of guests and organisers nothing is read. Addresses can be secrets. */
export const importPersonalData: readonly PersonalField[] = [
  ...personalFields(
    { about: 'WORKER', purpose: 'DELIVERY', retention: 'DELIVERY', table: 'import_previews' },
    { address, content: null },
  ),
  ...personalFields(
    { about: null, purpose: 'DELIVERY', retention: 'DELIVERY', table: 'import_sources' },
    { address },
  ),
];
