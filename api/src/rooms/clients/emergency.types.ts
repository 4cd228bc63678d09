import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import type { EmergencyVerdict } from './client.words.ts';

const EmergencyVerdictEnum = {
  JUSTIFIED: 'JUSTIFIED',
  NOT_JUSTIFIED: 'NOT_JUSTIFIED',
} as const satisfies Record<EmergencyVerdict, EmergencyVerdict>;
registerEnumType(EmergencyVerdictEnum, {
  name: 'EmergencyVerdict',
  description: 'What a reviewer thinks of a broken glass.',
  valuesConfig: {
    JUSTIFIED: { description: 'There was need.' },
    NOT_JUSTIFIED: { description: 'There was none: the municipality acts on it.' },
  },
});

@ObjectType('EmergencyAccessAbilities', { description: 'What the viewer may do about a broken glass.' })
export class EmergencyAccessAbilitiesType {
  @Field(() => Boolean, { description: 'Review it: somebody else than who broke it.' })
  review!: boolean;
}

@ObjectType('EmergencyAccess', { description: 'A manager saw for a while who a client is, in an emergency.' })
export class EmergencyAccessType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why, as it was typed; null once the client was erased.',
  })
  reason!: string | null;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when; after it nothing is shown.' })
  endsAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was reviewed; null: it waits.' })
  reviewedAt!: Date | null;

  @Field(() => EmergencyVerdictEnum, { nullable: true, description: 'What the reviewer thought.' })
  verdict!: EmergencyVerdict | null;
}

@InputType({ description: 'Whose identity is needed now, and why.' })
export class BreakGlassInput {
  @Field(() => ID, { description: 'The client, of one’s own municipality.' })
  clientId!: string;

  @Field(() => String, { description: 'Why it cannot wait, in 20 to 500 characters of one’s own.' })
  reason!: string;
}

@ObjectType('BreakGlassPayload', { description: 'What was opened.' })
export class BreakGlassPayload {
  @Field(() => ID, { description: 'The id of the emergency access.' })
  emergencyId!: string;
}

@InputType({ description: 'The review of a broken glass.' })
export class ReviewEmergencyInput {
  @Field(() => ID, { description: 'Which one.' })
  emergencyId!: string;

  @Field(() => EmergencyVerdictEnum, { description: 'What you think of it.' })
  verdict!: EmergencyVerdict;
}

@ObjectType('ReviewEmergencyPayload', { description: 'The reviewed one.' })
export class ReviewEmergencyPayload {
  @Field(() => EmergencyAccessType, { description: 'It.' })
  emergency!: EmergencyAccessType;
}
