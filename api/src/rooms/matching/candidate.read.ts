import sql, { raw } from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { OrganisationService } from '../organisations/index.ts';
import type { Audience, FinnishLevel } from '../offerings/index.ts';
import { matchingPolicy } from './matching.policy.ts';
import { limits } from './matching.weights.ts';

/** An offering as far as matching compares it. */
export interface Candidate {
  readonly id: string;
  readonly organisationId: string;
  readonly spokenLanguages: readonly string[];
  /** The same without region and script. */
  readonly languageKeys: readonly string[];
  /** One of its titles has the words that are looked for. */
  readonly hasWords: boolean;
  readonly finnishLevel: FinnishLevel;
  readonly audience: Audience;
  readonly ageMinimum: number | null;
  readonly ageMaximum: number | null;
  readonly womenOnly: boolean;
  readonly childrenWelcome: boolean;
  readonly hasChildCare: boolean;
  readonly stepFree: boolean;
  readonly transportHelp: boolean;
  readonly priceEuroCents: number;
  readonly isOnline: boolean;
  readonly municipalityCode: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly themeIds: readonly string[];
  /** When it takes place in the coming weeks, as `timesOf` writes it. */
  readonly times: number;
  readonly nextAt: Date | null;
  /** On the next date, without one on any; null = no limit. */
  readonly placesLeft: number | null;
  readonly updatedAt: Date;
}

const dayMilliseconds = 86_400_000;
/** No date runs longer (schedules_duration). */
const longestDays = 7;
/** More than any capacity (offerings_capacity). */
const noLimit = 99_999;

/** As it is read: lists as texts and instants as seconds, which cost a tenth of arrays and dates by the thousand. */
type Row = Omit<
  Candidate,
  'spokenLanguages' | 'languageKeys' | 'themeIds' | 'nextAt' | 'placesLeft' | 'updatedAt'
> & {
  readonly spoken: string;
  readonly keys: string;
  readonly themes: string | null;
  /** Seconds of the next date × 100 000, and the places that are left on it. */
  readonly next: number | null;
  readonly capacity: number | null;
  readonly updated: number;
};

const dateOf = (seconds: number): Date => new Date(seconds * 1000);
const listOf = (text: string): string[] => (text === '' ? [] : text.split(','));

const candidateOf = ({ spoken, keys, themes, next, capacity, updated, ...row }: Row): Candidate => {
  const left = next === null ? capacity : next % (noLimit + 1);
  return {
    ...row,
    spokenLanguages: listOf(spoken),
    languageKeys: listOf(keys),
    themeIds: listOf(themes ?? ''),
    nextAt: next === null ? null : dateOf(Math.floor(next / (noLimit + 1))),
    placesLeft: left === noLimit ? null : left,
    updatedAt: dateOf(updated),
  };
};

/** The next date and its places in one number, so that the least of them is found without sorting. */
const nextOf = sql`min(date_part('epoch', c.starts_at) * ${raw(String(noLimit + 1))} + coalesce(c.capacity - c.taken, ${raw(String(noLimit))}))`;

/**
 * Every published offering that takes referrals and has not ended, whose organisation may receive them: two
 * statements, however many there are. Those whose name may reveal something are for caseworkers alone.
 */
export const readCandidates = async (hub: Hub, viewer: Viewer, text: string): Promise<Candidate[]> => {
  const now = hub.clock.now();
  const since = new Date(now.getTime() - longestDays * dayMilliseconds);
  const until = new Date(now.getTime() + limits.comingDays * dayMilliseconds);
  const seesSensitive = matchingPolicy.can(viewer, 'findSensitive', null);
  const rows = await hub.db.read<Row>(
    viewer,
    // Many dates begin at the same instant: its weekday and part of day are found once (the bits of `timeBit`).
    sql`with coming as materialized (
          select c.offering_id, c.starts_at, c.capacity, c.taken from occurrences c
          where c.is_listed and c.status = 'SCHEDULED' and c.ends_at > ${now} and c.starts_at > ${since} and c.starts_at < ${until}),
        instants as materialized (
          select starts_at, 1 << ((extract(isodow from local)::int - 1) * 3
            + case when extract(hour from local) < 12 then 0 when extract(hour from local) < 17 then 1 else 2 end) as bit
          from (select starts_at, starts_at at time zone 'Europe/Helsinki' as local from coming group by starts_at) i)
        select o.id, o.organisation_id as "organisationId", array_to_string(o.spoken_languages, ',') as spoken,
          array_to_string(o.language_keys, ',') as keys, position(${text} in o.search_text) > 0 as "hasWords", o.finnish_level as "finnishLevel", o.audience,
          o.age_minimum as "ageMinimum", o.age_maximum as "ageMaximum", o.women_only as "womenOnly",
          o.children_welcome as "childrenWelcome", o.has_child_care as "hasChildCare", o.step_free as "stepFree",
          o.transport_help as "transportHelp", o.price_euro_cents as "priceEuroCents",
          o.place_id is null and o.online_url is not null as "isOnline", o.municipality_code as "municipalityCode",
          p.latitude, p.longitude, h.ids as themes, coalesce(soon.times, 0) as times,
          coalesce(soon.next, later.next) as next, o.capacity, date_part('epoch', o.updated_at) as updated
        from offerings o
        left join places p on p.id = o.place_id
        left join (select offering_id, string_agg(theme_id, ',' order by position) as ids from offering_themes
          where is_public group by offering_id) h on h.offering_id = o.id
        left join (
          select c.offering_id, bit_or(i.bit) as times, ${nextOf} as next
          from coming c join instants i on i.starts_at = c.starts_at group by c.offering_id) soon on soon.offering_id = o.id
        cross join lateral (
          select count(*) > 0 as had_dates, ${nextOf} filter (where c.status = 'SCHEDULED' and c.ends_at > ${now}) as next
          from occurrences c where soon.offering_id is null and c.offering_id = o.id) later
        where o.status = 'PUBLISHED' and o.hidden_at is null and o.is_public and o.takes_referrals and (${seesSensitive} or not o.is_sensitive)
          and (soon.offering_id is not null or later.next is not null or not later.had_dates)`,
  );
  const organisationIds = [...new Set(rows.map(({ organisationId }) => organisationId))];
  const able = await hub.get(OrganisationService).canReceiveReferrals(viewer, organisationIds);
  return rows.filter(({ organisationId }) => able.has(organisationId)).map(candidateOf);
};
