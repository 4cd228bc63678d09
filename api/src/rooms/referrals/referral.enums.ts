import { registerEnumType } from 'type-graphql';
import type { ReferralMoveName } from './referral.exposed.ts';
import type {
  NeedCategory,
  ReferralPriority,
  ReferralSide,
  ReferralState,
  SummaryField,
} from './referral.words.ts';

export const ReferralStateEnum = {
  DRAFT: 'DRAFT',
  AWAITING_CONSENT: 'AWAITING_CONSENT',
  SENT: 'SENT',
  NEEDS_INFO: 'NEEDS_INFO',
  WAITLISTED: 'WAITLISTED',
  ACCEPTED: 'ACCEPTED',
  IN_PROGRESS: 'IN_PROGRESS',
  ON_HOLD: 'ON_HOLD',
  CLOSED: 'CLOSED',
  DECLINED: 'DECLINED',
  WITHDRAWN: 'WITHDRAWN',
  CONSENT_REVOKED: 'CONSENT_REVOKED',
  EXPIRED: 'EXPIRED',
  ERASED: 'ERASED',
} as const satisfies Record<ReferralState, ReferralState>;
registerEnumType(ReferralStateEnum, {
  name: 'ReferralState',
  description: 'Where a referral stands.',
  valuesConfig: {
    DRAFT: { description: 'Being written; only the referrer’s side knows of it.' },
    AWAITING_CONSENT: { description: 'The client is asked.' },
    SENT: { description: 'The receiver has it and is to answer.' },
    NEEDS_INFO: { description: 'The receiver asked something; the referrer is to answer.' },
    WAITLISTED: { description: 'The receiver put it on a waiting list.' },
    ACCEPTED: { description: 'The receiver takes the client in and knows who it is.' },
    IN_PROGRESS: { description: 'The first contact was made.' },
    ON_HOLD: { description: 'Interrupted for a while.' },
    CLOSED: { description: 'Ended with an outcome.' },
    DECLINED: { description: 'The receiver said no.' },
    WITHDRAWN: { description: 'The referrer took it back.' },
    CONSENT_REVOKED: { description: 'The consent ended, and the referral with it.' },
    EXPIRED: { description: 'Nobody acted in time.' },
    ERASED: { description: 'Its data are erased; the row stays for statistics.' },
  },
});

export const ReferralMoveEnum = {
  SUBMIT_FOR_CONSENT: 'SUBMIT_FOR_CONSENT',
  CONFIRM_CONSENT: 'CONFIRM_CONSENT',
  REFUSE_CONSENT: 'REFUSE_CONSENT',
  SEND: 'SEND',
  REPLY_INFO: 'REPLY_INFO',
  ACCEPT: 'ACCEPT',
  ASK_INFO: 'ASK_INFO',
  WAITLIST: 'WAITLIST',
  DECLINE: 'DECLINE',
  WITHDRAW: 'WITHDRAW',
  RECORD_FIRST_CONTACT: 'RECORD_FIRST_CONTACT',
  RESUME: 'RESUME',
  HOLD: 'HOLD',
  CLOSE: 'CLOSE',
  REOPEN: 'REOPEN',
} as const satisfies Record<ReferralMoveName, ReferralMoveName>;
registerEnumType(ReferralMoveEnum, {
  name: 'ReferralMove',
  description: 'What can be done with a referral.',
  valuesConfig: {
    SUBMIT_FOR_CONSENT: { description: 'Begin to ask the client’s consent.' },
    CONFIRM_CONSENT: { description: 'Record the client’s yes and send.' },
    REFUSE_CONSENT: { description: 'Record the client’s no.' },
    REPLY_INFO: { description: 'Answer what the receiver asked.' },
    ASK_INFO: { description: 'Ask the referrer something before answering.' },
    WAITLIST: { description: 'Put it on a waiting list, with an estimate.' },
    RESUME: { description: 'Go on after an interruption.' },
    HOLD: { description: 'Interrupt it for a while.' },
    REOPEN: { description: 'Go on with it after it was closed.' },
    SEND: { description: 'Send, with a consent that was recorded before.' },
    ACCEPT: { description: 'Take the client in.' },
    DECLINE: { description: 'Say no, with a reason.' },
    WITHDRAW: { description: 'Take it back, with a reason.' },
    RECORD_FIRST_CONTACT: { description: 'Record that the client was reached.' },
    CLOSE: { description: 'End it with an outcome.' },
  },
});

export const NeedCategoryEnum = {
  COMPANY: 'COMPANY',
  LANGUAGE_PRACTICE: 'LANGUAGE_PRACTICE',
  FAMILY: 'FAMILY',
  HOBBY: 'HOBBY',
  WORK_LIFE: 'WORK_LIFE',
  WELLBEING: 'WELLBEING',
  DAILY_LIFE: 'DAILY_LIFE',
  OTHER: 'OTHER',
} as const satisfies Record<NeedCategory, NeedCategory>;
registerEnumType(NeedCategoryEnum, {
  name: 'NeedCategory',
  description: 'What the client looks for.',
  valuesConfig: {
    COMPANY: { description: 'Company and friends.' },
    LANGUAGE_PRACTICE: { description: 'Practice in Finnish or Swedish.' },
    FAMILY: { description: 'Something for the family.' },
    HOBBY: { description: 'A hobby.' },
    WORK_LIFE: { description: 'Work and working life.' },
    WELLBEING: { description: 'Wellbeing.' },
    DAILY_LIFE: { description: 'Help with daily life.' },
    OTHER: { description: 'Something else.' },
  },
});

export const ReferralPriorityEnum = {
  NORMAL: 'NORMAL',
  URGENT: 'URGENT',
} as const satisfies Record<ReferralPriority, ReferralPriority>;
registerEnumType(ReferralPriorityEnum, {
  name: 'ReferralPriority',
  description: 'How soon an answer is needed.',
  valuesConfig: {
    NORMAL: { description: 'Within three working days, unless the offering’s clocks say otherwise.' },
    URGENT: { description: 'Within one working day, unless the offering’s clocks say otherwise.' },
  },
});

export const SummaryFieldEnum = {
  LANGUAGES: 'LANGUAGES',
  AGE_BAND: 'AGE_BAND',
  ACCESS_NEEDS: 'ACCESS_NEEDS',
} as const satisfies Record<SummaryField, SummaryField>;
registerEnumType(SummaryFieldEnum, {
  name: 'SummaryField',
  description: 'What a sender may keep back from the receiver.',
  valuesConfig: {
    LANGUAGES: { description: 'The languages the client speaks.' },
    AGE_BAND: { description: 'How old the client is.' },
    ACCESS_NEEDS: { description: 'What the client needs to be able to come.' },
  },
});

export const ReferralSideEnum = {
  SENT: 'SENT',
  RECEIVED: 'RECEIVED',
} as const satisfies Record<ReferralSide, ReferralSide>;
registerEnumType(ReferralSideEnum, {
  name: 'ReferralSide',
  description: 'How the viewer stands to a referral.',
  valuesConfig: {
    SENT: { description: 'On the referring side.' },
    RECEIVED: { description: 'On the receiving side.' },
  },
});
