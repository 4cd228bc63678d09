import { systemViewer } from '../src/platform/policy/viewer.ts';
import { SessionService } from '../src/rooms/people/index.ts';
import type { Bench } from './kit/bench.ts';
import type { Lab, LabHub } from './kit/lab.ts';
import { compare, type Load } from './kit/load.ts';
import { graphqlRequest, hubServer } from './kit/peers.ts';

const lines = `nodes {
  id state side isOverdue createdAt sentAt answerDueAt firstContactDueAt
  summary { needCategory priority }
  offering { id title(languages: ["fi"]) { value language } }
  receivingOrganisation { name } referringOrganisation { name } client { id pseudonym }
}`;
/** The association's inbox, and the caseworker's list. */
const inbox = `query Inbox { referrals(first: 50, filter: { side: RECEIVED, open: true }) { ${lines} } }`;
const sent = `query Sent { referrals(first: 50, filter: { side: SENT }) { ${lines} } }`;

const columns = async (made: LabHub, table: string, except: readonly string[]): Promise<string> => {
  const { rows } = await made.fill(
    `select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as list
     from information_schema.columns where table_name = $1 and column_name <> all($2)`,
    [table, [...except]],
  );
  return String(rows[0]?.list);
};

/**
 * Grows the seeded referrals to so many: each has a client of its own, and each organisation's and caseworker's share
 * stays the same, so an inbox grows with the table.
 */
const growTo = async (made: LabHub, count: number): Promise<void> => {
  const clientColumns = await columns(made, 'clients', ['id', 'pseudonym']);
  const referralColumns = await columns(made, 'referrals', ['id', 'client_id', 'created_at']);
  const { rows } = await made.fill('select count(*)::int as count from referrals');
  const { rows: plans } = await made.fill('select count(*)::int as count from bench_referrals');
  const before = Number(rows[0]?.count);
  await made.fill(
    `with planned as (
       select row_number() over () as n, gen_random_uuid() as new_client_id, b.*
       from generate_series(1, $1::int) turn cross join lateral (select * from bench_referrals) b),
     chosen as (select * from planned where n <= $2),
     added as (insert into clients (id, pseudonym, ${clientColumns})
       select new_client_id, 'bench-' || ($3::int + n), ${clientColumns
         .split(', ')
         .map((each) => `c.${each}`)
         .join(', ')}
       from chosen join clients c on c.id = chosen.client_id)
     insert into referrals (id, client_id, created_at, ${referralColumns})
     select gen_random_uuid(), new_client_id, created_at - (n % 500000) * interval '31 seconds', ${referralColumns}
     from chosen`,
    [Math.ceil((count - before) / Number(plans[0]?.count)), count - before, before],
  );
  await made.fill('vacuum analyze referrals');
  await made.fill('analyze clients');
};

/** The session of whoever has the most referrals on that side. */
const busiest = async (made: LabHub, text: string): Promise<string> => {
  const { rows } = await made.fill(text);
  const personId = String(rows[0]?.id);
  const cookie = await made.hub.db.write(systemViewer('bench'), (tx) =>
    made.hub.get(SessionService).open(tx, personId, 'STRONG'),
  );
  return `${cookie.name}=${cookie.value}`;
};

const measure = async (
  lab: Lab,
  made: LabHub,
  url: string,
  cookies: { coordinator: string; caseworker: string },
): Promise<{ inbox: Load; sent: Load }> => {
  const { rows } = await made.fill('select count(*)::int as count from referrals');
  const loads = await compare(
    {
      inbox: graphqlRequest(url, inbox, {}, cookies.coordinator),
      sent: graphqlRequest(url, sent, {}, cookies.caseworker),
    },
    { connections: 2, rounds: 5, seconds: 1 },
  );
  lab.say(
    `  ${String(rows[0]?.count)} referrals: inbox ${loads.inbox.medianMilliseconds.toFixed(1)} ms, sent ${loads.sent.medianMilliseconds.toFixed(1)} ms`,
  );
  return loads;
};

export const bench: Bench = {
  purpose: 'an inbox of 50 and a caseworker’s list at ten times the referrals, against themselves',
  run: async (lab) => {
    const made = await lab.newHub({ seeded: true });
    await made.fill(`create table bench_referrals as select * from referrals where state <> 'ERASED'`);
    const cookies = {
      coordinator: await busiest(
        made,
        `select m.person_id as id from referrals r join memberships m on m.organisation_id = r.receiving_organisation_id
           and m.role = 'COORDINATOR' and m.ended_at is null group by 1 order by count(*) desc limit 1`,
      ),
      caseworker: await busiest(
        made,
        'select referrer_id as id from referrals group by 1 order by count(*) desc limit 1',
      ),
    };
    const url = await hubServer(lab, made);
    await growTo(made, 100_000);
    const few = await measure(lab, made, url, cookies);
    await growTo(made, 1_000_000);
    const many = await measure(lab, made, url, cookies);
    for (const name of ['inbox', 'sent'] as const) {
      const ratio = many[name].medianMilliseconds / few[name].medianMilliseconds;
      lab.say(`  ${name}: ${ratio.toFixed(2)} × the cost at a tenth of the referrals (at most 1.80)`);
    }
  },
};
