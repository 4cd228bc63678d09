import { defineMachine } from '../../platform/machine/machine.ts';
import type { OfferingStatus } from './offering.words.ts';

export type OfferingAction = 'update' | 'publish' | 'archive';

/** An archived offering stays as it was: whoever was referred or signed up can read what it was. */
export const offeringMachine = defineMachine<OfferingStatus, OfferingAction, 'HOST'>({
  initial: 'DRAFT',
  states: ['DRAFT', 'PUBLISHED', 'ARCHIVED'],
  moves: [
    { action: 'update', from: 'DRAFT', to: 'DRAFT', by: ['HOST'] },
    { action: 'update', from: 'PUBLISHED', to: 'PUBLISHED', by: ['HOST'] },
    { action: 'publish', from: 'DRAFT', to: 'PUBLISHED', by: ['HOST'] },
    { action: 'archive', from: 'DRAFT', to: 'ARCHIVED', by: ['HOST'] },
    { action: 'archive', from: 'PUBLISHED', to: 'ARCHIVED', by: ['HOST'] },
  ],
});
