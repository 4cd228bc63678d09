import { personalFields, type PersonalField, type Seal } from '../../platform/personal-data/personal-data.ts';

const secret: Seal = { by: 'MASTER_KEY', purpose: 'integrations.secret', row: 'id' };

/** Nothing of a person; the secrets stand here so that a change of the master key seals them anew. */
export const integrationPersonalData: readonly PersonalField[] = [
  ...personalFields(
    { about: null, purpose: 'DELIVERY', retention: 'DELIVERY', table: 'webhooks' },
    { secret, former_secret: secret },
  ),
];
