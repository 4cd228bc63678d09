import type { Hub } from '../../platform/hub.ts';
import { fromLabels, localize, type LocalizedText } from '../../platform/i18n/localized-text.ts';
import type { Loaders } from '../../platform/loader.ts';
import {
  localised,
  placeLoader,
  themeIdsLoader,
  translationsLoader,
  type OfferingRow,
  type PlaceRow,
} from '../offerings/index.ts';
import { organisationLoader } from '../organisations/index.ts';
import { RegionService } from '../regions/index.ts';

/** What any feed says of an offering, in one language. */
export interface DescribedOffering {
  readonly offering: OfferingRow;
  readonly title: LocalizedText;
  readonly summary: LocalizedText;
  readonly description: LocalizedText;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly place: PlaceRow | null;
  readonly municipality: string;
  readonly themes: readonly string[];
}

/** The texts of an offering for a reader; the loaders gather what is asked for many into one statement each. */
export const describeOffering = async (
  hub: Hub,
  loaders: Loaders,
  languageTag: string,
  offering: OfferingRow,
  /** Of a date with a place of its own. */
  ownPlaceId: string | null = null,
): Promise<DescribedOffering> => {
  const regions = hub.get(RegionService);
  const nameOf = (labels: Readonly<Record<string, string>> | undefined): string =>
    localize(fromLabels(labels ?? {}), [languageTag])?.value ?? '';
  const placeId = ownPlaceId ?? offering.placeId;
  const [texts, themeIds, place, organisation, municipality] = await Promise.all([
    loaders.load(translationsLoader, offering.id),
    loaders.load(themeIdsLoader, offering.id),
    placeId ? loaders.load(placeLoader, placeId) : null,
    loaders.load(organisationLoader, offering.organisationId),
    regions.municipality(offering.municipalityCode),
  ]);
  const themes = await Promise.all(themeIds.map(({ themeId }) => regions.theme(themeId)));
  return {
    offering,
    title: localised(texts, 'title', [languageTag]),
    summary: localised(texts, 'summary', [languageTag]),
    description: localised(texts, 'description', [languageTag]),
    organisation: { id: offering.organisationId, name: organisation?.name ?? '' },
    place,
    municipality: nameOf(municipality?.name),
    themes: themes.map((theme) => nameOf(theme?.labels)).filter(Boolean),
  };
};
