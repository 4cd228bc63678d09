import { HubError, invalidInput } from '../../platform/errors/hub-error.ts';

export const staleVersion = (current: number): HubError =>
  new HubError(
    'CONFLICT',
    'STALE_VERSION',
    'Someone changed this meanwhile. Reload it and make your change again.',
    {
      facts: { version: current },
    },
  );

export const unknownReceiver = (path: string): HubError =>
  invalidInput(path, 'ORGANISATION_UNKNOWN', 'No organisation has this id. Choose the one that may be told.');
