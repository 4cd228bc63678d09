import { ReferralStateEnum } from './referral.enums.ts';
import type { ReferralState } from './referral.words.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

@InputType({ description: 'A referral that came to nothing goes to another place.' })
export class RerouteReferralInput {
  @Field(() => ID, { description: 'The referral whose place is taken.' })
  referralId!: string;

  @Field(() => ID, { description: 'The offering to which the client is referred instead.' })
  offeringId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'A random key; the same key gives the same referral again.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Throws a draft away.' })
export class DiscardDraftInput {
  @Field(() => ID, { description: 'The draft.' })
  referralId!: string;

  @Field(() => Int, { description: 'The version on which it was decided.' })
  version!: number;
}

@ObjectType('DiscardDraftPayload', { description: 'What is gone.' })
export class DiscardDraftPayload {
  @Field(() => ID, { description: 'The id that the draft had.' })
  referralId!: string;
}

@ObjectType('LinkedReferral', { description: 'A referral before or after another one of the same client.' })
export class LinkedReferralType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ReferralStateEnum, { description: 'Where it stands.' })
  state!: ReferralState;
}
