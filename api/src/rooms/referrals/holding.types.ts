import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

@ObjectType('NextHolder', { description: 'Somebody to whom work can be handed over.' })
export class NextHolderType {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Field(() => String, { description: 'Their name.' })
  displayName!: string;
}

@ObjectType('MembershipHoldings', {
  description: 'What somebody holds by a role, and would leave to others when it ends.',
})
export class MembershipHoldingsType {
  @Field(() => Int, { description: 'Received referrals under way that they have.' })
  referralCount!: number;

  @Field(() => Int, { description: 'Clients whom they serve.' })
  clientCount!: number;
}

@InputType({ description: 'Whose referrals go to whom.' })
export class HandOverReferralsInput {
  @Field(() => ID, { description: 'The receiving organisation.' })
  organisationId!: string;

  @Field(() => ID, { description: 'Who has them.' })
  fromPersonId!: string;

  @Field(() => ID, { description: 'The coordinator or volunteer of the organisation who gets them.' })
  toPersonId!: string;
}

@ObjectType('HandOverReferralsPayload', { description: 'What changed hands.' })
export class HandOverReferralsPayload {
  @Field(() => Int, { description: 'How many referrals.' })
  referralCount!: number;
}
