import { HubError } from '../../platform/errors/hub-error.ts';

export const occurrenceFull = (placesLeft: number): HubError =>
  new HubError(
    'CONFLICT',
    'OCCURRENCE_FULL',
    'Not enough places are left. Choose another date or fewer persons.',
    {
      facts: { placesLeft },
    },
  );

export const occurrenceCancelled = (): HubError =>
  new HubError('CONFLICT', 'OCCURRENCE_CANCELLED', 'This date is cancelled. Choose another one.');

export const occurrencePast = (): HubError =>
  new HubError('CONFLICT', 'OCCURRENCE_PAST', 'This date has begun already. Choose another one.');

export const signUpsNotTaken = (): HubError =>
  new HubError('CONFLICT', 'SIGN_UPS_NOT_TAKEN', 'One does not sign up to this here. Ask the organisation.');

export const alreadySignedUp = (): HubError =>
  new HubError('CONFLICT', 'ALREADY_SIGNED_UP', 'This contact has a place on this date already.');
