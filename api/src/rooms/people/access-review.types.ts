import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import type { MemberRole } from '../../platform/policy/viewer.ts';
import type { ReviewDecision } from './access-review.words.ts';
import { MemberRoleEnum } from './person.types.ts';

const ReviewDecisionEnum = { KEEP: 'KEEP', END: 'END' } as const satisfies Record<
  ReviewDecision,
  ReviewDecision
>;
registerEnumType(ReviewDecisionEnum, {
  name: 'ReviewDecision',
  description: 'What is decided on somebody’s access.',
  valuesConfig: {
    KEEP: { description: 'They need it: it stays.' },
    END: { description: 'It ends at once.' },
  },
});

@ObjectType('AccessReviewAbilities', { description: 'What the viewer may do in an access review.' })
export class AccessReviewAbilitiesType {
  @Field(() => Boolean, { description: 'Decide on members, and confirm in the end.' })
  answer!: boolean;
}

@ObjectType('AccessReview', { description: 'A quarter’s look at who has access in an organisation.' })
export class AccessReviewType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'The organisation’s name.' })
  organisationName!: string;

  @Field(() => String, { description: 'The quarter, as 2026-Q4.' })
  quarter!: string;

  @Field(() => DateTimeScalar, { description: 'Since when it is open.' })
  openedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'From when it is overdue.' })
  dueAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was confirmed; null: it waits.' })
  completedAt!: Date | null;
}

@ObjectType('AccessReviewMember', { description: 'Somebody’s role, as a review shows it.' })
export class AccessReviewMemberType {
  @Field(() => ID, { description: 'The membership.' })
  membershipId!: string;

  @Field(() => MemberRoleEnum, { description: 'The role.' })
  role!: MemberRole;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  since!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When they last used the hub, to the day; null: no use is known.',
  })
  lastUsedAt!: Date | null;

  @Field(() => ReviewDecisionEnum, { nullable: true, description: 'What was decided; null: it waits.' })
  decision!: ReviewDecision | null;

  @Field(() => Boolean, { description: 'Whether the role has ended.' })
  hasEnded!: boolean;
}

@ObjectType('OverdueAccessReview', { description: 'An access review whose time is over, by number.' })
export class OverdueAccessReviewType {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'The organisation’s name.' })
  organisationName!: string;

  @Field(() => String, { description: 'The quarter, as 2026-Q4.' })
  quarter!: string;

  @Field(() => DateTimeScalar, { description: 'Since when it is overdue.' })
  dueAt!: Date;

  @Field(() => Int, { description: 'How many memberships it is about.' })
  memberCount!: number;

  @Field(() => Int, { description: 'On how many of them something was decided.' })
  decidedCount!: number;
}

@InputType({ description: 'A decision on somebody’s access.' })
export class AnswerAccessReviewInput {
  @Field(() => ID, { description: 'The review.' })
  reviewId!: string;

  @Field(() => ID, { description: 'The membership.' })
  membershipId!: string;

  @Field(() => ReviewDecisionEnum, { description: 'Keep the access, or end it at once.' })
  decision!: ReviewDecision;
}

@InputType({ description: 'Which review is confirmed.' })
export class CompleteAccessReviewInput {
  @Field(() => ID, { description: 'The review.' })
  reviewId!: string;
}

@ObjectType('AccessReviewPayload', { description: 'The review as it stands now.' })
export class AccessReviewPayload {
  @Field(() => AccessReviewType, {
    nullable: true,
    description: 'It; null for whoever ended their own way to it.',
  })
  review!: AccessReviewType | null;
}
