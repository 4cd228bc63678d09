import { defineEntity, p } from '@mikro-orm/postgresql';
import { secured } from '../db/row-security.ts';

/** What a mirror of the open data must forget: the id of a public row that is no longer there. */
export const Tombstone = defineEntity({
  name: 'Tombstone',
  tableName: 'tombstones',
  properties: {
    id: p.uuid().primary(),
    /** The table it stood in. */
    kind: p.text(),
    removedAt: p.datetime(),
  },
  indexes: [{ properties: ['kind', 'removedAt'] }],
  // Written by triggers alone, which run as the owner.
  ...secured('tombstones', { read: 'true', write: 'false', anonymous: 'true' }),
});

/**
 * SQL that leaves a tombstone for each row of `table` that the public saw and sees no more, whichever way it went, and
 * lifts it when the row is shown again. Rows know it by their column `is_public`.
 */
export const keepTombstones = (table: string): readonly string[] => [
  `create or replace function ${table}_leave_tombstone() returns trigger
     language plpgsql security definer set search_path = public as $$
   begin
     if tg_op = 'UPDATE' and new.is_public then
       delete from tombstones where id = new.id;
     else
       insert into tombstones (id, kind, removed_at) values (old.id, '${table}', statement_timestamp())
         on conflict (id) do update set removed_at = excluded.removed_at;
     end if;
     return null;
   end $$`,
  `create or replace trigger ${table}_removed after delete on ${table}
     for each row when (old.is_public) execute function ${table}_leave_tombstone()`,
  `create or replace trigger ${table}_hidden after update of is_public on ${table}
     for each row when (old.is_public is distinct from new.is_public) execute function ${table}_leave_tombstone()`,
];
