import sql from 'sql-template-tag';
import {
  OfferingService,
  type CreateOfferingInput,
  type ScheduleInput,
} from '../api/src/rooms/offerings/index.ts';
import { offerings } from './content/content.ts';
import type { SeedOffering, SeedOfferingTranslation, SeedSchedule } from './content/content.types.ts';
import { inParallel } from './in-parallel.ts';
import { instantBefore, nextWeekday } from './seed.calendar.ts';
import { idOf, seedViewer, type Ids, type SeedContext } from './seed.context.ts';

/** Before the first referral; the dates begin on the seed day all the same. */
const PUBLISHED_DAYS_AGO = 200;

const scheduleOf = (day: Temporal.PlainDate, schedule: SeedSchedule): ScheduleInput => {
  const { startTime, durationMinutes } = schedule;
  if (schedule.repeats === 'ONCE') {
    const date = day.add({ days: schedule.dayOffset });
    return { startsAtLocal: `${date.toString()}T${startTime}`, durationMinutes };
  }
  return {
    startsAtLocal: `${nextWeekday(day, schedule.weekday).toString()}T${startTime}`,
    durationMinutes,
    weekdays: [schedule.weekday],
    intervalWeeks: schedule.intervalWeeks,
    untilOn: day.add({ months: schedule.untilMonths }).toString(),
  };
};

const sourceOf = ({ translations, sourceLanguage }: SeedOffering): SeedOfferingTranslation | undefined =>
  translations.find(({ language }) => language === sourceLanguage);

const inputOf = (
  day: Temporal.PlainDate,
  offering: SeedOffering,
  organisationIds: Ids,
  placeIds: Ids,
): CreateOfferingInput => {
  const { key: _key, organisation, coHosts, themes, place, translations, schedules, ...fields } = offering;
  return {
    ...fields,
    organisationId: idOf(organisationIds, organisation),
    coHostIds: coHosts.map((coHost) => idOf(organisationIds, coHost)),
    themeIds: [...themes],
    placeId: idOf(placeIds, place),
    spokenLanguages: [...offering.spokenLanguages],
    translations: translations.map(({ priceNote: _note, ...text }) => text),
    priceNote: sourceOf(offering)?.priceNote ?? null,
    schedules: schedules.map((schedule) => scheduleOf(day, schedule)),
    publish: true,
  };
};

const titleKey = (organisationId: string, title: string): string => `${organisationId}\n${title}`;

/** Offerings that are in already, by organisation and title in their source language. */
const entered = async ({ hub }: SeedContext): Promise<Map<string, string>> => {
  const rows = await hub.db.read<{ id: string; organisationId: string; title: string }>(
    seedViewer,
    sql`select o.id, o.organisation_id as "organisationId", t.title
        from offerings o join offering_translations t on t.offering_id = o.id and t.language = o.source_language`,
  );
  return new Map(rows.map(({ id, organisationId, title }) => [titleKey(organisationId, title), id]));
};

/** Publishes the offerings that are not there yet, with all their dates. Returns all ids by key. */
export const seedOfferings = async (
  context: SeedContext,
  organisationIds: Ids,
  placeIds: Ids,
): Promise<Ids> => {
  const { hub, clock, day } = context;
  const known = await entered(context);
  clock.set(instantBefore(day, PUBLISHED_DAYS_AGO, '12:00'));
  const ids = await inParallel(offerings, async (offering): Promise<[string, string]> => {
    const organisationId = idOf(organisationIds, offering.organisation);
    const id = known.get(titleKey(organisationId, sourceOf(offering)?.title ?? ''));
    if (id) return [offering.key, id];
    const input = inputOf(day, offering, organisationIds, placeIds);
    return [offering.key, (await hub.get(OfferingService).create(seedViewer, input)).id];
  });
  return new Map(ids);
};
