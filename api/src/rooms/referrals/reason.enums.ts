import { registerEnumType } from 'type-graphql';
import type { ReasonSide } from './reason.sides.ts';
import type {
  ContactChannel,
  DeclineReason,
  HoldReason,
  InformationKind,
  ReassignReason,
  ReferralOutcome,
  ReopenReason,
  WithdrawReason,
} from './referral.words.ts';

export const DeclineReasonEnum = {
  NO_CAPACITY: 'NO_CAPACITY',
  NOT_ELIGIBLE_AGE: 'NOT_ELIGIBLE_AGE',
  NOT_ELIGIBLE_AREA: 'NOT_ELIGIBLE_AREA',
  LANGUAGE_NOT_AVAILABLE: 'LANGUAGE_NOT_AVAILABLE',
  OUT_OF_SCOPE: 'OUT_OF_SCOPE',
  ACTIVITY_ENDED: 'ACTIVITY_ENDED',
  CLIENT_DECLINED: 'CLIENT_DECLINED',
  DUPLICATE: 'DUPLICATE',
  SAFETY_CONCERN: 'SAFETY_CONCERN',
  OTHER: 'OTHER',
} as const satisfies Record<DeclineReason, DeclineReason>;
registerEnumType(DeclineReasonEnum, {
  name: 'DeclineReason',
  description: 'Why a receiver says no.',
  valuesConfig: {
    NO_CAPACITY: { description: 'There is no room.' },
    NOT_ELIGIBLE_AGE: { description: 'Meant for another age.' },
    NOT_ELIGIBLE_AREA: { description: 'Meant for another area.' },
    LANGUAGE_NOT_AVAILABLE: { description: 'Nobody speaks the language.' },
    OUT_OF_SCOPE: { description: 'It offers something else.' },
    ACTIVITY_ENDED: { description: 'The activity has ended.' },
    CLIENT_DECLINED: { description: 'The client does not want to.' },
    DUPLICATE: { description: 'It was referred already.' },
    SAFETY_CONCERN: { description: 'It would not be safe.' },
    OTHER: { description: 'Another reason.' },
  },
});

export const WithdrawReasonEnum = {
  MISTAKE: 'MISTAKE',
  DUPLICATE: 'DUPLICATE',
  CLIENT_CHANGED_MIND: 'CLIENT_CHANGED_MIND',
  NEED_MET_ELSEWHERE: 'NEED_MET_ELSEWHERE',
  MOVED_AWAY: 'MOVED_AWAY',
  NO_RESPONSE_FROM_RECEIVER: 'NO_RESPONSE_FROM_RECEIVER',
  REDIRECTED: 'REDIRECTED',
  CONSENT_REFUSED: 'CONSENT_REFUSED',
  OTHER: 'OTHER',
} as const satisfies Record<WithdrawReason, WithdrawReason>;
registerEnumType(WithdrawReasonEnum, {
  name: 'WithdrawReason',
  description: 'Why a referral is taken back.',
  valuesConfig: {
    MISTAKE: { description: 'It was a mistake.' },
    DUPLICATE: { description: 'It was referred already.' },
    CLIENT_CHANGED_MIND: { description: 'The client no longer wants to.' },
    NEED_MET_ELSEWHERE: { description: 'The client found help elsewhere.' },
    MOVED_AWAY: { description: 'The client moved away.' },
    NO_RESPONSE_FROM_RECEIVER: { description: 'The receiver did not answer.' },
    REDIRECTED: { description: 'It goes to another place.' },
    CONSENT_REFUSED: { description: 'The client did not consent.' },
    OTHER: { description: 'Another reason.' },
  },
});

export const ReferralOutcomeEnum = {
  HELPED: 'HELPED',
  PARTLY_HELPED: 'PARTLY_HELPED',
  NOT_HELPED: 'NOT_HELPED',
  DID_NOT_ATTEND: 'DID_NOT_ATTEND',
  COULD_NOT_CONTACT: 'COULD_NOT_CONTACT',
  CLIENT_STOPPED: 'CLIENT_STOPPED',
  MOVED_AWAY: 'MOVED_AWAY',
  NEED_MET_ELSEWHERE: 'NEED_MET_ELSEWHERE',
  REFERRED_ON: 'REFERRED_ON',
  UNKNOWN_TIMEOUT: 'UNKNOWN_TIMEOUT',
} as const satisfies Record<ReferralOutcome, ReferralOutcome>;
registerEnumType(ReferralOutcomeEnum, {
  name: 'ReferralOutcome',
  description: 'What became of a referral.',
  valuesConfig: {
    HELPED: { description: 'It helped.' },
    PARTLY_HELPED: { description: 'It helped in part.' },
    NOT_HELPED: { description: 'It did not help.' },
    DID_NOT_ATTEND: { description: 'The client did not come.' },
    COULD_NOT_CONTACT: { description: 'The client was not reached.' },
    CLIENT_STOPPED: { description: 'The client stopped.' },
    MOVED_AWAY: { description: 'The client moved away.' },
    NEED_MET_ELSEWHERE: { description: 'The client found help elsewhere.' },
    REFERRED_ON: { description: 'The client was referred on.' },
    UNKNOWN_TIMEOUT: { description: 'Nobody told in time.' },
  },
});

