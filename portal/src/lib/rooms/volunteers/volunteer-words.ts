import { graphql } from '#lib/api/graphql.ts';
import { formatNumber } from '#lib/i18n/words.ts';
import * as words from '#lib/paraglide/messages.js';

type Skill = ReturnType<typeof graphql.scalar<'VolunteerSkill'>>;

export const skillWords: Readonly<Record<Skill, () => string>> = {
  CHILDREN: words.volunteers_skill_children,
  COMPUTERS: words.volunteers_skill_computers,
  COOKING: words.volunteers_skill_cooking,
  CRAFTS: words.volunteers_skill_crafts,
  DRIVING: words.volunteers_skill_driving,
  FINNISH: words.volunteers_skill_finnish,
  FIRST_AID: words.volunteers_skill_first_aid,
  GROUPS: words.volunteers_skill_groups,
  INTERPRETING: words.volunteers_skill_interpreting,
  MUSIC: words.volunteers_skill_music,
  SPORTS: words.volunteers_skill_sports,
};

export const isSkill = (value: string): value is Skill => Object.hasOwn(skillWords, value);

/** Minutes as a clock shows them, `2:30`: the same in every language. */
export const hoursOf = (minutes: number): string =>
  `${formatNumber(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`;

/** The instant of a time of day on the day of another instant, or on the next when that is earlier than `after`. */
export const instantOn = (day: string, time: string, after?: string): string => {
  const at = Temporal.Instant.from(day)
    .toZonedDateTimeISO('Europe/Helsinki')
    .withPlainTime(Temporal.PlainTime.from(time));
  const isEarlier =
    after !== undefined && Temporal.Instant.compare(at.toInstant(), Temporal.Instant.from(after)) <= 0;
  return (isEarlier ? at.add({ days: 1 }) : at).toInstant().toString();
};

/** `17:00` in Helsinki, as a time input shows it. */
export const clockOf = (instant: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO('Europe/Helsinki')
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
