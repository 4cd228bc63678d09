import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { notFound } from '../../platform/errors/hub-error.ts';
import { LocalizedTextType } from '../../platform/graphql/localized-text.types.ts';
import { Bcp47Scalar } from '../../platform/graphql/scalars.ts';
import { localize, type LocalizedText } from '../../platform/i18n/localized-text.ts';
import type { OccurrenceRow } from './occurrence.row.ts';
import { OccurrenceAbilitiesType, OccurrenceType } from './occurrence.types.ts';
import { isFull, occurrenceAbilitiesOf, placesLeftOf } from './offering.abilities.ts';
import { offeringLoader, placeLoader } from './offering.loaders.ts';
import type { OfferingRow } from './offering.row.ts';
import { OfferingType, PlaceType } from './offering.types.ts';

/** A date's offering is seen by whoever sees the date. */
const offeringOf = async ({ loaders }: Context, { offeringId }: OccurrenceRow): Promise<OfferingRow> => {
  const offering = await loaders.load(offeringLoader, offeringId);
  if (!offering) throw notFound();
  return offering;
};

/** What an occurrence's row does not say outright. */
@Resolver(() => OccurrenceType)
export class OccurrenceFieldResolver {
  @FieldResolver(() => LocalizedTextType, {
    nullable: true,
    description: 'Why it was cancelled; null without a reason.',
  })
  cancelReason(
    @Root() { cancelReasons }: OccurrenceRow,
    @Arg('languages', () => [Bcp47Scalar], {
      nullable: true,
      description: 'Languages the reader wants, best first.',
    })
    languages?: string[],
  ): LocalizedText | null {
    return localize(cancelReasons, languages ?? []);
  }

  @FieldResolver(() => OfferingType, { description: 'What takes place.' })
  offering(@Root() occurrence: OccurrenceRow, @Ctx() context: Context): Promise<unknown> {
    return offeringOf(context, occurrence);
  }

  @FieldResolver(() => PlaceType, { nullable: true, description: 'Where it takes place.' })
  async place(@Root() occurrence: OccurrenceRow, @Ctx() context: Context): Promise<PlaceType | null> {
    const placeId = occurrence.placeId ?? (await offeringOf(context, occurrence)).placeId;
    return placeId === null ? null : context.loaders.load(placeLoader, placeId);
  }

  @FieldResolver(() => Int, { description: 'Places taken, in persons.' })
  placesTaken(@Root() { taken }: OccurrenceRow): number {
    return taken;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Places left for anyone; null = no limit; 0 while others wait.',
  })
  placesLeft(@Root() occurrence: OccurrenceRow): number | null {
    return placesLeftOf(occurrence);
  }

  @FieldResolver(() => Boolean, { description: 'Whether no place is left.' })
  isFull(@Root() occurrence: OccurrenceRow): boolean {
    return isFull(occurrence);
  }

  @FieldResolver(() => Boolean, { description: 'Whether one signs up to it here.' })
  async takesSignUps(@Root() occurrence: OccurrenceRow, @Ctx() context: Context): Promise<boolean> {
    return (await offeringOf(context, occurrence)).takesSignUps;
  }

  @FieldResolver(() => OccurrenceAbilitiesType, { description: 'What the viewer may do with it.' })
  async viewerCan(
    @Root() occurrence: OccurrenceRow,
    @Ctx() context: Context,
  ): Promise<OccurrenceAbilitiesType> {
    const offering = await offeringOf(context, occurrence);
    return occurrenceAbilitiesOf(context.viewer, occurrence, offering, context.hub.clock.now());
  }
}
