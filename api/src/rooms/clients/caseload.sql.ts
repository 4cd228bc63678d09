/**
 * The identity follows its client to another caseworker. It runs as the owner: whoever hands a client over, a manager
 * too, need not be able to read or write who the client is.
 */
export const caseloadSql: readonly string[] = [
  `create or replace function keep_caseworker_of_identity() returns trigger
     language plpgsql security definer set search_path = public as $$
   begin
     update client_identities set caseworker_id = new.caseworker_id where client_id = new.id;
     return null;
   end $$`,
  `create or replace trigger clients_keep_caseworker after update of caseworker_id on clients
     for each row when (old.caseworker_id is distinct from new.caseworker_id) execute function keep_caseworker_of_identity()`,
];
