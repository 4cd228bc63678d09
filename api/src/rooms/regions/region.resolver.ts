import { Arg, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { LocalizedTextType } from '../../platform/graphql/localized-text.types.ts';
import { Bcp47Scalar } from '../../platform/graphql/scalars.ts';
import type { Hub } from '../../platform/hub.ts';
import { fromLabels, localize, type LocalizedText } from '../../platform/i18n/localized-text.ts';
import { RegionService, type MunicipalityRow, type RegionRow, type ThemeRow } from './region.service.ts';
import { MunicipalityType, RegionType, SpokenLanguageType, ThemeType } from './region.types.ts';

const languagesArgument = { nullable: true, description: 'Languages the reader wants, best first.' } as const;

const inLanguages = (
  labels: Readonly<Record<string, string>>,
  languages: string[] | undefined,
): LocalizedText =>
  localize(fromLabels(labels), languages ?? []) ?? { value: '', language: 'und', isFallback: true };

@Resolver(() => RegionType)
export class RegionResolver {
  private readonly regions: RegionService;

  constructor(hub: Hub) {
    this.regions = hub.get(RegionService);
  }

  @Query(() => RegionType, { description: 'The network’s region.' })
  region(): Promise<RegionType> {
    return this.regions.region();
  }

  @Query(() => [MunicipalityType], { description: 'Municipalities by their Finnish names.' })
  municipalities(
    @Arg('regionOnly', () => Boolean, { defaultValue: false, description: 'Only those of this network.' })
    regionOnly: boolean,
  ): Promise<MunicipalityType[]> {
    return this.regions.municipalities(regionOnly);
  }

  @Query(() => [SpokenLanguageType], { description: 'The languages that offerings can be in.' })
  async languages(): Promise<SpokenLanguageType[]> {
    return [...(await this.regions.languages())];
  }

  @Query(() => [ThemeType], { description: 'The themes by which offerings are found.' })
  themes(): Promise<ThemeType[]> {
    return this.regions.themes();
  }

  @FieldResolver(() => [MunicipalityType], {
    name: 'municipalities',
    description: 'The municipalities of the region.',
  })
  ownMunicipalities(): Promise<MunicipalityType[]> {
    return this.regions.municipalities(true);
  }

  @FieldResolver(() => LocalizedTextType, { description: 'The region’s name.' })
  name(
    @Root() region: RegionRow,
    @Arg('languages', () => [Bcp47Scalar], languagesArgument) languages?: string[],
  ): LocalizedText {
    return inLanguages(region.name, languages);
  }
}

@Resolver(() => MunicipalityType)
export class MunicipalityResolver {
  @FieldResolver(() => LocalizedTextType, { description: 'Its name; Swedish where it has one.' })
  name(
    @Root() municipality: MunicipalityRow,
    @Arg('languages', () => [Bcp47Scalar], languagesArgument) languages?: string[],
  ): LocalizedText {
    // A place's name is the same in every language that has no own one: no fallback to warn of.
    return {
      ...inLanguages(municipality.name, languages?.includes('sv') ? ['sv'] : ['fi']),
      isFallback: false,
    };
  }
}

@Resolver(() => ThemeType)
export class ThemeResolver {
  @FieldResolver(() => LocalizedTextType, { description: 'Its name.' })
  label(
    @Root() theme: ThemeRow,
    @Arg('languages', () => [Bcp47Scalar], languagesArgument) languages?: string[],
  ): LocalizedText {
    return inLanguages(theme.labels, languages);
  }
}
