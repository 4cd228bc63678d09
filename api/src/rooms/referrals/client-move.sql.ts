/**
 * A client's referrals, with their history and messages, follow to another municipality in the statement that moves the client.
 * As the owner: the app role can only add to a history, and sees one municipality of the two.
 */
export const clientMoveReferralsSql: readonly string[] = [
  `create or replace function move_client_referrals() returns trigger
     language plpgsql security definer set search_path = public as $$
   declare moved uuid[];
   begin
     with changed as (update referrals set referring_organisation_id = new.organisation_id, referrer_id = new.caseworker_id
       where client_id = new.id returning id)
     select array_agg(id) into moved from changed;
     update referral_grants set referring_organisation_id = new.organisation_id where referral_id = any(moved);
     update referral_details set referring_organisation_id = new.organisation_id where referral_id = any(moved);
     update referral_messages set referring_organisation_id = new.organisation_id where referral_id = any(moved);
     update referral_events set referring_organisation_id = new.organisation_id where referral_id = any(moved);
     update referral_timers set referring_organisation_id = new.organisation_id where referral_id = any(moved);
     update client_links set referring_organisation_id = new.organisation_id where referral_id = any(moved);
     return null;
   end $$`,
  `create or replace trigger clients_move_referrals after update of organisation_id on clients
     for each row when (old.organisation_id <> new.organisation_id) execute function move_client_referrals()`,
];
