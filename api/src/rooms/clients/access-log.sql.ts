/**
 * Everything that was read or written of a client. It runs as the owner: the app role reads nothing of the log but by this
 * door, which opens for the client's municipality and the hub itself (the second wall), and along the index, which
 * row-level security would keep from being used (DESIGN §3). People of a municipality that served the client before are named
 * to nobody of the one that does now: their names are the former employer's to give.
 */
export const accessLogSql: readonly string[] = [
  `create or replace function access_log_of(client uuid) returns table (
       id uuid, at timestamptz, kind text, person_id uuid, viewer_kind text, organisation_id uuid, roles text[],
       purpose text, action text, referral_ids uuid[])
     language sql stable security definer set search_path = public as $$
       select l.id, l.at, l.kind,
         case when l.organisation_id = any((select array(select m.from_organisation_id from client_moves m
             join clients c on c.id = m.client_id and c.organisation_id <> m.from_organisation_id
             where m.client_id = client and m.state = 'ACCEPTED'))::uuid[]) then null else l.person_id end,
         l.viewer_kind, l.organisation_id, l.roles, l.purpose, l.action, l.referral_ids
       from audit_log l
       where l.client_ids @> array[client] and (
         current_setting('app.kind', true) = 'system' or exists (
           select 1 from clients c where c.id = client
             and c.organisation_id = any(nullif(current_setting('app.casework', true), '')::uuid[])))
     $$`,
  'revoke execute on function access_log_of(uuid) from public',
  'grant execute on function access_log_of(uuid) to hub_app',
];
