import { HubError } from '../../platform/errors/hub-error.ts';

export const signInNeeded = (): HubError =>
  new HubError('UNAUTHENTICATED', 'SIGN_IN_NEEDED', 'Sign in to do this.');

export const shiftFull = (): HubError =>
  new HubError('CONFLICT', 'SHIFT_FULL', 'Nobody more is needed on this shift. Choose another one.');

export const shiftOver = (): HubError =>
  new HubError(
    'CONFLICT',
    'SHIFT_OVER',
    'This shift has begun, or its date is cancelled. Choose another one.',
  );

export const shiftOverlaps = (shiftId: string): HubError =>
  new HubError(
    'CONFLICT',
    'SHIFT_OVERLAPS',
    'You have another shift at the same time. Send acceptsOverlap to take this one all the same.',
    { facts: { shiftId } },
  );

export const alreadyOnShift = (): HubError =>
  new HubError('CONFLICT', 'ALREADY_ON_SHIFT', 'This person is on the shift already.');

export const swapAsked = (): HubError =>
  new HubError('CONFLICT', 'SWAP_ASKED', 'A colleague has been asked already. Take that request back first.');

export const swapClosed = (): HubError =>
  new HubError('CONFLICT', 'SWAP_CLOSED', 'This request has been answered, or the shift has begun.');

export const shiftNotOver = (): HubError =>
  new HubError('CONFLICT', 'SHIFT_NOT_OVER', 'Hours are confirmed after the end of the shift.');

export const belowTaken = (taken: number): HubError =>
  new HubError('CONFLICT', 'NEEDED_BELOW_TAKEN', 'More volunteers have taken the shift than that.', {
    facts: { taken },
  });
