import { Field, Int, ObjectType } from 'type-graphql';
import { Bcp47Scalar } from '../../platform/graphql/scalars.ts';
import {
  AccessNeedEnum,
  AgeBandEnum,
  ConsentFieldEnum,
  ConsentType,
  DetailFieldEnum,
} from '../clients/index.ts';
import type {
  AccessNeed,
  ToldAgeBand,
  ClientContactKind,
  ConsentField,
  DetailField,
} from '../clients/index.ts';
import { ContactKindEnum } from '../signups/index.ts';
import { NeedCategoryEnum, ReferralPriorityEnum, SummaryFieldEnum } from './referral.enums.ts';
import type { NeedCategory, ReferralPriority, SummaryField } from './referral.words.ts';

@ObjectType('ReferralSummary', {
  description: 'What the receiver sees before it accepts: nothing that says who it is.',
})
export class ReferralSummaryType {
  @Field(() => NeedCategoryEnum, { description: 'What the client looks for.' })
  needCategory!: NeedCategory;

  @Field(() => [Bcp47Scalar], {
    description: 'The languages the client speaks, best first; none where they are kept back.',
  })
  languages!: string[];

  @Field(() => Boolean, { description: 'Whether an interpreter is needed.' })
  needsInterpreter!: boolean;

  @Field(() => AgeBandEnum, { description: 'How old the client is; NOT_TOLD where it is kept back.' })
  ageBand!: ToldAgeBand;

  @Field(() => ReferralPriorityEnum, { description: 'How soon an answer is needed.' })
  priority!: ReferralPriority;

  @Field(() => [AccessNeedEnum], { description: 'What the client needs to be able to come.' })
  accessNeeds!: AccessNeed[];

  @Field(() => String, {
    nullable: true,
    description: 'A note of up to 280 characters without personal data.',
  })
  note!: string | null;

  @Field(() => [SummaryFieldEnum], {
    description: 'What the sender keeps back; the receiver may ask for it.',
  })
  withheld!: SummaryField[];
}

@ObjectType('ReferralIdentity', {
  description: 'Who the client is, as far as the consent allows. Reading it is recorded.',
})
export class ReferralIdentityType {
  @Field(() => String, { description: 'The given name.' })
  givenName!: string;

  @Field(() => ContactKindEnum, { description: 'What the contact is.' })
  contactKind!: ClientContactKind;

  @Field(() => String, { description: 'E-mail address, or phone number with its country code.' })
  contact!: string;

  @Field(() => String, { nullable: true, description: 'How it is safe to make contact.' })
  safeContactNote!: string | null;
}

@ObjectType('ReferralObstacle', { description: 'Something that stands in the way of a referral.' })
export class ReferralObstacleType {
  @Field(() => String, {
    description:
      'NO_AGREEMENT, NOT_TAKING_REFERRALS, OFFERING_ENDED, ALREADY_REFERRED, or CONSENT_NEEDED, which does not hinder a draft.',
  })
  reason!: string;

  @Field(() => String, { description: 'What to do about it, in English.' })
  message!: string;
}

@ObjectType('ReferralPreview', {
  description: 'Exactly what the receiver will see, and what stands in the way.',
})
export class ReferralPreviewType {
  @Field(() => ReferralSummaryType, { description: 'What it sees as soon as the referral is sent.' })
  now!: ReferralSummaryType;

  @Field(() => [ConsentFieldEnum], {
    description: 'What it sees on acceptance, by the consent that holds or is to be asked.',
  })
  onAcceptance!: ConsentField[];

  @Field(() => [DetailFieldEnum], {
    description: 'What it may then ask for, by the consent that holds.',
  })
  onRequest!: DetailField[];

  @Field(() => [ReferralObstacleType], { description: 'What stands in the way.' })
  obstacles!: ReferralObstacleType[];

  @Field(() => ConsentType, {
    nullable: true,
    description: 'The consent with which it can be sent; null when it is to be asked.',
  })
  activeConsent!: ConsentType | null;

  @Field(() => [String], {
    description:
      'What keeps the note back, by kind: IDENTITY_CODE, PHONE, EMAIL, NAME, TEXT_TOO_LONG, TEXT_NOT_ALLOWED.',
  })
  noteProblems!: string[];

  @Field(() => [String], {
    description: 'Words of the note that may be names: to be taken out, or confirmed as none.',
  })
  noteNames!: string[];

  @Field(() => Int, {
    nullable: true,
    description: 'Places left on the next date; null when there is no limit.',
  })
  roomLeft!: number | null;
}
