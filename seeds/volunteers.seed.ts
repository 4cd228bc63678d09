import sql from 'sql-template-tag';
import { OccurrenceService, OfferingService } from '../api/src/rooms/offerings/index.ts';
import {
  askShiftSwap,
  checkExtract,
  confirmShiftHours,
  createShift,
  takeShift,
  updateVolunteer,
} from '../api/src/rooms/volunteers/index.ts';
import type { Viewers } from './people.seed.ts';
import { instantBefore } from './seed.calendar.ts';
import { idOf, seedViewer, viewerFor, type Ids, type SeedContext } from './seed.context.ts';

const association = 'naisten-kanerva';
const coordinator = 'leila-haddad';
/** The demo's volunteer, and her colleague. */
const volunteer = 'zahra-noori';
const colleague = 'tuula-eskelinen';
const PARTY_DAYS_AGO = 9;
const hour = 3_600_000;

interface Coming {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The next dates of the association, from the day after the seed day. */
const comingDates = ({ hub, day }: SeedContext, organisationId: string): Promise<Coming[]> =>
  hub.db.read(
    seedViewer,
    sql`select id, starts_at as "startsAt", ends_at as "endsAt" from occurrences
        where host_ids[1] = ${organisationId} and status = 'SCHEDULED' and starts_at >= ${instantBefore(day, -1, '00:00')}
        order by starts_at, id limit 5`,
  );

const openShift = (
  { hub }: SeedContext,
  organisationId: string,
  { id, startsAt, endsAt }: Coming,
  role: string,
) =>
  createShift(hub, seedViewer, {
    organisationId,
    occurrenceId: id,
    role,
    startsAt: new Date(startsAt.getTime() - hour / 2),
    endsAt,
    neededCount: 2,
  });

/** A feast of last week, from which there are hours: one volunteer's are confirmed, the other's wait. */
const seedParty = async (context: SeedContext, organisationId: string, viewers: Viewers): Promise<void> => {
  const { hub, clock, day } = context;
  clock.set(instantBefore(day, PARTY_DAYS_AGO + 7, '11:00'));
  const offering = await hub.get(OfferingService).create(seedViewer, {
    organisationId,
    kind: 'VOLUNTEER_EVENT',
    sourceLanguage: 'fi',
    translations: [
      { language: 'fi', title: 'Syksyn nyyttikestit', summary: 'Jokainen tuo jotakin syötävää.' },
      { language: 'en', title: 'Autumn potluck', summary: 'Everyone brings something to eat.' },
    ],
    spokenLanguages: ['fi', 'en'],
    schedules: [
      { startsAtLocal: `${day.subtract({ days: PARTY_DAYS_AGO }).toString()}T17:00`, durationMinutes: 180 },
    ],
    publish: true,
  });
  const { nodes } = await hub
    .get(OccurrenceService)
    .page(seedViewer, { first: 1 }, { offeringId: offering.id });
  const [date] = nodes;
  if (!date) return;
  const shift = await openShift(context, organisationId, date, 'Pöydät ja tiskit');
  for (const key of [volunteer, colleague]) await takeShift(hub, viewerFor(viewers, key), shift.id, true);
  clock.set(instantBefore(day, PARTY_DAYS_AGO - 1, '09:20'));
  const places = await hub.db.read<{ id: string }>(
    seedViewer,
    sql`select id from shift_places where shift_id = ${shift.id}
        and person_id = ${viewerFor(viewers, volunteer).personId}`,
  );
  for (const { id } of places) await confirmShiftHours(hub, viewerFor(viewers, coordinator), id, 210);
  await hub.get(OfferingService).archive(seedViewer, { offeringId: offering.id, version: offering.version });
};

/** Volunteers with skills and times, shifts to come, a request to swap, and hours. Returns how many shifts. */
export const seedVolunteers = async (
  context: SeedContext,
  organisationIds: Ids,
  viewers: Viewers,
): Promise<number> => {
  const { hub, clock, day } = context;
  const organisationId = idOf(organisationIds, association);
  const before = await hub.db.readOne<{ count: number }>(
    seedViewer,
    sql`select count(*)::int as count from shifts`,
  );
  if (before && before.count > 0) return before.count;
  await seedParty(context, organisationId, viewers);
  clock.set(instantBefore(day, 2, '18:30'));
  const [zahra, tuula] = [viewerFor(viewers, volunteer), viewerFor(viewers, colleague)];
  const keyOf = (personId: string | null) => ({ organisationId, personId: personId ?? '' });
  await updateVolunteer(hub, zahra, {
    ...keyOf(zahra.personId),
    skills: ['CHILDREN', 'COOKING', 'INTERPRETING'],
    languages: ['fa', 'fi', 'en'],
    freeTimes: [
      { weekday: 2, part: 'EVENING' },
      { weekday: 6, part: 'MORNING' },
    ],
  });
  await updateVolunteer(hub, tuula, {
    ...keyOf(tuula.personId),
    skills: ['CRAFTS', 'FINNISH'],
    languages: ['fi', 'sv'],
    freeTimes: [{ weekday: 3, part: 'AFTERNOON' }],
  });
  const leads = viewerFor(viewers, coordinator);
  const seenOn = day.subtract({ days: 40 }).toString();
  await checkExtract(hub, leads, keyOf(zahra.personId), seenOn);
  const dates = await comingDates(context, organisationId);
  for (const [index, date] of dates.entries()) {
    const shift = await openShift(context, organisationId, date, 'Kahvit ja vieraiden vastaanotto');
    if (index % 2 === 0) await takeShift(hub, zahra, shift.id, true);
    if (index === 1) {
      await takeShift(hub, tuula, shift.id, true);
      await askShiftSwap(hub, tuula, shift.id, zahra.personId ?? '');
    }
  }
  return dates.length + 1;
};
