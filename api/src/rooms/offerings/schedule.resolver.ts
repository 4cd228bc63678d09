import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { MunicipalityCodeScalar } from '../../platform/graphql/scalars.ts';
import { OccurrenceType, SchedulePreviewType } from './occurrence.types.ts';
import { previewScheduleChange, type ScheduleChangePreview } from './schedule.change.ts';
import { ScheduleInput } from './schedule.inputs.ts';
import { previewSchedule } from './schedule.preview.ts';

@ObjectType('ScheduleChangePreview', { description: 'What other times would do to an offering’s dates.' })
export class ScheduleChangePreviewType {
  @Field(() => Int, { description: 'Dates within 18 months that remain, with their sign-ups.' })
  keptCount!: number;

  @Field(() => Int, { description: 'Dates within 18 months that are new.' })
  newCount!: number;

  @Field(() => [OccurrenceType], {
    description: 'Dates with people that would be cancelled and told, soonest first.',
  })
  stranded!: readonly OccurrenceType[];
}

/** Times before they are saved. */
@Resolver()
export class ScheduleResolver {
  @Query(() => SchedulePreviewType, {
    name: 'previewSchedule',
    description: 'The dates that a schedule would yield. Its problems are those of createOffering.',
  })
  preview(
    @Ctx() { viewer }: Context,
    @Arg('input', () => ScheduleInput, { description: 'The schedule.' }) input: ScheduleInput,
    @Arg('count', () => Int, { defaultValue: 10, description: 'How many dates to show, 1 to 100.' })
    count: number,
    @Arg('municipalityCode', () => MunicipalityCodeScalar, {
      nullable: true,
      description: 'Whose school breaks are left out; none where it is not told.',
    })
    municipalityCode?: string,
  ): SchedulePreviewType {
    return previewSchedule(viewer, input, count, municipalityCode);
  }

  @Query(() => ScheduleChangePreviewType, {
    name: 'previewScheduleChange',
    description: 'What other times would do to the dates of an offering, before they are saved.',
  })
  change(
    @Ctx() { viewer, hub }: Context,
    @Arg('offeringId', () => ID, { description: 'The offering.' }) offeringId: string,
    @Arg('schedules', () => [ScheduleInput], { description: 'Its times as updateOffering would get them.' })
    schedules: ScheduleInput[],
  ): Promise<ScheduleChangePreview> {
    return previewScheduleChange(hub, viewer, offeringId.toLowerCase(), schedules);
  }
}
