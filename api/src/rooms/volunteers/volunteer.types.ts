import { Extensions, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Bcp47Scalar, DateScalar } from '../../platform/graphql/scalars.ts';
import { PartOfDayEnum, type PartOfDay } from '../offerings/index.ts';
import { SkillEnum } from './volunteer.enums.ts';
import type { Skill } from './volunteer.words.ts';

@ObjectType('VolunteerTime', { description: 'When a volunteer has time.' })
export class VolunteerTimeType {
  @Field(() => Int, { description: '1 = Monday … 7 = Sunday.' })
  weekday!: number;

  @Field(() => PartOfDayEnum, { description: 'When on that day.' })
  part!: PartOfDay;
}

@ObjectType('VolunteerAbilities', { description: 'What the viewer may do with a volunteer’s entry.' })
export class VolunteerAbilitiesType {
  @Field(() => Boolean, { description: 'Change skills, languages and times.' })
  update!: boolean;

  @Field(() => Boolean, { description: 'Say when the extract was seen.' })
  checkExtract!: boolean;
}

@ObjectType('Volunteer', { description: 'A volunteer of an organisation, as its coordinators see them.' })
export class VolunteerType {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Field(() => [SkillEnum], { description: 'What they are good at.' })
  skills!: readonly Skill[];

  @Field(() => [Bcp47Scalar], { description: 'Which languages they speak.' })
  languages!: readonly string[];

  // Read with its volunteer; most have time in a few parts of the week.
  @Extensions({ rows: 7 })
  @Field(() => [VolunteerTimeType], { description: 'When they have time.' })
  freeTimes!: readonly VolunteerTimeType[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'On which day a coordinator saw their criminal-record extract; nothing else of it is kept.',
  })
  extractCheckedOn!: string | null;

  @Field(() => Int, { description: 'Minutes of shifts of this calendar year that a coordinator confirmed.' })
  confirmedMinutes!: number;

  @Field(() => Int, { description: 'Minutes of shifts of this year that are over and not confirmed yet.' })
  waitingMinutes!: number;
}

@InputType({ description: 'When a volunteer has time.' })
export class VolunteerTimeInput {
  @Field(() => Int, { description: '1 = Monday … 7 = Sunday.' })
  weekday!: number;

  @Field(() => PartOfDayEnum, { description: 'When on that day.' })
  part!: PartOfDay;
}

@InputType({ description: 'What a volunteer says of themselves; all of it, it replaces the old.' })
export class UpdateVolunteerInput {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => ID, { description: 'The volunteer; oneself, or as a coordinator anyone.' })
  personId!: string;

  @Field(() => [SkillEnum], { defaultValue: [], description: 'What they are good at.' })
  skills!: Skill[];

  @Field(() => [Bcp47Scalar], { defaultValue: [], description: 'Languages, 20 at most.' })
  languages!: string[];

  @Field(() => [VolunteerTimeInput], { defaultValue: [], description: 'When they have time.' })
  freeTimes!: VolunteerTimeInput[];
}

@InputType({ description: 'On which day an extract was seen. Its content has no place here.' })
export class CheckVolunteerExtractInput {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => ID, { description: 'The volunteer; never oneself.' })
  personId!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day; null takes it back.' })
  checkedOn?: string | null;
}

@ObjectType({ description: 'The volunteer as they stand now.' })
export class VolunteerPayload {
  @Field(() => VolunteerType, { description: 'The volunteer.' })
  volunteer!: VolunteerType;
}
