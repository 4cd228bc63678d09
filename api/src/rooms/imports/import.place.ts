import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { PlaceService, type PlaceRow } from '../offerings/index.ts';
import { RegionService } from '../regions/index.ts';
import { type EventProblems, quoted } from './event.problems.ts';
import type { ImportedPlace } from './import-source.ts';
import { cutText } from './import.texts.ts';

const longestLine = 100;

/** Names people write, so without case and double blanks. */
const keyOf = (...texts: string[]): string =>
  texts
    .join('\n')
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim()
    .toLowerCase();

/** The bounds of Finland, as places have them. */
const isInFinland = (latitude: number, longitude: number): boolean =>
  latitude >= 59 && latitude <= 71 && longitude >= 19 && longitude <= 32;

const positionOf = (
  { latitude, longitude }: ImportedPlace,
  problems: EventProblems,
): Pick<PlaceRow, 'latitude' | 'longitude'> => {
  if (latitude === null || longitude === null || isInFinland(latitude, longitude))
    return { latitude, longitude };
  problems.note('location', 'COORDINATES_INVALID', 'The coordinates lie outside Finland; left out.');
  return { latitude: null, longitude: null };
};

/** The places of one organisation, found by name, street and municipality, made where there is none yet. */
export class PlaceFinder {
  private readonly known = new Map<string, string>();

  constructor(
    private readonly hub: Hub,
    private readonly viewer: Viewer,
    private readonly organisationId: string,
    /** For a preview: a place that is not there yet is not made. */
    private readonly isDry = false,
  ) {}

  /** The id of the place; null, with a problem, for one that says too little. */
  async find(place: ImportedPlace, problems: EventProblems): Promise<string | null> {
    const street =
      place.streetAddress && cutText(place.streetAddress, longestLine, 'street_address', problems);
    const name = place.name === null ? street : cutText(place.name, longestLine, 'location', problems);
    if (!name || !street) {
      const message = `The place ${quoted(place.name ?? '?')} has no street address; left out.`;
      problems.note('location', 'PLACE_INCOMPLETE', message);
      return null;
    }
    const municipalityCode = await this.municipalityOf(place.municipalityName);
    if (municipalityCode === null) {
      const where = quoted(place.municipalityName ?? '?');
      problems.note(
        'location',
        'MUNICIPALITY_UNKNOWN',
        `The place ${quoted(name)} is in no municipality of Finland, ${where}; left out.`,
      );
      return null;
    }
    const key = keyOf(name, street, municipalityCode);
    const id = this.known.get(key) ?? (await this.stored(name, key)) ?? null;
    if (id === null && this.isDry) return null;
    const found =
      id ??
      (await this.create({ name, streetAddress: street, municipalityCode, ...positionOf(place, problems) }));
    this.known.set(key, found);
    return found;
  }

  private async stored(name: string, key: string): Promise<string | undefined> {
    const places = await this.hub.get(PlaceService).choice(this.viewer, this.organisationId, name);
    return places.find((place) => keyOf(place.name, place.streetAddress, place.municipalityCode) === key)?.id;
  }

  private async create(
    fields: Pick<PlaceRow, 'name' | 'streetAddress' | 'municipalityCode' | 'latitude' | 'longitude'>,
  ): Promise<string> {
    const { id } = await this.hub
      .get(PlaceService)
      .create(this.viewer, { ...fields, organisationId: this.organisationId });
    return id;
  }

  private async municipalityOf(name: string | null): Promise<string | null> {
    if (name === null) return null;
    const all = await this.hub.get(RegionService).municipalities(false);
    return (
      all.find((each) => Object.values(each.name).some((text) => keyOf(text) === keyOf(name)))?.code ?? null
    );
  }
}
