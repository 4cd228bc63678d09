import sql from 'sql-template-tag';
import { invalidInput, notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId, newId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { parseLanguageTag } from '../../platform/text/language-tag.ts';
import { signInNeeded } from './volunteer.errors.ts';
import { volunteerPolicy } from './volunteer.policy.ts';
import { readVolunteers, type VolunteerRow, type VolunteerTime } from './volunteer.read.ts';
import type { Skill } from './volunteer.words.ts';

export interface VolunteerKey {
  readonly organisationId: string;
  readonly personId: string;
}

export interface VolunteerChange extends VolunteerKey {
  readonly skills: readonly Skill[];
  readonly languages: readonly string[];
  readonly freeTimes: readonly VolunteerTime[];
}

/** A volunteer whom the viewer sees. Errors: UNAUTHENTICATED, NOT_FOUND. */
export const findVolunteer = async (
  hub: Hub,
  viewer: Viewer,
  { organisationId, personId }: VolunteerKey,
): Promise<VolunteerRow> => {
  if (viewer.kind === 'anonymous') throw signInNeeded();
  const [row] =
    isId(organisationId) && isId(personId) ? await readVolunteers(hub, viewer, organisationId, personId) : [];
  if (!row) throw notFound();
  return row;
};

const languageOf = (text: string): string => {
  const reading = parseLanguageTag(text);
  if (!reading.ok) throw invalidInput('input.languages', reading.reason, reading.message);
  return reading.value;
};

const check = ({ skills, languages, freeTimes }: VolunteerChange) => {
  if (languages.length > 20) throw invalidInput('input.languages', 'TOO_MANY', 'Name 20 at most.');
  if (freeTimes.some(({ weekday }) => weekday < 1 || weekday > 7))
    throw invalidInput('input.freeTimes', 'NUMBER_OUT_OF_RANGE', 'Weekdays are 1 (Monday) to 7.');
  return {
    skills: [...new Set(skills)].sort(),
    languages: [...new Set(languages.map(languageOf))],
    freeTimes: [...new Set(freeTimes.map(({ weekday, part }) => `${weekday}:${part}`))].sort(),
  };
};

/**
 * What a volunteer is good at, speaks, and when they have time; all of it, it replaces the old.
 * Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; INVALID_INPUT.
 */
export const updateVolunteer = async (
  hub: Hub,
  viewer: Viewer,
  input: VolunteerChange,
): Promise<VolunteerRow> => {
  const volunteer = await findVolunteer(hub, viewer, input);
  volunteerPolicy.authorize(viewer, 'update', volunteer);
  const { skills, languages, freeTimes } = check(input);
  const { organisationId, personId } = volunteer;
  const now = hub.clock.now();
  await hub.db.write(viewer, async (tx) => {
    await tx.query(
      sql`insert into volunteer_profiles (id, organisation_id, person_id, skills, languages, free_times, updated_at)
          values (${newId(now)}, ${organisationId}, ${personId}, ${skills}::text[], ${languages}::text[],
            ${freeTimes}::text[], ${now})
          on conflict (organisation_id, person_id) do update set skills = excluded.skills,
            languages = excluded.languages, free_times = excluded.free_times, updated_at = excluded.updated_at`,
    );
    await tx.audit({ action: 'volunteer.update', subjectId: personId, organisationId });
  });
  return findVolunteer(hub, viewer, input);
};

/**
 * Writes down on which day the extract was seen, and nothing else of it; null takes it back.
 * Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; INVALID_INPUT DATE_IN_FUTURE.
 */
export const checkExtract = async (
  hub: Hub,
  viewer: Viewer,
  key: VolunteerKey,
  checkedOn: string | null,
): Promise<VolunteerRow> => {
  const volunteer = await findVolunteer(hub, viewer, key);
  volunteerPolicy.authorize(viewer, 'checkExtract', volunteer);
  const now = hub.clock.now();
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO('Europe/Helsinki')
    .toPlainDate();
  if (checkedOn !== null && Temporal.PlainDate.compare(checkedOn, today) > 0)
    throw invalidInput('input.checkedOn', 'DATE_IN_FUTURE', 'Write the day on which you saw it.');
  const { organisationId, personId } = volunteer;
  await hub.db.write(viewer, async (tx) => {
    await tx.query(
      checkedOn === null
        ? sql`delete from volunteer_extracts where organisation_id = ${organisationId} and person_id = ${personId}`
        : sql`insert into volunteer_extracts (id, organisation_id, person_id, checked_on)
              values (${newId(now)}, ${organisationId}, ${personId}, ${checkedOn}::date)
              on conflict (organisation_id, person_id) do update set checked_on = excluded.checked_on`,
    );
    await tx.audit({ action: 'volunteer.checkExtract', subjectId: personId, organisationId });
  });
  return findVolunteer(hub, viewer, key);
};
