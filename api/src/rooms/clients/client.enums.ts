import { registerEnumType } from 'type-graphql';
import type { AccessNeed, ConsentField, ConsentMethod, DetailField, ToldAgeBand } from './client.words.ts';

export const AgeBandEnum = {
  UNDER_18: 'UNDER_18',
  FROM_18_TO_29: 'FROM_18_TO_29',
  FROM_30_TO_49: 'FROM_30_TO_49',
  FROM_50_TO_64: 'FROM_50_TO_64',
  FROM_65: 'FROM_65',
  NOT_TOLD: 'NOT_TOLD',
} as const satisfies Record<ToldAgeBand, ToldAgeBand>;
registerEnumType(AgeBandEnum, {
  name: 'AgeBand',
  description: 'How old someone is, no nearer than matching needs.',
  valuesConfig: {
    UNDER_18: { description: 'Younger than 18 years.' },
    FROM_18_TO_29: { description: '18 to 29 years.' },
    FROM_30_TO_49: { description: '30 to 49 years.' },
    FROM_50_TO_64: { description: '50 to 64 years.' },
    FROM_65: { description: '65 years or older.' },
    NOT_TOLD: { description: 'The sender of a referral keeps it back; never a client’s own.' },
  },
});

export const AccessNeedEnum = {
  STEP_FREE: 'STEP_FREE',
  CHILD_CARE: 'CHILD_CARE',
  TRANSPORT: 'TRANSPORT',
  WOMEN_ONLY: 'WOMEN_ONLY',
  HEARING: 'HEARING',
  SIGHT: 'SIGHT',
} as const satisfies Record<AccessNeed, AccessNeed>;
registerEnumType(AccessNeedEnum, {
  name: 'AccessNeed',
  description: 'What someone needs to be able to come.',
  valuesConfig: {
    STEP_FREE: { description: 'A way without steps.' },
    CHILD_CARE: { description: 'Somebody who looks after the children.' },
    TRANSPORT: { description: 'Help with getting there.' },
    WOMEN_ONLY: { description: 'A group for women alone.' },
    HEARING: { description: 'Support for hearing.' },
    SIGHT: { description: 'Support for seeing.' },
  },
});

export const ConsentMethodEnum = {
  SPOKEN: 'SPOKEN',
  PAPER: 'PAPER',
  LINK: 'LINK',
} as const satisfies Record<ConsentMethod, ConsentMethod>;
registerEnumType(ConsentMethodEnum, {
  name: 'ConsentMethod',
  description: 'How a consent was given.',
  valuesConfig: {
    SPOKEN: { description: 'By word of mouth, with an interpreter where needed.' },
    PAPER: { description: 'Signed on paper.' },
    LINK: { description: 'By the client, on a page opened by link.' },
  },
});

export const DetailFieldEnum = {
  FAMILY_NAME: 'FAMILY_NAME',
  BIRTH_YEAR: 'BIRTH_YEAR',
  HOME_ADDRESS: 'HOME_ADDRESS',
  CHILDREN: 'CHILDREN',
  HEALTH: 'HEALTH',
} as const satisfies Record<DetailField, DetailField>;
const detailDescriptions = {
  FAMILY_NAME: { description: 'The family name.' },
  BIRTH_YEAR: { description: 'The year of birth.' },
  HOME_ADDRESS: { description: 'Where the client lives.' },
  CHILDREN: { description: 'Children who come along, and their ages.' },
  HEALTH: { description: 'What is to be known of health, e.g. an allergy.' },
};
registerEnumType(DetailFieldEnum, {
  name: 'DetailField',
  description: 'What a receiver may ask for beyond name and contact.',
  valuesConfig: detailDescriptions,
});
export const ConsentFieldEnum = {
  ...DetailFieldEnum,
  GIVEN_NAME: 'GIVEN_NAME',
  CONTACT: 'CONTACT',
  SAFE_CONTACT_NOTE: 'SAFE_CONTACT_NOTE',
} as const satisfies Record<ConsentField, ConsentField>;
registerEnumType(ConsentFieldEnum, {
  name: 'ConsentField',
  description: 'What a consent allows to tell.',
  valuesConfig: {
    GIVEN_NAME: { description: 'The given name.' },
    CONTACT: { description: 'The one contact: phone number or e-mail address.' },
    SAFE_CONTACT_NOTE: { description: 'How it is safe to make contact.' },
    ...detailDescriptions,
  },
});
