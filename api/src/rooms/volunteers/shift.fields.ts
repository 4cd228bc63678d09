import { Ctx, Extensions, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { occurrenceLoader, OccurrenceType } from '../offerings/index.ts';
import { personNameLoader } from '../people/index.ts';
import {
  overlapLoader,
  placesOfShiftLoader,
  shiftLoader,
  swapOfPlaceLoader,
  type ShiftPlaceRow,
  type ShiftRow,
  type ShiftSwapRow,
} from './shift.read.ts';
import {
  ShiftAbilitiesType,
  ShiftPlaceAbilitiesType,
  ShiftPlaceType,
  ShiftSwapAbilitiesType,
  ShiftSwapType,
  ShiftType,
} from './shift.types.ts';
import { volunteerPolicy } from './volunteer.policy.ts';

const ownPlaceOf = async ({ id }: ShiftRow, { loaders, viewer }: Context): Promise<ShiftPlaceRow | null> =>
  (await loaders.load(placesOfShiftLoader, id)).find(({ personId }) => personId === viewer.personId) ?? null;

/** What a shift's row does not say outright. */
@Resolver(() => ShiftType)
export class ShiftFieldResolver {
  @FieldResolver(() => Int, { description: 'How many volunteers it needs.' })
  neededCount(@Root() { needed }: ShiftRow): number {
    return needed;
  }

  @FieldResolver(() => Int, { description: 'How many have taken it.' })
  takenCount(@Root() { taken }: ShiftRow): number {
    return taken;
  }

  @FieldResolver(() => OccurrenceType, { description: 'Its date.' })
  occurrence(@Root() { occurrenceId }: ShiftRow, @Ctx() { loaders }: Context): Promise<OccurrenceType> {
    return loaders.load(occurrenceLoader, occurrenceId) as Promise<OccurrenceType>;
  }

  @Extensions({ rows: 5 })
  @FieldResolver(() => [ShiftPlaceType], {
    description: 'Who is on it, for coordinators; for others their own place alone.',
  })
  places(@Root() { id }: ShiftRow, @Ctx() { loaders }: Context): Promise<ShiftPlaceType[]> {
    return loaders.load(placesOfShiftLoader, id);
  }

  @FieldResolver(() => ShiftPlaceType, { nullable: true, description: 'The viewer’s own place.' })
  ownPlace(@Root() shift: ShiftRow, @Ctx() context: Context): Promise<ShiftPlaceType | null> {
    return ownPlaceOf(shift, context);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer has another shift at the same time.' })
  async overlapsOwn(@Root() { id }: ShiftRow, @Ctx() { loaders }: Context): Promise<boolean> {
    return (await loaders.load(overlapLoader, id)).length > 0;
  }

  @FieldResolver(() => ShiftAbilitiesType, { description: 'What the viewer may do with it.' })
  async viewerCan(@Root() shift: ShiftRow, @Ctx() context: Context): Promise<ShiftAbilitiesType> {
    const { viewer, hub } = context;
    const place = await ownPlaceOf(shift, context);
    const facts = { ...shift, now: hub.clock.now() };
    const isFree = shift.taken < shift.needed && place === null;
    return {
      take: isFree && volunteerPolicy.can(viewer, 'takeShift', facts),
      giveBack: place !== null && volunteerPolicy.can(viewer, 'giveBackShift', { ...facts, ...place }),
      manage: volunteerPolicy.can(viewer, 'manageShifts', shift),
    };
  }
}

@Resolver(() => ShiftPlaceType)
export class ShiftPlaceResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Who; null two years after the shift.' })
  displayName(@Root() { personId }: ShiftPlaceRow, @Ctx() { loaders }: Context): Promise<string | null> {
    return Promise.resolve(personId && loaders.load(personNameLoader, personId));
  }

  @FieldResolver(() => ShiftSwapType, {
    nullable: true,
    description: 'The request to a colleague that waits.',
  })
  swap(@Root() { id }: ShiftPlaceRow, @Ctx() { loaders }: Context): Promise<ShiftSwapType | null> {
    return loaders.load(swapOfPlaceLoader, id);
  }

  @FieldResolver(() => ShiftPlaceAbilitiesType, { description: 'What the viewer may do with it.' })
  viewerCan(@Root() place: ShiftPlaceRow, @Ctx() { viewer, hub }: Context): ShiftPlaceAbilitiesType {
    return {
      confirmHours: volunteerPolicy.can(viewer, 'confirmHours', { ...place, now: hub.clock.now() }),
    };
  }
}

@Resolver(() => ShiftSwapType)
export class ShiftSwapResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Who asks.' })
  fromName(@Root() { fromPersonId }: ShiftSwapRow, @Ctx() { loaders }: Context): Promise<string | null> {
    return loaders.load(personNameLoader, fromPersonId);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who is asked.' })
  toName(@Root() { toPersonId }: ShiftSwapRow, @Ctx() { loaders }: Context): Promise<string | null> {
    return loaders.load(personNameLoader, toPersonId);
  }

  @FieldResolver(() => ShiftType, { nullable: true, description: 'The shift.' })
  shift(@Root() { shiftId }: ShiftSwapRow, @Ctx() { loaders }: Context): Promise<ShiftType | null> {
    return loaders.load(shiftLoader, shiftId);
  }

  @FieldResolver(() => ShiftSwapAbilitiesType, { description: 'What the viewer may do with it.' })
  viewerCan(@Root() swap: ShiftSwapRow, @Ctx() { viewer, hub }: Context): ShiftSwapAbilitiesType {
    return {
      answer: volunteerPolicy.can(viewer, 'answerSwap', { ...swap, now: hub.clock.now() }),
      takeBack: volunteerPolicy.can(viewer, 'takeSwapBack', swap),
    };
  }
}
