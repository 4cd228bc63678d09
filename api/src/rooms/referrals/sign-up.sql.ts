import { roles } from '../../platform/db/row-security.ts';
import { stateFacts } from './referral.machine.ts';
import { referralStates } from './referral.words.ts';

const ended = referralStates
  .filter((state) => stateFacts[state].isEnded)
  .map((state) => `'${state}'`)
  .join(', ');

/**
 * Both sides of a referral see the client's places. They end with it, whoever ends it: of one that has ended, or whose
 * key is closed, and of no other, this gives the places of coming dates back; once the key is closed, what stays is a
 * place that leads to nobody.
 */
export const referralSignUpSql: readonly string[] = [
  `do $$ begin
     drop policy if exists sign_ups_referred on sign_ups;
     create policy sign_ups_referred on sign_ups for select to ${roles.app}
       using (referral_id is not null and exists (select 1 from referrals r where r.id = sign_ups.referral_id));
   end $$`,
  `create or replace function release_sign_ups(released uuid, released_at timestamptz) returns void
     language plpgsql security definer set search_path = public as $$
   declare
     is_closed boolean;
   begin
     select g.closed_at is not null into is_closed
       from referrals r left join referral_grants g on g.referral_id = r.id
       where r.id = released and (r.state in (${ended}) or g.closed_at is not null);
     if not found then return; end if;
     perform 1 from occurrences c
       where c.id in (select occurrence_id from sign_ups where referral_id = released and status = 'CONFIRMED')
       order by c.id for update;
     with gone as (
       update sign_ups s set status = 'CANCELLED', cancelled_at = released_at
         from occurrences c
         where c.id = s.occurrence_id and s.referral_id = released and s.status = 'CONFIRMED' and c.starts_at > released_at
         returning s.occurrence_id, s.party_size, s.uses_held_place)
     update occurrences c set taken = c.taken - gone.party_size,
         held_taken = c.held_taken - case when gone.uses_held_place then gone.party_size else 0 end
       from gone where c.id = gone.occurrence_id;
     if is_closed then update sign_ups set referral_id = null where referral_id = released; end if;
   end $$`,
  'revoke all on function release_sign_ups(uuid, timestamptz) from public',
  `grant execute on function release_sign_ups(uuid, timestamptz) to ${roles.app}`,
];
