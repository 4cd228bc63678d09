import { Field, ID, InputType } from 'type-graphql';
import {
  NeedCategoryEnum,
  ReferralPriorityEnum,
  ReferralSideEnum,
  ReferralStateEnum,
  SummaryFieldEnum,
} from './referral.enums.ts';
import { ReferralTabEnum } from './tab.types.ts';
import type { ReferralTab } from './referral.tabs.ts';
import type {
  NeedCategory,
  ReferralPriority,
  ReferralSide,
  ReferralState,
  SummaryField,
} from './referral.words.ts';

@InputType({ description: 'Which referrals.' })
export class ReferralFilter {
  @Field(() => ReferralSideEnum, { nullable: true, description: 'Only those sent, or only those received.' })
  side?: ReferralSide | null;

  @Field(() => [ReferralStateEnum], { nullable: true, description: 'Only those in one of these states.' })
  states?: ReferralState[] | null;

  @Field(() => ID, { nullable: true, description: 'Only those from or to this organisation.' })
  organisationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those of this client; finds what was sent.' })
  clientId?: string | null;

  @Field(() => ReferralTabEnum, { nullable: true, description: 'Only those in this pile of a desk.' })
  tab?: ReferralTab | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that have not ended, or only those that have.',
  })
  open?: boolean | null;
}

@InputType({ description: 'What is to be referred.' })
export class ReferralPreviewInput {
  @Field(() => ID, { description: 'The client.' })
  clientId!: string;

  @Field(() => ID, { description: 'The offering.' })
  offeringId!: string;

  @Field(() => NeedCategoryEnum, { nullable: true, description: 'What the client looks for.' })
  needCategory?: NeedCategory | null;

  @Field(() => ReferralPriorityEnum, { nullable: true, description: 'How soon an answer is needed.' })
  priority?: ReferralPriority | null;

  @Field(() => String, { nullable: true, description: 'The note as it stands so far.' })
  note?: string | null;

  @Field(() => [SummaryFieldEnum], { nullable: true, description: 'What is to be kept back.' })
  withheld?: SummaryField[] | null;
}

@InputType({ description: 'A new referral.' })
export class CreateReferralInput {
  @Field(() => ID, { description: 'The client.' })
  clientId!: string;

  @Field(() => ID, { description: 'The offering.' })
  offeringId!: string;

  @Field(() => NeedCategoryEnum, { description: 'What the client looks for.' })
  needCategory!: NeedCategory;

  @Field(() => ReferralPriorityEnum, {
    nullable: true,
    defaultValue: 'NORMAL',
    description: 'How soon an answer is needed.',
  })
  priority?: ReferralPriority | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Up to 280 characters for the receiver, without names, phone numbers, addresses and identity codes.',
  })
  note?: string | null;

  @Field(() => [SummaryFieldEnum], {
    nullable: true,
    description: 'What the receiver is not to be told of the client.',
  })
  withheld?: SummaryField[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Words of the note that look like names and are none, as the warning NOTE_HAS_NAMES told them.',
  })
  confirmedWords?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'A random key; the same key gives the same referral again.',
  })
  idempotencyKey?: string | null;
}
