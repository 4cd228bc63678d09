/**
 * Keeps `host_ids` of sign-ups, their log and rules like the occurrence's: a new co-host sees who comes, a former one no longer. It runs as
 * the owner, since whoever changes the hosts may cease to be one.
 */
export const signUpSql: readonly string[] = [
  `create or replace function keep_hosts_of_sign_ups() returns trigger
     language plpgsql security definer set search_path = public as $$
   begin
     update sign_ups set host_ids = new.host_ids where occurrence_id = new.id;
     update waiting_list_moves set host_ids = new.host_ids where occurrence_id = new.id;
     return null;
   end $$`,
  `create or replace trigger occurrences_keep_hosts_of_sign_ups after update of host_ids on occurrences
     for each row when (old.host_ids is distinct from new.host_ids) execute function keep_hosts_of_sign_ups()`,
  `create or replace function keep_hosts_of_sign_up_rules() returns trigger
     language plpgsql security definer set search_path = public as $$
   begin
     update sign_up_rules set host_ids = new.host_ids where offering_id = new.id;
     return null;
   end $$`,
  `create or replace trigger offerings_keep_hosts_of_sign_up_rules after update of host_ids on offerings
     for each row when (old.host_ids is distinct from new.host_ids) execute function keep_hosts_of_sign_up_rules()`,
  // A date that is made later keeps places for referrals like those before it.
  `create or replace function hold_places_of_occurrence() returns trigger
     language plpgsql security definer set search_path = public as $$
   begin
     new.held := coalesce((select held_places from sign_up_rules where offering_id = new.offering_id), 0);
     return new;
   end $$`,
  `create or replace trigger occurrences_hold_places before insert on occurrences
     for each row execute function hold_places_of_occurrence()`,
];
