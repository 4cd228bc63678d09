import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../platform/graphql/connection.ts';
import { Bcp47Scalar, DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { ClientLinkInput } from '../referrals/index.ts';
import type { RefusalReason, RequestChannel, RequestDecision, RequestKind } from './request.words.ts';

export const RequestKindEnum = {
  ACCESS: 'ACCESS',
  RECTIFY: 'RECTIFY',
  ERASE: 'ERASE',
  RESTRICT: 'RESTRICT',
} as const satisfies Record<RequestKind, RequestKind>;
registerEnumType(RequestKindEnum, {
  name: 'ClientRequestKind',
  description: 'What a client asks for.',
  valuesConfig: {
    ACCESS: { description: 'To see what is held (GDPR 15).' },
    RECTIFY: { description: 'To have something put right (GDPR 16).' },
    ERASE: { description: 'To have it erased (GDPR 17).' },
    RESTRICT: { description: 'That nothing is told to anybody (GDPR 18).' },
  },
});

export const RequestChannelEnum = {
  LINK: 'LINK',
  CASEWORKER: 'CASEWORKER',
  OFFICER: 'OFFICER',
} as const satisfies Record<RequestChannel, RequestChannel>;
registerEnumType(RequestChannelEnum, {
  name: 'ClientRequestChannel',
  description: 'By which way a request came.',
  valuesConfig: {
    LINK: { description: 'By the client, on their own page.' },
    CASEWORKER: { description: 'Put down by the caseworker.' },
    OFFICER: { description: 'Put down by the data-protection officer.' },
  },
});

export const RequestDecisionEnum = {
  DONE: 'DONE',
  REFUSED: 'REFUSED',
} as const satisfies Record<RequestDecision, RequestDecision>;
registerEnumType(RequestDecisionEnum, {
  name: 'ClientRequestDecision',
  description: 'How a request was answered.',
  valuesConfig: { DONE: { description: 'Done.' }, REFUSED: { description: 'Refused, for a reason.' } },
});

export const RefusalReasonEnum = {
  NOT_IDENTIFIED: 'NOT_IDENTIFIED',
  UNFOUNDED: 'UNFOUNDED',
  LEGAL_DUTY: 'LEGAL_DUTY',
  OTHER: 'OTHER',
} as const satisfies Record<RefusalReason, RefusalReason>;
registerEnumType(RefusalReasonEnum, {
  name: 'RefusalReason',
  description: 'Why a request was refused.',
  valuesConfig: {
    NOT_IDENTIFIED: { description: 'It is not certain that it was the client.' },
    UNFOUNDED: { description: 'It has no ground, or comes again and again.' },
    LEGAL_DUTY: { description: 'The law says that it must be kept.' },
    OTHER: { description: 'Another reason.' },
  },
});

@ObjectType('ClientRequestAbilities', { description: 'What the viewer may do with a request.' })
export class ClientRequestAbilitiesType {
  @Field(() => Boolean, { description: 'Answer it.' })
  decide!: boolean;
}

@ObjectType('ClientRequest', { description: 'What a client asked for, with the clock of 30 days (GDPR 12).' })
export class ClientRequestType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => RequestKindEnum, { description: 'What for.' })
  kind!: RequestKind;

  @Field(() => RequestChannelEnum, { description: 'By which way it came.' })
  channel!: RequestChannel;

  @Field(() => DateTimeScalar, { description: 'When it came.' })
  receivedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'By when it must be answered.' })
  dueAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered; null while it waits.' })
  decidedAt!: Date | null;

  @Field(() => RequestDecisionEnum, { nullable: true, description: 'How it was answered.' })
  decision!: RequestDecision | null;

  @Field(() => RefusalReasonEnum, { nullable: true, description: 'Why it was refused.' })
  refusalReason!: RefusalReason | null;
}

export const ClientRequestConnectionType = connectionType('ClientRequest', () => ClientRequestType);
export type ClientRequestConnectionType = InstanceType<typeof ClientRequestConnectionType>;

@ObjectType('SubjectExport', { description: 'All that is held on a client. Taking it is recorded.' })
export class SubjectExportType {
  @Field(() => DateTimeScalar, { description: 'When it was gathered.' })
  generatedAt!: Date;

  @Field(() => Bcp47Scalar, { description: 'The client’s first language.' })
  languageTag!: string;

  @Field(() => String, { description: 'JSON: an object of sections, each a list of objects.' })
  json!: string;
}

@InputType({ description: 'What a client asked for, put down by the municipality.' })
export class CreateClientRequestInput {
  @Field(() => ID, { description: 'Who asked.' })
  clientId!: string;

  @Field(() => RequestKindEnum, { description: 'What for.' })
  kind!: RequestKind;

  @Field(() => String, { nullable: true, description: 'In the client’s words, up to 1 000 characters.' })
  details?: string | null;
}

@InputType({ description: 'What a client asks for on their own page.' })
export class LeaveRequestByLinkInput extends ClientLinkInput {
  @Field(() => RequestKindEnum, { description: 'What for.' })
  kind!: RequestKind;

  @Field(() => String, { nullable: true, description: 'In the client’s words, up to 1 000 characters.' })
  details?: string | null;
}

@InputType({ description: 'The answer to a request.' })
export class DecideClientRequestInput {
  @Field(() => ID, { description: 'Which one.' })
  requestId!: string;

  @Field(() => RequestDecisionEnum, {
    description: 'DONE on ERASE erases the client, on RESTRICT it ends every consent.',
  })
  decision!: RequestDecision;

  @Field(() => RefusalReasonEnum, { nullable: true, description: 'Needed with REFUSED.' })
  refusalReason?: RefusalReason | null;
}

@ObjectType('ClientRequestPayload', { description: 'The request after the change.' })
export class ClientRequestPayload {
  @Field(() => ClientRequestType, { description: 'The request.' })
  request!: ClientRequestType;
}
