import { registerEnumType } from 'type-graphql';
import type {
  ContactKind,
  Need,
  SignUpState,
  SignUpStatus,
  WaitingCause,
  WaitingMove,
} from './sign-up.words.ts';

export const ContactKindEnum = {
  MAIL: 'MAIL',
  PHONE: 'PHONE',
} as const satisfies Record<ContactKind, ContactKind>;
registerEnumType(ContactKindEnum, {
  name: 'ContactKind',
  description: 'What a contact is.',
  valuesConfig: {
    MAIL: { description: 'An e-mail address.' },
    PHONE: { description: 'A phone number, with its country code.' },
  },
});

export const SignUpStatusEnum = {
  CONFIRMED: 'CONFIRMED',
  WAITLISTED: 'WAITLISTED',
  CANCELLED: 'CANCELLED',
  ATTENDED: 'ATTENDED',
  NO_SHOW: 'NO_SHOW',
} as const satisfies Record<SignUpStatus, SignUpStatus>;
registerEnumType(SignUpStatusEnum, {
  name: 'SignUpStatus',
  description: 'Where a sign-up stands.',
  valuesConfig: {
    CONFIRMED: { description: 'Has a place.' },
    WAITLISTED: { description: 'Waits for a place.' },
    CANCELLED: { description: 'Cancelled, by the person or because the date was.' },
    ATTENDED: { description: 'Came.' },
    NO_SHOW: { description: 'Had a place and did not come.' },
  },
});

export const NeedEnum = {
  INTERPRETER: 'INTERPRETER',
  CHILD_CARE: 'CHILD_CARE',
  STEP_FREE: 'STEP_FREE',
} as const satisfies Record<Need, Need>;
registerEnumType(NeedEnum, {
  name: 'SignUpNeed',
  description: 'What someone needs to take part.',
  valuesConfig: {
    INTERPRETER: { description: 'An interpreter.' },
    CHILD_CARE: { description: 'Child care meanwhile.' },
    STEP_FREE: { description: 'A way without steps.' },
  },
});

export const SignUpStateEnum = {
  OPEN: 'OPEN',
  WAITING_LIST: 'WAITING_LIST',
  FULL: 'FULL',
  NOT_YET: 'NOT_YET',
  CLOSED: 'CLOSED',
  NOT_TAKEN: 'NOT_TAKEN',
} as const satisfies Record<SignUpState, SignUpState>;
registerEnumType(SignUpStateEnum, {
  name: 'SignUpState',
  description: 'Whether one can sign up to a date now.',
  valuesConfig: {
    OPEN: { description: 'Places are free.' },
    WAITING_LIST: { description: 'No place is free; one can wait.' },
    FULL: { description: 'No place is free, and there is no waiting list.' },
    NOT_YET: { description: 'Sign-up opens later.' },
    CLOSED: { description: 'Sign-up has closed.' },
    NOT_TAKEN: { description: 'One does not sign up here, or the date does not take place.' },
  },
});

export const WaitingMoveEnum = {
  PROMOTED: 'PROMOTED',
  OFFERED: 'OFFERED',
  ACCEPTED: 'ACCEPTED',
  LAPSED: 'LAPSED',
} as const satisfies Record<WaitingMove, WaitingMove>;
registerEnumType(WaitingMoveEnum, {
  name: 'WaitingMove',
  description: 'What happened to somebody in a waiting list.',
  valuesConfig: {
    PROMOTED: { description: 'Got the place.' },
    OFFERED: { description: 'Shortly before the date: the place is held until they accept.' },
    ACCEPTED: { description: 'Accepted it.' },
    LAPSED: { description: 'Did not accept in time.' },
  },
});

export const WaitingCauseEnum = {
  PLACE_GIVEN_BACK: 'PLACE_GIVEN_BACK',
  MORE_PLACES: 'MORE_PLACES',
  HELD_RELEASED: 'HELD_RELEASED',
  OFFER_LAPSED: 'OFFER_LAPSED',
  PERSON_ANSWERED: 'PERSON_ANSWERED',
} as const satisfies Record<WaitingCause, WaitingCause>;
registerEnumType(WaitingCauseEnum, {
  name: 'WaitingCause',
  description: 'Why it happened.',
  valuesConfig: {
    PLACE_GIVEN_BACK: { description: 'Somebody gave a place or a turn back.' },
    MORE_PLACES: { description: 'There are more places than before.' },
    HELD_RELEASED: { description: 'Places kept for referrals became free a day before the date.' },
    OFFER_LAPSED: { description: 'Somebody did not accept in time.' },
    PERSON_ANSWERED: { description: 'The person themselves.' },
  },
});
