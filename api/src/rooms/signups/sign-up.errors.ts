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

export const signUpNotOpenYet = (opensAt: Date): HubError =>
  new HubError('CONFLICT', 'SIGN_UP_NOT_OPEN_YET', 'Sign-up has not opened yet. Come back when it does.', {
    facts: { opensAt: opensAt.toISOString() },
  });

export const signUpClosed = (): HubError =>
  new HubError('CONFLICT', 'SIGN_UP_CLOSED', 'Sign-up has closed. Ask the organisation.');

export const partyTooLarge = (largestParty: number): HubError => {
  const message = `At most ${largestParty} persons can sign up together here.`;
  return new HubError('INVALID_INPUT', 'PARTY_TOO_LARGE', message, {
    facts: { largestParty },
    fields: [{ path: 'input.partySize', message, reason: 'PARTY_TOO_LARGE' }],
  });
};

export const needNotAsked = (): HubError => {
  const message = 'The organisation does not ask for this. Leave it out.';
  return new HubError('INVALID_INPUT', 'NEED_NOT_ASKED', message, {
    fields: [{ path: 'input.needs', message, reason: 'NEED_NOT_ASKED' }],
  });
};

export const noPlaceOffered = (): HubError =>
  new HubError(
    'CONFLICT',
    'NO_PLACE_OFFERED',
    'No place is held for you now. Look at where you stand in the list.',
  );

export const dateNotToday = (): HubError =>
  new HubError('CONFLICT', 'DATE_NOT_TODAY', 'Attendance is written down from the day of the date on.');
