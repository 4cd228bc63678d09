/** Offerings: what organisations offer, where, when and in which languages; their dated occurrences. */
import type { Room } from '../../platform/room.ts';
import { keepTombstones } from '../../platform/tombstones/tombstone.ts';
import { freshnessQueue } from './freshness.ask.ts';
import { OfferingCheck } from './freshness.entity.ts';
import { FreshnessResolver, OfferingCheckResolver } from './freshness.resolver.ts';
import { FreshnessService } from './freshness.service.ts';
import { Occurrence, Schedule } from './occurrence.entity.ts';
import { tellChangesQueue } from './occurrence.change.ts';
import { OccurrenceChange } from './occurrence-change.entity.ts';
import { OccurrenceChangeResolver } from './occurrence-change.resolver.ts';
import { OccurrenceFieldResolver } from './occurrence.fields.ts';
import { materialise, materialiseQueue } from './occurrence.materialise.ts';
import { OccurrenceResolver } from './occurrence.resolver.ts';
import { OccurrenceService } from './occurrence.service.ts';
import { Offering, OfferingTheme, OfferingTranslation } from './offering.entity.ts';
import { OfferingFieldResolver } from './offering.fields.ts';
import { OfferingResolver } from './offering.resolver.ts';
import { OrganisationOfferingsResolver } from './organisation.offerings.ts';
import { Place } from './place.entity.ts';
import { PlaceResolver } from './place.resolver.ts';
import { OfferingSearch } from './search.entity.ts';
import { ScheduleFieldResolver } from './schedule.fields.ts';
import { ScheduleResolver } from './schedule.resolver.ts';
import { SimilarOfferingResolver } from './similar.resolver.ts';
import { OfferingTranslationResolver } from './translation.resolver.ts';

export {
  readCalendarOfferings,
  readChangedDates,
  readLastChange,
  type CalendarOffering,
  type ChangedDate,
} from './calendar.read.ts';
export { readListedOfferings } from './listed.read.ts';
export { CreatePlaceInput } from './lifecycle.inputs.ts';
export { askHosts } from './freshness.ask.ts';
export { onlineWord, readJoinLinks } from './join-link.ts';
export { checkCodeOf } from './freshness.code.ts';
export { Occurrence } from './occurrence.entity.ts';
export type { OccurrenceRow } from './occurrence.row.ts';
export {
  countOpenEvents,
  countOpenServices,
  readOpenEvent,
  readOpenEvents,
  readOpenService,
  readOpenServices,
  readSeriesDates,
  type OpenEvent,
  type OpenEventFilter,
  type OpenService,
  type OpenServiceFilter,
  type SeriesDates,
} from './open.read.ts';
export { OccurrenceService } from './occurrence.service.ts';
export { OccurrenceAbilitiesType, OccurrenceConnectionType, OccurrenceType } from './occurrence.types.ts';
export { isFull, isOpenForSignUp, placesLeftOf, type OccurrenceAbilitiesRow } from './offering.abilities.ts';
export type { Origin } from './offering.create.ts';
export { Offering } from './offering.entity.ts';
export { AudienceEnum, FinnishLevelEnum, OfferingKindEnum, PartOfDayEnum } from './offering.enums.ts';
export type {
  CapacityChanged,
  OccurrenceCancelled,
  OccurrenceChanging,
  OccurrenceMoved,
} from './offering.events.ts';
export { OccurrenceFilter, OfferingFilter } from './offering.filters.ts';
export { CreateOfferingInput, OfferingTranslationInput, UpdateOfferingInput } from './offering.inputs.ts';
export {
  occurrenceLoader,
  offeringLoader,
  placeLoader,
  schedulesLoader,
  themeIdsLoader,
  translationsLoader,
} from './offering.loaders.ts';
export { localised } from './offering.localise.ts';
export { offeringPolicy } from './offering.policy.ts';
export type { OfferingRow, PlaceRow, ScheduleRow, TranslationRow } from './offering.row.ts';
export { languageKeyOf, searchKeyOf } from './offering.texts.ts';
export { OfferingService, type ImportedOffering } from './offering.service.ts';
export { OfferingConnectionType, OfferingType, PlaceType } from './offering.types.ts';
export {
  audiences,
  finnishLevels,
  partsOfDay,
  rhythms,
  type Audience,
  type FinnishLevel,
  type OfferingKind,
  type PartOfDay,
  type Rhythm,
} from './offering.words.ts';
export { PlaceService } from './place.service.ts';
export { nextDates, skippedTimes, validateSchedule, type Schedule } from './schedule/index.ts';
export { ScheduleInput } from './schedule.inputs.ts';

export const offeringsRoom: Room = {
  name: 'offerings',
  entities: [
    Place,
    Offering,
    OfferingTranslation,
    OfferingTheme,
    OfferingSearch,
    OfferingCheck,
    Schedule,
    Occurrence,
    OccurrenceChange,
  ],
  resolvers: [
    OfferingResolver,
    OfferingFieldResolver,
    OfferingTranslationResolver,
    SimilarOfferingResolver,
    FreshnessResolver,
    OfferingCheckResolver,
    OccurrenceResolver,
    OccurrenceChangeResolver,
    OccurrenceFieldResolver,
    ScheduleFieldResolver,
    ScheduleResolver,
    PlaceResolver,
    OrganisationOfferingsResolver,
  ],
  publicTables: [
    'places',
    'offerings',
    'offering_translations',
    'offering_themes',
    'offering_search',
    'schedules',
    'occurrences',
  ],
  sql: [...keepTombstones('offerings'), ...keepTombstones('occurrences')],
  queues: [freshnessQueue, materialiseQueue, tellChangesQueue],
  jobs: (hub) => [
    {
      name: tellChangesQueue,
      // Sent with every change; comes round as well, for what a lost job left.
      cron: '* * * * *',
      run: async () => {
        await hub.get(OccurrenceService).tellChanges();
      },
    },
    { name: freshnessQueue, cron: '20 9 * * *', run: () => hub.get(FreshnessService).watch() },
    {
      name: materialiseQueue,
      cron: '15 3 * * *',
      atStart: true,
      run: async () => {
        await materialise(hub);
      },
    },
  ],
};
