import { HubError, invalidInput } from '../../platform/errors/hub-error.ts';
import type { OutboundReason } from '../../platform/http/outbound.ts';

export const signInNeeded = (): HubError =>
  new HubError('UNAUTHENTICATED', 'SIGN_IN_NEEDED', 'Sign in to do this.');

export const nothingToRead = (): HubError =>
  invalidInput('input.address', 'NOTHING_TO_READ', 'Send a file or an address, and not both.');

export const fileTooLarge = (): HubError =>
  invalidInput('input.file', 'FILE_TOO_LARGE', 'The file is larger than 10 MB; import it in parts.');

export const fileNotBase64 = (): HubError =>
  invalidInput('input.file', 'FILE_NOT_BASE64', 'Send the bytes of the file in base64.');

/** The address cannot be called, or does not answer with a file. */
export const addressFailed = (reason: OutboundReason | 'ANSWER_NOT_OK'): HubError =>
  invalidInput(
    'input.address',
    reason,
    'Nothing could be read there. Check the address, or try again later.',
  );

export const tooManySources = (most: number): HubError =>
  new HubError(
    'CONFLICT',
    'TOO_MANY',
    `An organisation follows ${most} addresses at most; stop following one first.`,
    {
      facts: { most },
    },
  );
