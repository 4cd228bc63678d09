import { Arg, Ctx, Extensions, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { confirmShiftHours } from './shift.hours.ts';
import {
  AnswerShiftSwapInput,
  AskShiftSwapInput,
  CancelShiftPayload,
  ChangeShiftInput,
  ConfirmShiftHoursInput,
  CreateShiftInput,
  ShiftInput,
  ShiftPayload,
  ShiftSwapPayload,
  TakeShiftInput,
} from './shift.inputs.ts';
import { cancelShift, changeShift, createShift } from './shift.manage.ts';
import { answerShiftSwap, askShiftSwap } from './shift.swap.ts';
import { giveBackShift, takeShift } from './shift.take.ts';
import { ShiftColleagueType, ShiftSwapType, ShiftType } from './shift.types.ts';
import { ShiftListEnum } from './volunteer.enums.ts';
import { VolunteerService } from './volunteer.service.ts';
import type { ShiftList } from './volunteer.words.ts';

/** Shifts: read and changed. */
@Resolver()
export class ShiftResolver {
  private readonly service: VolunteerService;

  constructor(private readonly hub: Hub) {
    this.service = hub.get(VolunteerService);
  }

  @Extensions({ rows: 30 })
  @Query(() => [ShiftType], {
    description: 'Shifts of the viewer’s own organisation, soonest first, 100 at most.',
  })
  shifts(
    @Ctx() { viewer }: Context,
    @Arg('organisationId', () => ID, { description: 'The organisation.' }) organisationId: string,
    @Arg('list', () => ShiftListEnum, { defaultValue: 'COMING', description: 'Which.' }) list: ShiftList,
    @Arg('occurrenceId', () => ID, {
      nullable: true,
      description: 'Instead: all of one date, also when they are over.',
    })
    occurrenceId?: string,
  ): Promise<ShiftType[]> {
    return this.service.shifts(viewer, organisationId, list, occurrenceId ?? null);
  }

  @Extensions({ rows: 10 })
  @Query(() => [ShiftSwapType], {
    description:
      'Requests that wait: one’s own and those to oneself; for coordinators all of the organisation.',
  })
  shiftSwaps(
    @Ctx() { viewer }: Context,
    @Arg('organisationId', () => ID, { description: 'The organisation.' }) organisationId: string,
  ): Promise<ShiftSwapType[]> {
    return this.service.swaps(viewer, organisationId);
  }

  @Extensions({ rows: 40 })
  @Query(() => [ShiftColleagueType], { description: 'Whom one may ask to take over a shift, by name.' })
  shiftColleagues(
    @Ctx() { viewer }: Context,
    @Arg('shiftId', () => ID, { description: 'The shift.' }) shiftId: string,
  ): Promise<ShiftColleagueType[]> {
    return this.service.colleagues(viewer, shiftId);
  }

  @Mutation(() => ShiftPayload, {
    description:
      'Opens a shift on a date. Reasons: SHIFT_OVER, SHIFT_OUTSIDE_DATE, END_BEFORE_START, NUMBER_OUT_OF_RANGE, TEXT_MISSING.',
  })
  async createShift(
    @Ctx() { viewer }: Context,
    @Arg('input', () => CreateShiftInput, { description: 'The shift.' }) input: CreateShiftInput,
  ): Promise<ShiftPayload> {
    return { shift: await createShift(this.hub, viewer, input) };
  }

  @Mutation(() => ShiftPayload, {
    description: 'Asks for more or fewer volunteers. Reasons: NEEDED_BELOW_TAKEN, NUMBER_OUT_OF_RANGE.',
  })
  async changeShift(
    @Ctx() { viewer }: Context,
    @Arg('input', () => ChangeShiftInput, { description: 'The shift.' }) input: ChangeShiftInput,
  ): Promise<ShiftPayload> {
    return { shift: await changeShift(this.hub, viewer, input.shiftId, input.neededCount) };
  }

  @Mutation(() => CancelShiftPayload, {
    description: 'Takes a coming shift away and tells those on it. Reason: SHIFT_OVER.',
  })
  async cancelShift(
    @Ctx() { viewer }: Context,
    @Arg('input', () => ShiftInput, { description: 'The shift.' }) { shiftId }: ShiftInput,
  ): Promise<CancelShiftPayload> {
    return { notifiedCount: await cancelShift(this.hub, viewer, shiftId) };
  }

  @Mutation(() => ShiftPayload, {
    description:
      'Takes a place on a shift for oneself. Reasons: SHIFT_OVER, SHIFT_FULL, ALREADY_ON_SHIFT, SHIFT_OVERLAPS.',
  })
  async takeShift(
    @Ctx() { viewer }: Context,
    @Arg('input', () => TakeShiftInput, { description: 'The shift.' })
    { shiftId, acceptsOverlap }: TakeShiftInput,
  ): Promise<ShiftPayload> {
    return { shift: await takeShift(this.hub, viewer, shiftId, acceptsOverlap) };
  }

  @Mutation(() => ShiftPayload, {
    description: 'Gives one’s own place back before the shift begins. Reason: SHIFT_OVER.',
  })
  async giveBackShift(
    @Ctx() { viewer }: Context,
    @Arg('input', () => ShiftInput, { description: 'The shift.' }) { shiftId }: ShiftInput,
  ): Promise<ShiftPayload> {
    return { shift: await giveBackShift(this.hub, viewer, shiftId) };
  }

  @Mutation(() => ShiftSwapPayload, {
    description: 'Asks a colleague to take over one’s shift. Reasons: SHIFT_OVER, SWAP_ASKED.',
  })
  async askShiftSwap(
    @Ctx() { viewer }: Context,
    @Arg('input', () => AskShiftSwapInput, { description: 'Whom.' })
    { shiftId, toPersonId }: AskShiftSwapInput,
  ): Promise<ShiftSwapPayload> {
    return { swap: await askShiftSwap(this.hub, viewer, shiftId, toPersonId) };
  }

  @Mutation(() => ShiftSwapPayload, {
    description:
      'Answers a request, or takes it back. Reasons: SWAP_CLOSED, ALREADY_ON_SHIFT, SHIFT_OVERLAPS.',
  })
  async answerShiftSwap(
    @Ctx() { viewer }: Context,
    @Arg('input', () => AnswerShiftSwapInput, { description: 'The answer.' }) input: AnswerShiftSwapInput,
  ): Promise<ShiftSwapPayload> {
    return { swap: await answerShiftSwap(this.hub, viewer, input) };
  }

  @Mutation(() => ShiftPayload, {
    description:
      'Confirms how long somebody worked on a shift that is over; again corrects it. Reasons: SHIFT_NOT_OVER, NUMBER_OUT_OF_RANGE.',
  })
  async confirmShiftHours(
    @Ctx() { viewer }: Context,
    @Arg('input', () => ConfirmShiftHoursInput, { description: 'Whose.' })
    { placeId, minutes }: ConfirmShiftHoursInput,
  ): Promise<ShiftPayload> {
    return { shift: await confirmShiftHours(this.hub, viewer, placeId, minutes) };
  }
}
