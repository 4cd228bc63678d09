import {
  Arg,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import type { AttendanceStatus } from './attendance.ts';
import { SignUpService } from './sign-up.service.ts';
import { SignUpType } from './sign-up.types.ts';

const AttendanceStatusEnum = {
  ATTENDED: 'ATTENDED',
  NO_SHOW: 'NO_SHOW',
  CONFIRMED: 'CONFIRMED',
} as const satisfies Record<AttendanceStatus, AttendanceStatus>;
registerEnumType(AttendanceStatusEnum, {
  name: 'AttendanceStatus',
  description: 'What is written down at the door.',
  valuesConfig: {
    ATTENDED: { description: 'Came.' },
    NO_SHOW: { description: 'Did not come.' },
    CONFIRMED: { description: 'Nothing is written down (any more).' },
  },
});

@ObjectType('AttendanceCounts', { description: 'How many came to a date, in persons and without a name.' })
export class AttendanceCountsType {
  @Field(() => Int, { description: 'Had a place.' })
  signedUp!: number;

  @Field(() => Int, { description: 'Of them, came.' })
  attended!: number;

  @Field(() => Int, { description: 'Of them, did not come.' })
  noShow!: number;

  @Field(() => Int, { description: 'Came without a sign-up.' })
  walkIns!: number;
}

@InputType({ description: 'Whether someone came.' })
export class RecordAttendanceInput {
  @Field(() => ID, { description: 'The sign-up.' })
  signUpId!: string;

  @Field(() => AttendanceStatusEnum, { description: 'Came, did not come, or not known.' })
  status!: AttendanceStatus;
}

@ObjectType({ description: 'Written down.' })
export class RecordAttendancePayload {
  @Field(() => SignUpType, { description: 'The sign-up.' })
  signUp!: SignUpType;
}

@InputType({ description: 'How many came without a sign-up.' })
export class SetWalkInsInput {
  @Field(() => ID, { description: 'The date.' })
  occurrenceId!: string;

  @Field(() => Int, { description: 'Persons in all, 0 to 10 000.' })
  count!: number;
}

@ObjectType({ description: 'Written down.' })
export class SetWalkInsPayload {
  @Field(() => AttendanceCountsType, { description: 'The counts now.' })
  attendance!: AttendanceCountsType;
}

@Resolver(() => AttendanceCountsType)
export class AttendanceResolver {
  private readonly service: SignUpService;

  constructor(hub: Hub) {
    this.service = hub.get(SignUpService);
  }

  @Query(() => AttendanceCountsType, {
    description:
      'How many came to a date: for coordinators of its hosts alone. It stays when the names are erased.',
  })
  attendance(
    @Ctx() { viewer }: Context,
    @Arg('occurrenceId', () => ID, { description: 'The date.' }) occurrenceId: string,
  ): Promise<AttendanceCountsType> {
    return this.service.attendance(viewer, occurrenceId);
  }

  @Mutation(() => RecordAttendancePayload, {
    description: 'Writes down whether someone came. Reason: DATE_NOT_TODAY.',
  })
  async recordAttendance(
    @Ctx() { viewer }: Context,
    @Arg('input', () => RecordAttendanceInput, { description: 'Who.' }) input: RecordAttendanceInput,
  ): Promise<RecordAttendancePayload> {
    return { signUp: await this.service.recordAttendance(viewer, input.signUpId, input.status) };
  }

  @Mutation(() => SetWalkInsPayload, {
    description: 'Writes down how many came without a sign-up. Reasons: DATE_NOT_TODAY, NUMBER_OUT_OF_RANGE.',
  })
  async setWalkIns(
    @Ctx() { viewer }: Context,
    @Arg('input', () => SetWalkInsInput, { description: 'How many.' }) input: SetWalkInsInput,
  ): Promise<SetWalkInsPayload> {
    return { attendance: await this.service.setWalkIns(viewer, input.occurrenceId, input.count) };
  }
}
