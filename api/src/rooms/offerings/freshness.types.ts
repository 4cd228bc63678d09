import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import type { CheckReason, Freshness } from './freshness.rules.ts';

export const FreshnessEnum = {
  FRESH: 'FRESH',
  UNCONFIRMED: 'UNCONFIRMED',
  HIDDEN: 'HIDDEN',
} as const satisfies Record<Freshness, Freshness>;
registerEnumType(FreshnessEnum, {
  name: 'Freshness',
  description: 'Whether the hosts stand by what an offering says.',
  valuesConfig: {
    FRESH: { description: 'Changed or confirmed lately.' },
    UNCONFIRMED: { description: 'The hosts were asked whether it is still right, and have not answered.' },
    HIDDEN: { description: 'They have not answered for long: in no list, its address still answers.' },
  },
});

export const CheckReasonEnum = { UNTOUCHED: 'UNTOUCHED', ENDED: 'ENDED' } as const satisfies Record<
  CheckReason,
  CheckReason
>;
registerEnumType(CheckReasonEnum, {
  name: 'CheckReason',
  description: 'Why the hosts are asked whether an offering is still right.',
  valuesConfig: {
    UNTOUCHED: { description: 'Nobody has changed or confirmed it for 60 days.' },
    ENDED: { description: 'Its last date is over.' },
  },
});

@ObjectType('OfferingCheck', { description: 'The question whether an offering is still right.' })
export class OfferingCheckType {
  @Field(() => CheckReasonEnum, { description: 'Why it is asked.' })
  reason!: CheckReason;

  @Field(() => DateTimeScalar, { description: 'When the hosts were asked.' })
  askedAt!: Date;

  @Field(() => Boolean, { description: 'Whether nobody has answered yet.' })
  isOpen!: boolean;
}

@InputType({ description: 'By which link an offering is confirmed.' })
export class ConfirmOfferingByLinkInput {
  @Field(() => String, { description: 'The code from the link in the mail.' })
  code!: string;
}

@InputType({ description: 'Which offering is still right.' })
export class ConfirmOfferingInput {
  @Field(() => ID, { description: 'The offering.' })
  offeringId!: string;
}
