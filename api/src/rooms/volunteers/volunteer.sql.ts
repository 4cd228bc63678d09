/**
 * Runs as the owner: who cancels a date, or ceases to host it, need not coordinate every host's volunteers.
 * A cancelled date takes its places with it and brings them back when it takes place after all; a moved one moves its
 * shifts by as much; a host that left has none on coming dates any more.
 */
export const volunteerSql: readonly string[] = [
  `create or replace function count_shift_places() returns trigger
     language plpgsql security definer set search_path = public as $$
   declare
     gone uuid := case when tg_op <> 'INSERT' and old.status in ('TAKEN', 'WORKED', 'MISSED') then old.shift_id end;
     came uuid := case when tg_op <> 'DELETE' and new.status in ('TAKEN', 'WORKED', 'MISSED') then new.shift_id end;
   begin
     if gone is distinct from came then
       update shifts set taken = taken - 1 where id = gone;
       update occurrences c set helping = helping - 1 from shifts s where s.id = gone and c.id = s.occurrence_id;
       update shifts set taken = taken + 1 where id = came;
       update occurrences c set helping = helping + 1 from shifts s where s.id = came and c.id = s.occurrence_id;
     end if;
     return null;
   end $$`,
  `create or replace trigger shift_places_counted after insert or update of status, shift_id or delete on shift_places
     for each row execute function count_shift_places()`,
  // The places go with their shift, and find none to count at any more.
  `create or replace function count_gone_shift() returns trigger
     language plpgsql security definer set search_path = public as $$
   begin
     update occurrences set helping = helping - old.taken where id = old.occurrence_id;
     return old;
   end $$`,
  `create or replace trigger shifts_counted before delete on shifts
     for each row execute function count_gone_shift()`,
  `create or replace function keep_shifts_of_occurrence() returns trigger
     language plpgsql security definer set search_path = public as $$
   begin
     if new.starts_at <> old.starts_at then
       update shifts set starts_at = starts_at + (new.starts_at - old.starts_at),
         ends_at = ends_at + (new.starts_at - old.starts_at) where occurrence_id = new.id;
       update shift_places p set reminded_at = null from shifts s
         where s.id = p.shift_id and s.occurrence_id = new.id and p.status = 'TAKEN';
     end if;
     if new.status <> old.status then
       update shift_places p set status = case when new.status = 'CANCELLED' then 'CANCELLED' else 'TAKEN' end
         from shifts s where s.id = p.shift_id and s.occurrence_id = new.id
           and p.status = case when new.status = 'CANCELLED' then 'TAKEN' else 'CANCELLED' end;
     end if;
     if new.host_ids is distinct from old.host_ids then
       delete from shifts where occurrence_id = new.id and organisation_id <> all (new.host_ids)
         and taken = 0;
     end if;
     return null;
   end $$`,
  `create or replace trigger occurrences_keep_shifts after update of starts_at, status, host_ids on occurrences
     for each row execute function keep_shifts_of_occurrence()`,
];
