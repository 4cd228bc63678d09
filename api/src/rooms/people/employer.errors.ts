import { HubError } from '../../platform/errors/hub-error.ts';

/** One answer for all that was wrong on the way: the log names the kind, the outsider learns nothing. */
export const employerSignInFailed = (): HubError =>
  new HubError('CONFLICT', 'EMPLOYER_SIGN_IN_FAILED', 'The employer’s sign-in did not work. Begin again.');

export const employerUnreachable = (): HubError =>
  new HubError(
    'CONFLICT',
    'EMPLOYER_UNREACHABLE',
    'The employer’s sign-in service does not answer. Try again later, or sign in another way.',
  );

/** The employer knows the person, and nobody invited them here. */
export const employerUnknownPerson = (): HubError =>
  new HubError(
    'CONFLICT',
    'EMPLOYER_UNKNOWN_PERSON',
    'Nobody here has the address that your employer vouched for. Ask your manager for an invitation.',
  );
