import type { Bench } from './kit/bench.ts';
import { compare } from './kit/load.ts';
import { bareServer, graphqlRequest, hubServer } from './kit/peers.ts';

const dateCount = 400_000;

/** What a line of the public list shows. */
const query = `query Browse($languages: [BCP47!]) {
  occurrences(first: 20) {
    nodes {
      id startsAt endsAt status isFull placesLeft
      place { name municipality { name(languages: $languages) { value } } }
      offering {
        id kind isFree priceEuroCents childrenWelcome womenOnly spokenLanguages
        title(languages: $languages) { value language }
        organisation { name }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

const bareText = `select json_build_object('data', json_build_object('occurrences', json_build_object('nodes', json_agg(node))))::text as json
  from (
    select json_build_object('id', c.id, 'startsAt', c.starts_at, 'endsAt', c.ends_at, 'status', c.status,
        'isFull', c.capacity is not null and c.taken >= c.capacity, 'placesLeft', c.capacity - c.taken,
        'place', (select json_build_object('name', p.name, 'municipality',
            (select json_build_object('name', json_build_object('value', m.name->>$1)) from municipalities m where m.code = p.municipality_code))
          from places p where p.id = o.place_id),
        'offering', json_build_object('id', o.id, 'kind', o.kind, 'isFree', o.price_euro_cents = 0,
          'priceEuroCents', o.price_euro_cents, 'childrenWelcome', o.children_welcome, 'womenOnly', o.women_only,
          'spokenLanguages', o.spoken_languages,
          'title', (select json_build_object('value', t.title, 'language', t.language) from offering_translations t
            where t.offering_id = o.id order by (t.language = $1) desc, t.position limit 1),
          'organisation', (select json_build_object('name', g.name) from organisations g where g.id = o.organisation_id))) as node
    from (select * from occurrences where is_listed and ends_at > $2 and starts_at > $3
          order by starts_at, id limit 20) c
    join offerings o on o.id = c.offering_id) nodes`;

export const bench: Bench = {
  purpose:
    'the public list of 20 dates among 400 000, against SQL that builds the same JSON over bare node:http',
  run: async (lab) => {
    const made = await lab.newHub({ seeded: true });
    // The seeded dates, repeated far into the future: the page stays the same, the table grows.
    await made.fill(
      `insert into occurrences (id, region_id, offering_id, schedule_id, host_ids, is_public, is_listed,
         original_start_local, starts_at, ends_at, status, cancelled_at, cancel_reasons, capacity, taken)
       select gen_random_uuid(), region_id, offering_id, schedule_id, host_ids, is_public, is_listed,
         original_start_local || '+' || n, starts_at + n * interval '180 days', ends_at + n * interval '180 days',
         status, cancelled_at, cancel_reasons, capacity, taken
       from occurrences cross join generate_series(1, $1::int / (select count(*)::int from occurrences)) n`,
      [dateCount],
    );
    await made.fill('analyze');
    const { rows } = await made.fill('select count(*)::int as count from occurrences');
    const now = made.clock.now();
    const values = ['fi', now, new Date(now.getTime() - 7 * 86_400_000)];
    const url = await hubServer(lab, made);
    const { hub, bare } = await compare({
      hub: graphqlRequest(url, query, { languages: ['fi'] }),
      bare: { url: await bareServer(lab, made, bareText, values), method: 'GET' },
    });
    lab.say(`  ${String(rows[0]?.count)} dates`);
    lab.say(`  throughput ${(hub.perSecond / bare.perSecond).toFixed(2)} × the ceiling`);
    lab.say(`  hub ${hub.perSecond.toFixed(0)}/s, ${hub.medianMilliseconds.toFixed(1)} ms`);
    lab.say(`  ceiling ${bare.perSecond.toFixed(0)}/s, ${bare.medianMilliseconds.toFixed(1)} ms`);
  },
};
