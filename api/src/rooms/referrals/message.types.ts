import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import type { MessageKind } from './referral-message.entity.ts';

export const MessageKindEnum = {
  QUESTION: 'QUESTION',
  ANSWER: 'ANSWER',
  MESSAGE: 'MESSAGE',
} as const satisfies Record<MessageKind, MessageKind>;
registerEnumType(MessageKindEnum, {
  name: 'ReferralMessageKind',
  description: 'What a message is for.',
  valuesConfig: {
    QUESTION: { description: 'The receiver asks before it answers the referral.' },
    ANSWER: { description: 'The referrer answers that.' },
    MESSAGE: { description: 'Anything else.' },
  },
});

@ObjectType('ReferralMessage', { description: 'What one side wrote to the other about a referral.' })
export class ReferralMessageType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When it was sent.' })
  sentAt!: Date;

  @Field(() => MessageKindEnum, { description: 'What it is for.' })
  kind!: MessageKind;

  @Field(() => String, { description: 'The words, up to 2 000 characters, without personal data.' })
  body!: string;
}

@InputType({ description: 'A message to the other side of a referral.' })
export class SendReferralMessageInput {
  @Field(() => ID, { description: 'The referral.' })
  referralId!: string;

  @Field(() => String, {
    description: 'The words, up to 2 000 characters; no names, numbers, addresses or identity codes.',
  })
  message!: string;

  @Field(() => String, { nullable: true, description: 'The same key sends once.' })
  idempotencyKey?: string | null;
}
