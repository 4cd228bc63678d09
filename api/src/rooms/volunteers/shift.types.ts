import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { PlaceStatusEnum, SwapStatusEnum } from './volunteer.enums.ts';
import type { PlaceStatus, SwapStatus } from './volunteer.words.ts';

@ObjectType('ShiftAbilities', { description: 'What the viewer may do with a shift.' })
export class ShiftAbilitiesType {
  @Field(() => Boolean, { description: 'Take a place on it.' })
  take!: boolean;

  @Field(() => Boolean, { description: 'Give the own place back, or ask a colleague to take it over.' })
  giveBack!: boolean;

  @Field(() => Boolean, { description: 'Change it, or take it away.' })
  manage!: boolean;
}

@ObjectType('Shift', { description: 'A volunteer role on a date, with its own number of places.' })
export class ShiftType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'What there is to do, as the association wrote it.' })
  role!: string;

  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  endsAt!: Date;

  @Field(() => Boolean, { description: 'Whether its date does not take place, or has no time for now.' })
  isCancelled!: boolean;
}

@ObjectType('ShiftPlaceAbilities', { description: 'What the viewer may do with a place on a shift.' })
export class ShiftPlaceAbilitiesType {
  @Field(() => Boolean, { description: 'Confirm the hours.' })
  confirmHours!: boolean;
}

@ObjectType('ShiftPlace', { description: 'A volunteer on a shift.' })
export class ShiftPlaceType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => PlaceStatusEnum, { description: 'Where it stands.' })
  status!: PlaceStatus;

  @Field(() => Int, { nullable: true, description: 'Minutes worked, as a coordinator confirmed; else null.' })
  minutesWorked!: number | null;
}

@ObjectType('ShiftSwapAbilities', { description: 'What the viewer may do with a request.' })
export class ShiftSwapAbilitiesType {
  @Field(() => Boolean, { description: 'Accept or decline it.' })
  answer!: boolean;

  @Field(() => Boolean, { description: 'Take it back.' })
  takeBack!: boolean;
}

@ObjectType('ShiftSwap', { description: 'A volunteer asks a colleague to take over a shift.' })
export class ShiftSwapType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => SwapStatusEnum, { description: 'Where it stands.' })
  status!: SwapStatus;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  askedAt!: Date;
}

@ObjectType('ShiftColleague', { description: 'Whom one may ask to take over a shift: by name alone.' })
export class ShiftColleagueType {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Field(() => String, { description: 'Their name.' })
  displayName!: string;
}
