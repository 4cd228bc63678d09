import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { defaultClocks, type OfferingClocks } from './offering-clocks.words.ts';

@ObjectType('OfferingClocksAbilities', { description: 'What the viewer may do with an offering’s clocks.' })
export class OfferingClocksAbilitiesType {
  @Field(() => Boolean, { description: 'Set them.' })
  set!: boolean;
}

@ObjectType('OfferingClocks', {
  description: 'How fast referrals to an offering are answered and looked at again.',
})
export class OfferingClocksType implements OfferingClocks {
  @Field(() => Int, { description: 'Working days in which a referral is answered.' })
  answerWorkingDays!: number;

  @Field(() => Int, { description: 'The same for an urgent one.' })
  urgentAnswerWorkingDays!: number;

  @Field(() => Int, { description: 'Working days after the acceptance in which the client is reached.' })
  firstContactWorkingDays!: number;

  @Field(() => Int, { description: 'Days after which a waiting client is looked at again.' })
  waitingReviewDays!: number;

  @Field(() => Int, { description: 'Days after which it is first asked what became of it.' })
  firstOutcomeDays!: number;
}

@InputType({ description: 'The clocks of an offering; all of them, they replace the old ones.' })
export class SetOfferingClocksInput implements OfferingClocks {
  @Field(() => ID, { description: 'The offering.' })
  offeringId!: string;

  @Field(() => Int, { defaultValue: defaultClocks.answerWorkingDays, description: '1 to 6.' })
  answerWorkingDays!: number;

  @Field(() => Int, {
    defaultValue: defaultClocks.urgentAnswerWorkingDays,
    description: '1 to the days of a usual answer.',
  })
  urgentAnswerWorkingDays!: number;

  @Field(() => Int, { defaultValue: defaultClocks.firstContactWorkingDays, description: '1 to 9.' })
  firstContactWorkingDays!: number;

  @Field(() => Int, { defaultValue: defaultClocks.waitingReviewDays, description: '7 to 89.' })
  waitingReviewDays!: number;

  @Field(() => Int, { defaultValue: defaultClocks.firstOutcomeDays, description: '7 to 89.' })
  firstOutcomeDays!: number;
}

@ObjectType({ description: 'The clocks that hold now.' })
export class SetOfferingClocksPayload {
  @Field(() => OfferingClocksType, { description: 'The clocks.' })
  clocks!: OfferingClocksType;
}
