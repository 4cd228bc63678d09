import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { signInNeeded } from './offering.errors.ts';
import { offeringColumns, type OfferingRow } from './offering.row.ts';
import { searchKeyOf } from './offering.texts.ts';
import { offeringsListedTo } from './offering.visibility.ts';
import type { SimilarOfferingInput } from './similar.types.ts';

/** In which an offering is like the one that is written. */
export interface Similar {
  readonly offering: OfferingRow;
  readonly isSameTitle: boolean;
  readonly isSameTime: boolean;
  readonly isSamePlace: boolean;
  readonly isSameOrganisation: boolean;
}

type Likeness = Omit<Similar, 'offering'>;

/** A title this like another is enough by itself; a weaker one needs a time or a place that is the same. */
const alike = 0.6;
const somewhatAlike = 0.3;
const most = 5;

const localForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** Offerings of the region that may be the same one, the likest first, 5 at most. Errors: UNAUTHENTICATED. */
export const findSimilar = async (
  hub: Hub,
  viewer: Viewer,
  input: SimilarOfferingInput,
): Promise<Similar[]> => {
  if (viewer.kind === 'anonymous') throw signInNeeded();
  const title = searchKeyOf(input.title.slice(0, 120));
  if (title.length < 4) return [];
  const startsAt = localForm.test(input.startsAtLocal ?? '') ? input.startsAtLocal : null;
  const idOf = (id: string | null | undefined): string | null => (id && isId(id) ? id : null);
  const rows = await hub.db.read<OfferingRow & Likeness>(
    viewer,
    sql`select ${offeringColumns}, found."titleLikeness" >= ${alike} as "isSameTitle", found."isSameTime",
          found."isSamePlace", found."isSameOrganisation"
        from offerings o
        cross join lateral (
          select
            (select coalesce(max(similarity(one, ${title})), 0)
             from unnest(string_to_array(o.search_text, E'\n')) as one) as "titleLikeness",
            exists (select 1 from schedules s
                    where s.offering_id = o.id and s.replaced_at is null
                      and substr(s.starts_at_local, 12, 5) = substr(${startsAt}::text, 12, 5)
                      and extract(isodow from substr(s.starts_at_local, 1, 10)::date)
                        = extract(isodow from substr(${startsAt}::text, 1, 10)::date)) as "isSameTime",
            coalesce(o.place_id = ${idOf(input.placeId)}::uuid, false) as "isSamePlace",
            coalesce(${idOf(input.organisationId)}::uuid = any(o.host_ids), false) as "isSameOrganisation") found
        where ${offeringsListedTo(viewer)} and o.status <> 'ARCHIVED'
          and o.id is distinct from ${idOf(input.exceptId)}::uuid
          and (found."titleLikeness" >= ${alike}
            or (found."titleLikeness" >= ${somewhatAlike} and (found."isSameTime" or found."isSamePlace")))
        order by found."titleLikeness" desc, o.id limit ${most}`,
  );
  return rows.map(({ isSameTitle, isSameTime, isSamePlace, isSameOrganisation, ...offering }) => ({
    offering,
    isSameTitle,
    isSameTime,
    isSamePlace,
    isSameOrganisation,
  }));
};
