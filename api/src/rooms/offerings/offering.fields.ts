import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { MAX_PAGE_SIZE, pageOf } from '../../platform/graphql/connection.ts';
import { LocalizedTextType } from '../../platform/graphql/localized-text.types.ts';
import { Bcp47Scalar, DateScalar, UrlScalar } from '../../platform/graphql/scalars.ts';
import type { Hub } from '../../platform/hub.ts';
import type { LocalizedText } from '../../platform/i18n/localized-text.ts';
import { organisationLoader, OrganisationType } from '../organisations/index.ts';
import { RegionService, ThemeType } from '../regions/index.ts';
import { OccurrenceType, ScheduleType } from './occurrence.types.ts';
import { abilitiesOf } from './offering.abilities.ts';
import {
  changedOccurrencesLoader,
  endLoader,
  joinLinkLoader,
  nextOccurrencesKey,
  nextOccurrencesLoader,
  placeLoader,
  schedulesLoader,
  themeIdsLoader,
  translationsLoader,
} from './offering.loaders.ts';
import { localised } from './offering.localise.ts';
import type { OfferingRow } from './offering.row.ts';
import { OfferingAbilitiesType, OfferingTranslationType, OfferingType, PlaceType } from './offering.types.ts';

const languagesArgument = { nullable: true, description: 'Languages the reader wants, best first.' } as const;

/** What an offering's row does not say outright. */
@Resolver(() => OfferingType)
export class OfferingFieldResolver {
  private readonly regions: RegionService;

  constructor(hub: Hub) {
    this.regions = hub.get(RegionService);
  }

  @FieldResolver(() => LocalizedTextType, { description: 'What it is called.' })
  async title(
    @Root() { id }: OfferingRow,
    @Ctx() { loaders }: Context,
    @Arg('languages', () => [Bcp47Scalar], languagesArgument) languages?: string[],
  ): Promise<LocalizedText> {
    return localised(await loaders.load(translationsLoader, id), 'title', languages ?? []);
  }

  @FieldResolver(() => LocalizedTextType, { description: 'In one or two sentences; may be empty.' })
  async summary(
    @Root() { id }: OfferingRow,
    @Ctx() { loaders }: Context,
    @Arg('languages', () => [Bcp47Scalar], languagesArgument) languages?: string[],
  ): Promise<LocalizedText> {
    return localised(await loaders.load(translationsLoader, id), 'summary', languages ?? []);
  }

  @FieldResolver(() => LocalizedTextType, { description: 'In full, without markup; may be empty.' })
  async description(
    @Root() { id }: OfferingRow,
    @Ctx() { loaders }: Context,
    @Arg('languages', () => [Bcp47Scalar], languagesArgument) languages?: string[],
  ): Promise<LocalizedText> {
    return localised(await loaders.load(translationsLoader, id), 'description', languages ?? []);
  }

  @FieldResolver(() => [OfferingTranslationType], { description: 'Its texts in every language, as written.' })
  translations(@Root() { id }: OfferingRow, @Ctx() { loaders }: Context): Promise<OfferingTranslationType[]> {
    return loaders.load(translationsLoader, id);
  }

  @FieldResolver(() => OrganisationType, { description: 'Who offers it.' })
  organisation(@Root() { organisationId }: OfferingRow, @Ctx() { loaders }: Context): Promise<unknown> {
    return loaders.load(organisationLoader, organisationId);
  }

  @FieldResolver(() => [OrganisationType], { description: 'Who hosts it too.' })
  async coHosts(@Root() { hostIds }: OfferingRow, @Ctx() { loaders }: Context): Promise<unknown[]> {
    const hosts = await Promise.all(hostIds.slice(1).map((id) => loaders.load(organisationLoader, id)));
    return hosts.filter((host) => host !== null);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it costs nothing.' })
  isFree(@Root() { priceEuroCents }: OfferingRow): boolean {
    return priceEuroCents === 0;
  }

  @FieldResolver(() => [ThemeType], { description: 'Its themes.' })
  async themes(@Root() { id }: OfferingRow, @Ctx() { loaders }: Context): Promise<unknown[]> {
    const links = await loaders.load(themeIdsLoader, id);
    const themes = await Promise.all(links.map(({ themeId }) => this.regions.theme(themeId)));
    return themes.filter((theme) => theme !== null);
  }

  @FieldResolver(() => PlaceType, { nullable: true, description: 'Where it takes place.' })
  async place(@Root() { placeId }: OfferingRow, @Ctx() { loaders }: Context): Promise<PlaceType | null> {
    return placeId === null ? null : loaders.load(placeLoader, placeId);
  }

  @FieldResolver(() => UrlScalar, {
    nullable: true,
    description:
      'The link by which one joins online, for its hosts’ people alone; who has a place reads it on their sign-up.',
  })
  async onlineUrl(@Root() { id }: OfferingRow, @Ctx() { loaders }: Context): Promise<string | null> {
    return (await loaders.load(joinLinkLoader, id))?.url ?? null;
  }

  @FieldResolver(() => [ScheduleType], { description: 'The rules of its times.' })
  schedules(@Root() { id }: OfferingRow, @Ctx() { loaders }: Context): Promise<ScheduleType[]> {
    return loaders.load(schedulesLoader, id);
  }

  @FieldResolver(() => [OccurrenceType], {
    description: 'Its next dates that are not over, soonest first, cancelled ones among them.',
  })
  nextOccurrences(
    @Root() { id }: OfferingRow,
    @Ctx() { loaders }: Context,
    @Arg('first', () => Int, { defaultValue: 10, description: `How many, 1 to ${MAX_PAGE_SIZE}.` })
    first: number,
  ): Promise<OccurrenceType[]> {
    const page = pageOf({ first }, 'nextOccurrences');
    return loaders.load(nextOccurrencesLoader, nextOccurrencesKey(id, page.first));
  }

  @FieldResolver(() => [OccurrenceType], {
    description:
      'Its dates within four weeks that are cancelled, postponed or moved to another time or place, soonest first; five at most.',
  })
  changedOccurrences(@Root() { id }: OfferingRow, @Ctx() { loaders }: Context): Promise<OccurrenceType[]> {
    return loaders.load(changedOccurrencesLoader, id);
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'The day of its last known date; dates are known 18 months ahead.',
  })
  async endsOn(@Root() { id }: OfferingRow, @Ctx() { loaders }: Context): Promise<string | null> {
    return (await loaders.load(endLoader, id))?.endsOn ?? null;
  }

  @FieldResolver(() => OfferingAbilitiesType, { description: 'What the viewer may do with it.' })
  async viewerCan(
    @Root() offering: OfferingRow,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<OfferingAbilitiesType> {
    const organisation = await loaders.load(organisationLoader, offering.organisationId);
    return abilitiesOf(viewer, { ...offering, isVerified: organisation?.status === 'VERIFIED' });
  }
}
