import sql, { type Sql } from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { isSystem, organisationsOf, type Viewer } from '../../platform/policy/viewer.ts';
import type { PartOfDay } from '../offerings/index.ts';
import type { Skill } from './volunteer.words.ts';

export interface VolunteerTime {
  readonly weekday: number;
  readonly part: PartOfDay;
}

/** A volunteer of an organisation, as resolvers read it. */
export interface VolunteerRow {
  readonly organisationId: string;
  readonly personId: string;
  readonly skills: readonly Skill[];
  readonly languages: readonly string[];
  readonly freeTimes: readonly VolunteerTime[];
  /** '2026-11-24'. */
  readonly extractCheckedOn: string | null;
  readonly confirmedMinutes: number;
  readonly waitingMinutes: number;
}

type StoredVolunteer = Omit<VolunteerRow, 'freeTimes'> & { readonly freeTimes: readonly string[] };

/** More volunteers no association has; a longer list nobody reads on one page. */
const most = 500;

/** The policy's `list`, and one's own, as a condition on `memberships m`. */
const visibleTo = (viewer: Viewer): Sql =>
  isSystem(viewer)
    ? sql`true`
    : sql`(m.person_id = ${viewer.personId}::uuid or m.organisation_id = any(${organisationsOf(viewer, 'COORDINATOR')}::uuid[]))`;

const timeOf = (text: string): VolunteerTime => {
  const [weekday = '', part = ''] = text.split(':');
  return { weekday: Number(weekday), part: part as PartOfDay };
};

const thisYear = (now: Date): Date =>
  new Date(
    Temporal.Instant.fromEpochMilliseconds(now.getTime())
      .toZonedDateTimeISO('Europe/Helsinki')
      .with({ month: 1, day: 1 })
      .startOfDay().epochMilliseconds,
  );

/** The volunteers of an organisation that the viewer may see: all for its coordinators, oneself for a volunteer. */
export const readVolunteers = async (
  hub: Hub,
  viewer: Viewer,
  organisationId: string,
  personId: string | null = null,
): Promise<VolunteerRow[]> => {
  const now = hub.clock.now();
  const rows = await hub.db.read<StoredVolunteer>(
    viewer,
    sql`select m.organisation_id as "organisationId", m.person_id as "personId", coalesce(v.skills, '{}') as skills,
          coalesce(v.languages, '{}') as languages, coalesce(v.free_times, '{}') as "freeTimes",
          x.checked_on::text as "extractCheckedOn", hours.confirmed as "confirmedMinutes", hours.waiting as "waitingMinutes"
        from memberships m
        left join volunteer_profiles v on v.organisation_id = m.organisation_id and v.person_id = m.person_id
        left join volunteer_extracts x on x.organisation_id = m.organisation_id and x.person_id = m.person_id
        cross join lateral (
          select coalesce(sum(p.minutes_worked), 0)::int as confirmed,
            coalesce(sum(extract(epoch from s.ends_at - s.starts_at) / 60) filter (where p.status = 'TAKEN' and c.status = 'SCHEDULED'), 0)::int as waiting
          from shift_places p join shifts s on s.id = p.shift_id join occurrences c on c.id = s.occurrence_id
          where p.person_id = m.person_id and p.organisation_id = m.organisation_id
            and s.starts_at >= ${thisYear(now)} and s.ends_at <= ${now}) hours
        where m.organisation_id = ${organisationId} and m.role = 'VOLUNTEER' and m.ended_at is null
          and ${personId === null ? sql`true` : sql`m.person_id = ${personId}::uuid`} and ${visibleTo(viewer)}
        order by m.id limit ${most}`,
  );
  return rows.map((row) => ({ ...row, freeTimes: row.freeTimes.map(timeOf) }));
};
