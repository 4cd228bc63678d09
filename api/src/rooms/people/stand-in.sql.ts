import sql, { type Sql } from 'sql-template-tag';

/** For whom the person of a column stands in at an instant, as JSON in the shape of a viewer's `standsInFor`. */
export const standInsSql = (personId: Sql, now: Date): Sql =>
  sql`coalesce((
    select jsonb_agg(jsonb_build_object('organisationId', away.organisation_id, 'caseworkerId', away.caseworker_id)
      order by away.id)
    from stand_ins away
    where away.stand_in_id = ${personId} and away.ended_at is null and away.starts_at <= ${now} and away.ends_at > ${now}
  ), '[]')`;
