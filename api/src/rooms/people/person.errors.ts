import { HubError, invalidInput } from '../../platform/errors/hub-error.ts';

/** One answer for links that are unknown, used or too old. */
export const linkNotValid = (): HubError =>
  invalidInput(
    'input.token',
    'LINK_NOT_VALID',
    'This link was used, is too old or was cut short. Ask for a new one.',
  );

export const wrongCode = (triesLeft: number): HubError =>
  invalidInput(
    'input.code',
    'WRONG_CODE',
    'This is not the code that the other browser shows. Type its six digits.',
    {
      triesLeft,
    },
  );

/** No link of this browser waits for a code: too old, done, or five wrong codes. */
export const noCodeExpected = (): HubError =>
  invalidInput('input.code', 'CODE_NOT_VALID', 'This code is no longer valid. Ask for a new link.');

export const tokenOrCode = (): HubError =>
  invalidInput('input.token', 'TOKEN_OR_CODE_NEEDED', 'Send either the link’s token or the code.');

export const invitationNotValid = (): HubError =>
  invalidInput(
    'input.token',
    'INVITATION_NOT_VALID',
    'This invitation was used, taken back or is too old. Ask for a new one.',
  );

export const alreadyMember = (): HubError =>
  new HubError('CONFLICT', 'ALREADY_MEMBER', 'This person has this role in the organisation already.');

export const alreadyInvited = (): HubError =>
  new HubError(
    'CONFLICT',
    'ALREADY_INVITED',
    'An invitation for this role is on its way to this address. Revoke it to send another.',
  );

/** LAST_COORDINATOR or LAST_ADMIN: the role would be without anyone. */
export const lastOne = (role: 'COORDINATOR' | 'ADMIN'): HubError =>
  new HubError(
    'CONFLICT',
    `LAST_${role}`,
    'You are the last one with this role here. Invite another person to it before you leave.',
  );
