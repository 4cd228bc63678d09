import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { ReferralTab } from './referral.tabs.ts';

export const ReferralTabEnum = {
  UNASSIGNED: 'UNASSIGNED',
  MINE: 'MINE',
  WAITING_FOR_US: 'WAITING_FOR_US',
  OVERDUE: 'OVERDUE',
} as const satisfies Record<ReferralTab, ReferralTab>;
registerEnumType(ReferralTabEnum, {
  name: 'ReferralTab',
  description: 'A pile into which a desk sorts the referrals that have not ended.',
  valuesConfig: {
    UNASSIGNED: { description: 'Received, and nobody has it.' },
    MINE: { description: 'Given to the viewer.' },
    WAITING_FOR_US: {
      description:
        'The viewer’s side is to act: to answer, make contact, look again, or reply to a question.',
    },
    OVERDUE: { description: 'The answer or the first contact is late.' },
  },
});

@ObjectType('ReferralCounts', { description: 'How many referrals stand in each pile of a desk.' })
export class ReferralCountsType {
  @Field(() => Int, { description: 'Received, and nobody has them.' })
  unassigned!: number;

  @Field(() => Int, { description: 'Given to the viewer.' })
  mine!: number;

  @Field(() => Int, { description: 'The viewer’s side is to act.' })
  waitingForUs!: number;

  @Field(() => Int, { description: 'The answer or the first contact is late.' })
  overdue!: number;
}
