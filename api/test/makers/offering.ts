import { systemViewer, type Viewer } from '../../src/platform/policy/viewer.ts';
import {
  OccurrenceService,
  OfferingService,
  PlaceService,
  type CreateOfferingInput,
  type OccurrenceRow,
  type OfferingRow,
  type PlaceRow,
  type ScheduleInput,
} from '../../src/rooms/offerings/index.ts';
import type { TestHub } from '../harness.ts';

export interface OfferingWish extends Partial<Omit<CreateOfferingInput, 'schedules'>> {
  readonly organisationId: string;
  /** The title in English and Finnish. */
  readonly title?: string;
  /** Every Tuesday at 17:00 for two hours, ten times from next Tuesday (2026-12-01), unless told. */
  readonly schedule?: Partial<ScheduleInput>;
  readonly schedules?: ScheduleInput[];
  /** Who makes it; the system unless told. */
  readonly by?: Viewer;
}

export interface OccurrenceWish extends Omit<OfferingWish, 'schedule' | 'schedules'> {
  /** On the clocks of Helsinki; 2026-11-26T17:00 unless told. */
  readonly startsAtLocal?: string;
  /** 120 unless told. */
  readonly durationMinutes?: number;
}

/** Every Tuesday at 17:00, ten times. */
export const weeklyTuesdays: ScheduleInput = {
  startsAtLocal: '2026-12-01T17:00',
  durationMinutes: 120,
  weekdays: [2],
  count: 10,
};

/** An input that is right in every field. */
export const anOfferingInput = ({
  title = 'Open door',
  schedule,
  by: _by,
  ...wish
}: OfferingWish): CreateOfferingInput => ({
  kind: 'PEER_SUPPORT',
  sourceLanguage: 'fi',
  translations: [
    { language: 'fi', title: `${title} (fi)`, summary: 'Tule mukaan.', description: 'Kahvia ja juttelua.' },
    { language: 'en', title, summary: 'Come along.', description: 'Coffee and talk.' },
  ],
  spokenLanguages: ['fi', 'en'],
  schedules: [{ ...weeklyTuesdays, ...schedule }],
  publish: true,
  ...wish,
});

/** An offering, made by the service: published, free, without limit of places, with sign-ups, unless told. */
export const anOffering = (hub: TestHub, wish: OfferingWish): Promise<OfferingRow> =>
  hub.hub.get(OfferingService).create(wish.by ?? systemViewer('test'), anOfferingInput(wish));

/** One date of a published offering of its own. */
export const anOccurrence = async (hub: TestHub, wish: OccurrenceWish): Promise<OccurrenceRow> => {
  const { startsAtLocal = '2026-11-26T17:00', durationMinutes = 120, ...offeringWish } = wish;
  const offering = await anOffering(hub, {
    ...offeringWish,
    schedules: [{ startsAtLocal, durationMinutes }],
  });
  const { nodes } = await hub.hub
    .get(OccurrenceService)
    .page(systemViewer('test'), { first: 1 }, { offeringId: offering.id });
  const [occurrence] = nodes;
  if (!occurrence) throw new Error(`No coming date: ${startsAtLocal} is over`);
  return occurrence;
};

/** A place of an organisation, in Joensuu. */
export const aPlace = (
  hub: TestHub,
  wish: {
    readonly organisationId: string;
    readonly name?: string;
    readonly municipalityCode?: string;
    readonly latitude?: number;
    readonly longitude?: number;
  },
): Promise<PlaceRow> =>
  hub.hub.get(PlaceService).create(systemViewer('test'), {
    name: 'Community house',
    streetAddress: 'Rantakatu 1',
    postalCode: '80100',
    municipalityCode: '167',
    latitude: 62.6,
    longitude: 29.76,
    ...wish,
  });

/** The minute within which a host takes a change of a date back is over: those concerned are told. */
export const minuteLater = async (hub: TestHub): Promise<void> => {
  hub.clock.advance(61_000);
  await hub.hub.get(OccurrenceService).tellChanges();
};
