import { roles } from '../../platform/db/row-security.ts';

/**
 * The app role can only add to a referral's history and messages. Of an erased referral, and of no other, this takes away
 * the messages and the facts of its history, which name ids and reasons of a person.
 */
export const referralEraseSql: readonly string[] = [
  `create or replace function forget_referral(erased uuid) returns void
     language plpgsql security definer set search_path = public as $$
   begin
     if not exists (select 1 from referrals where id = erased and state = 'ERASED') then return; end if;
     delete from referral_messages where referral_id = erased;
     update referral_events set facts = '{}'
       where referral_id = erased and action not in ('erase', 'eraseReceiverCopy');
   end $$`,
  'revoke all on function forget_referral(uuid) from public',
  `grant execute on function forget_referral(uuid) to ${roles.app}`,
];
