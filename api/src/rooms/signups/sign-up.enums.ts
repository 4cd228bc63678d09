import { registerEnumType } from 'type-graphql';
import type { ContactKind, SignUpStatus } from './sign-up.words.ts';

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
