import { changesChannel } from '../../platform/pubsub/changes.ts';

const tellPersons = (name: string, column: string): string =>
  `create or replace function ${name}() returns trigger
     language plpgsql security definer set search_path = public as $$
   begin
     perform pg_notify('${changesChannel}', case when count(*) > 100 then '{"kind":"resync"}'
         else jsonb_build_object('kind', 'person', 'ids', jsonb_agg(distinct ${column}))::text end)
       from changed having count(*) > 0;
     return null;
   end $$`;

/**
 * Tells every process, with the commit, whose sessions ended and whose roles or account changed, so that open streams
 * end at once, whichever way the change came.
 */
export const liveSql: readonly string[] = [
  tellPersons('tell_of_person_id', 'person_id'),
  tellPersons('tell_of_id', 'id'),
  `create or replace trigger sessions_tell after delete on sessions
     referencing old table as changed for each statement execute function tell_of_person_id()`,
  `create or replace trigger memberships_tell_insert after insert on memberships
     referencing new table as changed for each statement execute function tell_of_person_id()`,
  `create or replace trigger memberships_tell_update after update on memberships
     referencing new table as changed for each statement execute function tell_of_person_id()`,
  `create or replace trigger persons_tell after update on persons
     referencing new table as changed for each statement execute function tell_of_id()`,
];
