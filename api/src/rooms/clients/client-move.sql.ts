import { roles } from '../../platform/db/row-security.ts';

/**
 * Takes a client over. It runs as the owner, since whoever takes over cannot see a row of the other municipality before; it
 * does so for an open offer to a municipality whose clients the viewer serves, and for nothing else. Other rooms' rows follow by
 * triggers of their own on `clients`, in the same statement.
 */
export const clientMoveSql: readonly string[] = [
  `create or replace function take_over_client(move uuid, pseudonym_if_taken text, at timestamptz) returns uuid
     language plpgsql security definer set search_path = public as $$
   declare
     offer client_moves;
     viewer uuid := nullif(current_setting('app.viewer', true), '')::uuid;
   begin
     select * into offer from client_moves m where m.id = move and m.state = 'OFFERED' and m.expires_at > at for update;
     if offer.id is null or not exists (select 1 from memberships serves where serves.person_id = viewer
         and serves.organisation_id = offer.to_organisation_id and serves.role = 'CASEWORKER' and serves.ended_at is null)
     then return null; end if;
     update clients c set organisation_id = offer.to_organisation_id, caseworker_id = viewer, register_reference = null,
         municipality_code = (select o.municipality_code from organisations o where o.id = offer.to_organisation_id),
         pseudonym = case when exists (select 1 from clients other where other.organisation_id = offer.to_organisation_id
           and other.pseudonym = c.pseudonym) then pseudonym_if_taken else c.pseudonym end,
         version = c.version + 1, changed_at = at
       where c.id = offer.client_id and c.organisation_id = offer.from_organisation_id;
     if not found then return null; end if;
     update client_moves m set state = 'ACCEPTED', languages = '{}', decided_at = at, decided_by = viewer where m.id = move;
     return offer.client_id;
   end $$`,
  'revoke all on function take_over_client(uuid, text, timestamptz) from public',
  `grant execute on function take_over_client(uuid, text, timestamptz) to ${roles.app}`,
  `create or replace function move_client_parts() returns trigger
     language plpgsql security definer set search_path = public as $$
   begin
     update client_identities set organisation_id = new.organisation_id, caseworker_id = new.caseworker_id
       where client_id = new.id;
     update consents set referring_organisation_id = new.organisation_id where client_id = new.id;
     update emergency_accesses set ended_at = least(new.changed_at, ends_at) where client_id = new.id and ended_at is null;
     return null;
   end $$`,
  `create or replace trigger clients_move_parts after update of organisation_id on clients
     for each row when (old.organisation_id <> new.organisation_id) execute function move_client_parts()`,
];
