import { changesChannel } from '../../platform/pubsub/changes.ts';

/** NOTIFY carries 8 000 bytes; more rows than this in one statement are told as "anything may have changed". */
const mostRows = 40;

const tellReferrals = (name: string, source: string): string =>
  `create or replace function ${name}() returns trigger
     language plpgsql security definer set search_path = public as $$
   begin
     perform pg_notify('${changesChannel}', case when count(*) > ${mostRows} then '{"kind":"resync"}'
         else jsonb_build_object('kind', 'referral', 'rows', jsonb_agg(distinct jsonb_build_array(
           r.id, r.version, r.referring_organisation_id, r.receiving_organisation_id)))::text end)
       from ${source} having count(*) > 0;
     return null;
   end $$`;

const after = (events: string, table: string, which: 'new' | 'old', tell: string): string =>
  `create or replace trigger ${table}_tell_${events} after ${events} on ${table}
     referencing ${which} table as changed for each statement execute function ${tell}()`;

/**
 * Tells every process, with the commit, which referrals changed: by their own row, by a line of their history, a message, or
 * the consent they rest on. Triggers and not the services tell it, so that no way of changing one can forget to; once
 * for a statement and not for a row, since NOTIFY makes commits wait for each other (DESIGN §3).
 */
export const referralLiveSql: readonly string[] = [
  tellReferrals('tell_of_referrals', 'changed r'),
  tellReferrals('tell_of_referral_events', 'changed e join referrals r on r.id = e.referral_id'),
  tellReferrals('tell_of_consents', 'changed c join referrals r on r.consent_id = c.id'),
  after('insert', 'referrals', 'new', 'tell_of_referrals'),
  after('update', 'referrals', 'new', 'tell_of_referrals'),
  after('delete', 'referrals', 'old', 'tell_of_referrals'),
  after('insert', 'referral_events', 'new', 'tell_of_referral_events'),
  after('insert', 'referral_messages', 'new', 'tell_of_referral_events'),
  after('update', 'consents', 'new', 'tell_of_consents'),
];
