import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { LocalizedTextType } from '../../platform/graphql/localized-text.types.ts';
import { Bcp47Scalar, DateTimeScalar } from '../../platform/graphql/scalars.ts';
import type { Hub } from '../../platform/hub.ts';
import { localize, type LocalizedText } from '../../platform/i18n/localized-text.ts';
import {
  CancelOccurrenceInput,
  CancelOccurrencePayload,
  MoveOccurrenceInput,
  MoveOccurrencePayload,
  PostponeOccurrenceInput,
  PostponeOccurrencePayload,
  UndoOccurrenceChangeInput,
  UndoOccurrenceChangePayload,
} from './occurrence-change.inputs.ts';
import type { OccurrenceRow } from './occurrence.row.ts';
import { OccurrenceService } from './occurrence.service.ts';
import { OccurrenceType } from './occurrence.types.ts';
import { offeringLoader, placeLoader, undoableLoader } from './offering.loaders.ts';
import { PlaceType } from './offering.types.ts';

const what = { description: 'What to do.' } as const;

/** Single dates that change: cancelled, postponed, moved, and taken back within a minute. */
@Resolver(() => OccurrenceType)
export class OccurrenceChangeResolver {
  private readonly service: OccurrenceService;

  constructor(hub: Hub) {
    this.service = hub.get(OccurrenceService);
  }

  @Mutation(() => CancelOccurrencePayload, {
    description:
      'Cancels one date; a minute later its sign-ups end and those concerned are told. Reasons: ALREADY_CANCELLED, OCCURRENCE_OVER, DUPLICATE_LANGUAGE.',
  })
  cancelOccurrence(
    @Ctx() { viewer }: Context,
    @Arg('input', () => CancelOccurrenceInput, what) input: CancelOccurrenceInput,
  ): Promise<unknown> {
    return this.service.cancel(viewer, input);
  }

  @Mutation(() => PostponeOccurrencePayload, {
    description:
      'Takes one date off its time without another yet; its sign-ups stay, and a minute later those concerned are told. Reasons: ALREADY_CANCELLED, ALREADY_POSTPONED, OCCURRENCE_OVER, DUPLICATE_LANGUAGE.',
  })
  postponeOccurrence(
    @Ctx() { viewer }: Context,
    @Arg('input', () => PostponeOccurrenceInput, what) input: PostponeOccurrenceInput,
  ): Promise<unknown> {
    return this.service.postpone(viewer, input);
  }

  @Mutation(() => MoveOccurrencePayload, {
    description:
      'Gives one date another time, place or both; its sign-ups stay, and a minute later those concerned are told. Reasons: ALREADY_CANCELLED, OCCURRENCE_OVER, NOTHING_MOVED, TIME_DOES_NOT_EXIST, OUT_OF_RANGE, DURATION_OUT_OF_RANGE, PLACE_UNKNOWN, DUPLICATE_LANGUAGE.',
  })
  moveOccurrence(
    @Ctx() { viewer }: Context,
    @Arg('input', () => MoveOccurrenceInput, what) input: MoveOccurrenceInput,
  ): Promise<unknown> {
    return this.service.move(viewer, input);
  }

  @Mutation(() => UndoOccurrenceChangePayload, {
    description:
      'Takes the last change of a date back, within a minute, before anyone is told. Reason: NOTHING_TO_UNDO.',
  })
  async undoOccurrenceChange(
    @Ctx() { viewer }: Context,
    @Arg('input', () => UndoOccurrenceChangeInput, what) { occurrenceId }: UndoOccurrenceChangeInput,
  ): Promise<unknown> {
    return { occurrence: await this.service.undoChange(viewer, occurrenceId) };
  }

  @FieldResolver(() => LocalizedTextType, {
    nullable: true,
    description: 'Why it was moved or postponed; null without a reason.',
  })
  changeReason(
    @Root() { changeReasons }: OccurrenceRow,
    @Arg('languages', () => [Bcp47Scalar], {
      nullable: true,
      description: 'Languages the reader wants, best first.',
    })
    languages?: string[],
  ): LocalizedText | null {
    return localize(changeReasons, languages ?? []);
  }

  @FieldResolver(() => PlaceType, {
    nullable: true,
    description: 'Where it would have taken place; null unless it was moved to another place.',
  })
  async previousPlace(
    @Root() { placeId, offeringId }: OccurrenceRow,
    @Ctx() { loaders }: Context,
  ): Promise<PlaceType | null> {
    const usual =
      placeId === null ? null : ((await loaders.load(offeringLoader, offeringId))?.placeId ?? null);
    return usual === null ? null : loaders.load(placeLoader, usual);
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      'Until when its last change can be taken back, for its hosts’ coordinators; null for everyone else, and when the minute is over.',
  })
  undoableUntil(@Root() { id }: OccurrenceRow, @Ctx() { loaders }: Context): Promise<Date | null> {
    return loaders.load(undoableLoader, id);
  }
}
