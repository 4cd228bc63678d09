import { defineMachine } from '../../platform/machine/machine.ts';
import type { OrganisationStatus, VerificationDecision } from './organisation.words.ts';

/** How an application is decided; who may do so is the policy's `verify`. */
export const organisationMachine = defineMachine<OrganisationStatus, VerificationDecision, 'NETWORK_ADMIN'>({
  initial: 'APPLIED',
  states: ['APPLIED', 'VERIFIED', 'REJECTED'],
  moves: [
    { action: 'VERIFY', from: 'APPLIED', to: 'VERIFIED', by: ['NETWORK_ADMIN'] },
    { action: 'REJECT', from: 'APPLIED', to: 'REJECTED', by: ['NETWORK_ADMIN'] },
  ],
});

/** Whether an application still waits for its decision. */
export const awaitsDecision = (status: OrganisationStatus): boolean =>
  organisationMachine.allowed(status, new Set(['NETWORK_ADMIN'])).length > 0;
