/**
 * Keeps `sign_ups.host_ids` like the occurrence's: a new co-host sees who comes, a former one no longer. It runs as
 * the owner, since whoever changes the hosts may cease to be one.
 */
export const signUpSql: readonly string[] = [
  `create or replace function keep_hosts_of_sign_ups() returns trigger
     language plpgsql security definer set search_path = public as $$
   begin
     update sign_ups set host_ids = new.host_ids where occurrence_id = new.id;
     return null;
   end $$`,
  `create or replace trigger occurrences_keep_hosts_of_sign_ups after update of host_ids on occurrences
     for each row when (old.host_ids is distinct from new.host_ids) execute function keep_hosts_of_sign_ups()`,
];
