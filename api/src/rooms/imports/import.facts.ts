import type { Hub } from '../../platform/hub.ts';
import type { CreateOfferingInput } from '../offerings/index.ts';
import { RegionService } from '../regions/index.ts';
import type { EventProblems } from './event.problems.ts';
import type { ImportedEvent } from './import-source.ts';
import type { PreparedEvent } from './import.prepare.ts';
import type { PlaceFinder } from './import.place.ts';
import { priceOf } from './import.price.ts';
import { textsOf } from './import.texts.ts';

const mostThemes = 10;
const mostLanguages = 20;
const mostPlaces = 10_000;

/** Of the source's keywords those that are themes here. */
const themesOf = async (hub: Hub, { keywords }: ImportedEvent): Promise<string[]> => {
  const themes = await hub.get(RegionService).themes();
  return themes
    .filter(({ uri }) => keywords.includes(uri))
    .map(({ id }) => id)
    .slice(0, mostThemes);
};

const capacityOf = ({ maximumCapacity }: ImportedEvent, problems: EventProblems): number | null => {
  if (maximumCapacity === null || (maximumCapacity >= 1 && maximumCapacity <= mostPlaces))
    return maximumCapacity;
  const message = `The capacity must be 1 to ${mostPlaces}; left out, so there is no limit.`;
  problems.note('maximum_attendee_capacity', 'CAPACITY_INVALID', message);
  return null;
};

/** What a source says of an event, as fields of an offering. */
export interface EventFields extends Pick<
  CreateOfferingInput,
  | 'sourceLanguage'
  | 'translations'
  | 'spokenLanguages'
  | 'ageMinimum'
  | 'ageMaximum'
  | 'priceEuroCents'
  | 'priceNote'
> {
  readonly capacity: number | null;
  readonly placeId: string | null;
  readonly onlineUrl: string | null;
  readonly themeIds: string[];
  readonly schedules: CreateOfferingInput['schedules'];
}

export const fieldsOf = async (
  hub: Hub,
  places: PlaceFinder,
  { event, schedules }: Pick<PreparedEvent, 'event' | 'schedules'>,
  problems: EventProblems,
): Promise<EventFields> => ({
  sourceLanguage: event.sourceLanguage,
  translations: textsOf(event, problems),
  spokenLanguages: event.spokenLanguages.slice(0, mostLanguages),
  ageMinimum: event.minimumAge,
  ageMaximum: event.maximumAge,
  ...priceOf(event, problems),
  capacity: capacityOf(event, problems),
  placeId: event.place && (await places.find(event.place, problems)),
  onlineUrl: event.onlineUrl,
  themeIds: await themesOf(hub, event),
  schedules: [...schedules],
});
