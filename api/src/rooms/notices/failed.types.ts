import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';

@ObjectType('FailedNotice', {
  description: 'A mail that could not be delivered so far, without its words and address.',
})
export class FailedNoticeType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Which text it is, `room.name`.' })
  template!: string;

  @Field(() => String, { nullable: true, description: 'The receiver’s mail domain.' })
  receiverDomain!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was written, or last ordered anew.' })
  createdAt!: Date;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => String, { nullable: true, description: 'The name of the last failure.' })
  lastError!: string | null;

  @Field(() => Boolean, { description: 'Whether the hub has given up; else it tries again by itself.' })
  isGivenUp!: boolean;
}

export const FailedNoticeConnectionType = connectionType('FailedNotice', () => FailedNoticeType);
export type FailedNoticeConnectionType = InstanceType<typeof FailedNoticeConnectionType>;

@InputType({ description: 'Which failed mail to try again.' })
export class RetryNoticeInput {
  @Field(() => ID, { description: 'Its id.' })
  noticeId!: string;
}

@ObjectType('RetryNoticePayload', { description: 'What is tried again.' })
export class RetryNoticePayload {
  @Field(() => ID, { description: 'Its id.' })
  noticeId!: string;
}
