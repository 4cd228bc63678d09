import { HubError } from '../../platform/errors/hub-error.ts';

export const keyRefused = (): HubError =>
  new HubError(
    'UNAUTHENTICATED',
    'KEY_REFUSED',
    'This API key does not exist, has expired or was revoked. Make a new one.',
  );

export const scopeMissing = (field: string, scope: string | null): HubError =>
  new HubError(
    'FORBIDDEN',
    'SCOPE_MISSING',
    scope
      ? `This API key may not ask for ${field}: it needs the scope ${scope}.`
      : `No API key may ask for ${field}.`,
    { facts: { field, scope } },
  );

export const tooMany = (most: number): HubError =>
  new HubError('CONFLICT', 'TOO_MANY', `There may be ${most} at once. Remove one first.`, {
    facts: { most },
  });

export const nothingToReplay = (): HubError =>
  new HubError(
    'CONFLICT',
    'STILL_UNDER_WAY',
    'This message is still being delivered. Wait until it has arrived or failed.',
  );