export const ContactChannelEnum = {
  PHONE: 'PHONE',
  MAIL: 'MAIL',
  IN_PERSON: 'IN_PERSON',
  VIDEO: 'VIDEO',
  OTHER: 'OTHER',
} as const satisfies Record<ContactChannel, ContactChannel>;
registerEnumType(ContactChannelEnum, {
  name: 'ContactChannel',
  description: 'How someone was reached.',
  valuesConfig: {
    PHONE: { description: 'By phone.' },
    MAIL: { description: 'By e-mail.' },
    IN_PERSON: { description: 'Face to face.' },
    VIDEO: { description: 'By video.' },
    OTHER: { description: 'In another way.' },
  },
});

export const InformationKindEnum = {
  LANGUAGES: 'LANGUAGES',
  INTERPRETER: 'INTERPRETER',
  AGE: 'AGE',
  TIMES: 'TIMES',
  ACCESS_NEEDS: 'ACCESS_NEEDS',
  OTHER: 'OTHER',
} as const satisfies Record<InformationKind, InformationKind>;
registerEnumType(InformationKindEnum, {
  name: 'InformationKind',
  description: 'What a receiver asks before it answers.',
  valuesConfig: {
    LANGUAGES: { description: 'Which languages the client speaks, and how well.' },
    INTERPRETER: { description: 'Whether an interpreter is needed or can be had.' },
    AGE: { description: 'Whether the age fits.' },
    TIMES: { description: 'When the client can come.' },
    ACCESS_NEEDS: { description: 'What the client needs in order to take part.' },
    OTHER: { description: 'Something else; the message says what.' },
  },
});

export const HoldReasonEnum = {
  CLIENT_AWAY: 'CLIENT_AWAY',
  ILLNESS: 'ILLNESS',
  ACTIVITY_PAUSED: 'ACTIVITY_PAUSED',
  OTHER: 'OTHER',
} as const satisfies Record<HoldReason, HoldReason>;
registerEnumType(HoldReasonEnum, {
  name: 'HoldReason',
  description: 'Why a referral is interrupted.',
  valuesConfig: {
    CLIENT_AWAY: { description: 'The client is away.' },
    ILLNESS: { description: 'Somebody is ill.' },
    ACTIVITY_PAUSED: { description: 'The activity has a break.' },
    OTHER: { description: 'Another reason.' },
  },
});

export const ReopenReasonEnum = {
  CLIENT_RETURNED: 'CLIENT_RETURNED',
  NEW_NEED: 'NEW_NEED',
  CLOSED_BY_MISTAKE: 'CLOSED_BY_MISTAKE',
  OTHER: 'OTHER',
} as const satisfies Record<ReopenReason, ReopenReason>;
registerEnumType(ReopenReasonEnum, {
  name: 'ReopenReason',
  description: 'Why a closed referral goes on.',
  valuesConfig: {
    CLIENT_RETURNED: { description: 'The client came back.' },
    NEW_NEED: { description: 'There is something more to do.' },
    CLOSED_BY_MISTAKE: { description: 'It was closed by mistake.' },
    OTHER: { description: 'Another reason.' },
  },
});

export const ReasonSideEnum = {
  PROVIDER: 'PROVIDER',
  CLIENT: 'CLIENT',
} as const satisfies Record<ReasonSide, ReasonSide>;
registerEnumType(ReasonSideEnum, {
  name: 'ReasonSide',
  description: 'Whose reason ended a referral.',
  valuesConfig: {
    PROVIDER: {
      description: 'The receiver’s: room, age, area, language, scope, its end, safety, or silence.',
    },
    CLIENT: { description: 'The client’s: did not want to, moved away, found help elsewhere.' },
  },
});

export const ReassignReasonEnum = {
  ABSENCE: 'ABSENCE',
  WORKLOAD: 'WORKLOAD',
  LANGUAGE: 'LANGUAGE',
  CONFLICT_OF_INTEREST: 'CONFLICT_OF_INTEREST',
  OTHER: 'OTHER',
} as const satisfies Record<ReassignReason, ReassignReason>;
registerEnumType(ReassignReasonEnum, {
  name: 'ReassignReason',
  description: 'Why a referral goes to another caseworker.',
  valuesConfig: {
    ABSENCE: { description: 'The caseworker is away.' },
    WORKLOAD: { description: 'The caseworker has too much to do.' },
    LANGUAGE: { description: 'The other one speaks the language.' },
    CONFLICT_OF_INTEREST: {
      description: 'The caseworker should not handle it: they know the client privately.',
    },
    OTHER: { description: 'Another reason.' },
  },
});
