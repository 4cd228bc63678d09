import { HubError } from '../../platform/errors/hub-error.ts';
import type { OfferingAction } from './offering.machine.ts';
import { offeringMachine } from './offering.machine.ts';
import type { OfferingStatus } from './offering.words.ts';

export const staleVersion = (version: number): HubError =>
  new HubError('CONFLICT', 'STALE_VERSION', 'Someone has changed this since you read it. Read it again.', {
    facts: { version },
  });

export const illegalMove = (status: OfferingStatus, action: OfferingAction): HubError =>
  new HubError('CONFLICT', 'ILLEGAL_MOVE', `An offering that is ${status} cannot be changed by ${action}.`, {
    facts: { status, allowedMoves: offeringMachine.allowed(status, new Set(['HOST'])) },
  });

export const signInNeeded = (): HubError =>
  new HubError('UNAUTHENTICATED', 'SIGN_IN_NEEDED', 'Sign in to do this.');

export const alreadyCancelled = (): HubError =>
  new HubError('CONFLICT', 'ALREADY_CANCELLED', 'This date is cancelled already.');

export const alreadyPostponed = (): HubError =>
  new HubError(
    'CONFLICT',
    'ALREADY_POSTPONED',
    'This date is postponed already. Give it a new time, or cancel it.',
  );

export const nothingMoved = (): HubError =>
  new HubError('CONFLICT', 'NOTHING_MOVED', 'The date has this time and place already. Choose another.');

export const nothingToUndo = (): HubError =>
  new HubError('CONFLICT', 'NOTHING_TO_UNDO', 'The minute is over, or there is no change to take back.');

export const occurrenceOver = (): HubError =>
  new HubError('CONFLICT', 'OCCURRENCE_OVER', 'This date is over; it can no longer be changed.');

export const capacityBelowTaken = (taken: number): HubError => {
  const message = `${taken} have signed up for a coming date. Set at least that many places, or cancel the date.`;
  return new HubError('INVALID_INPUT', 'CAPACITY_BELOW_TAKEN', message, {
    fields: [{ path: 'input.capacity', message, reason: 'CAPACITY_BELOW_TAKEN' }],
    facts: { taken },
  });
};

export const strandedChanged = (count: number): HubError =>
  new HubError(
    'CONFLICT',
    'STRANDED_CHANGED',
    'The change would cancel other dates with people than you agreed to. Look at the list again.',
    { facts: { count } },
  );
