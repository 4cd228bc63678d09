import { systemViewer } from '../../src/platform/policy/viewer.ts';
import { SignUpService, type CreateSignUp, type SignUpMade } from '../../src/rooms/signups/index.ts';
import type { TestHub } from '../harness.ts';

export type SignUpWish = Partial<CreateSignUp> & Pick<CreateSignUp, 'occurrenceId'>;

let made = 0;

/** An input that is right in every field; each has another address. */
export const aSignUpInput = (wish: SignUpWish): CreateSignUp => {
  made += 1;
  const contact = wish.phone ? {} : { email: `visitor-${made}@example.org` };
  return { firstName: 'Samira', partySize: 1, languageTag: 'en', ...contact, ...wish };
};

/** A place on a date, made by the service: Samira alone, reached by mail in English, unless told. */
export const aSignUp = (hub: TestHub, wish: SignUpWish): Promise<SignUpMade> =>
  hub.hub.get(SignUpService).create(systemViewer('test'), aSignUpInput(wish));
