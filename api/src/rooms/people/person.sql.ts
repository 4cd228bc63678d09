/**
 * Keeps `persons.organisation_ids`, by which row-level security tells who shares an organisation with whom.
 * It runs as the owner: who ends another's membership may not write that person's row.
 */
export const personSql: readonly string[] = [
  `create or replace function keep_organisations_of_person() returns trigger
     language plpgsql security definer set search_path = public as $$
   begin
     update persons set organisation_ids = coalesce(
       (select array_agg(distinct organisation_id) from memberships
        where memberships.person_id = new.person_id and ended_at is null), '{}')
     where id = new.person_id;
     return null;
   end $$`,
  `create or replace trigger memberships_keep_organisations after insert or update on memberships
     for each row execute function keep_organisations_of_person()`,
];
