import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { DetailFieldEnum, type DetailField } from '../clients/index.ts';
import type { DetailStatus } from './detail.words.ts';

export const DetailStatusEnum = {
  ASKED: 'ASKED',
  GRANTED: 'GRANTED',
  REFUSED: 'REFUSED',
} as const satisfies Record<DetailStatus, DetailStatus>;
registerEnumType(DetailStatusEnum, {
  name: 'DetailStatus',
  description: 'How a detail stands that a receiver asked for.',
  valuesConfig: {
    ASKED: { description: 'The referrer is to answer.' },
    GRANTED: { description: 'The receiver may know it.' },
    REFUSED: { description: 'The referrer said no, or took it back.' },
  },
});

@ObjectType('ReferralDetail', { description: 'One more thing about the client, asked for with a reason.' })
export class ReferralDetailType {
  @Field(() => DetailFieldEnum, { description: 'What.' })
  field!: DetailField;

  @Field(() => DetailStatusEnum, { description: 'How it stands.' })
  status!: DetailStatus;

  @Field(() => String, { description: 'Why the receiver needs it, without personal data.' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  askedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'What was granted, for the referrer and the receiving coordinators with a strong sign-in; reading it is recorded.',
  })
  value!: string | null;
}

@InputType()
class DetailInputType {
  @Field(() => ID, { description: 'The referral.' })
  referralId!: string;

  @Field(() => DetailFieldEnum, { description: 'What it is about; the consent must name it.' })
  field!: DetailField;
}

@InputType({ description: 'The receiver asks for one more thing.' })
export class AskReferralDetailInput extends DetailInputType {
  @Field(() => String, { description: 'Why, up to 280 characters, without personal data.' })
  reason!: string;
}

@InputType({ description: 'The referrer grants it.' })
export class GrantReferralDetailInput extends DetailInputType {
  @Field(() => String, {
    description: 'What the receiver may know, up to 280 characters; never an identity code.',
  })
  value!: string;
}

@InputType({ description: 'The referrer says no, or takes it back.' })
export class RefuseReferralDetailInput extends DetailInputType {}
