import { systemViewer } from '../src/platform/policy/viewer.ts';
import { MatchingService } from '../src/rooms/matching/index.ts';
import type { Bench } from './kit/bench.ts';
import type { Lab, LabHub } from './kit/lab.ts';
import { timeOf } from './kit/load.ts';

const columnsOf = async (made: LabHub, table: string, except: readonly string[]): Promise<string> => {
  const { rows } = await made.fill(
    `select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as list
     from information_schema.columns where table_name = $1 and column_name <> all($2)`,
    [table, [...except]],
  );
  return String(rows[0]?.list);
};

/** Repeats the seeded offerings that take referrals, with their themes, schedules and dates, until there are so many. */
const growTo = async (made: LabHub, count: number): Promise<void> => {
  const plain = {
    offerings: await columnsOf(made, 'offerings', ['id', 'import_id']),
    themes: await columnsOf(made, 'offering_themes', ['offering_id']),
    occurrences: await columnsOf(made, 'occurrences', ['id', 'offering_id', 'original_start_local']),
  };
  const taking = `o.takes_referrals and o.status = 'PUBLISHED'`;
  await made.fill(
    `create table bench_copies as select o.id as old_id, gen_random_uuid() as new_id
     from offerings o cross join generate_series(1, (select ceil($1::numeric / count(*))::int - 1 from offerings o where ${taking}))
     where ${taking}`,
    [count],
  );
  await made.fill(
    `insert into offerings (id, ${plain.offerings}) select n.new_id, ${plain.offerings}
     from bench_copies n join offerings o on o.id = n.old_id`,
  );
  await made.fill(
    `insert into offering_themes (offering_id, ${plain.themes}) select n.new_id, ${plain.themes}
     from bench_copies n join offering_themes h on h.offering_id = n.old_id`,
  );
  await made.fill(
    `insert into occurrences (id, offering_id, original_start_local, ${plain.occurrences})
     select gen_random_uuid(), n.new_id, original_start_local || n.new_id, ${plain.occurrences}
     from bench_copies n join occurrences c on c.offering_id = n.old_id
     where c.starts_at < $1::timestamptz + interval '120 days'`,
    [made.clock.now()],
  );
  await made.fill('vacuum analyze');
};

const needs = {
  languages: ['ar', 'en'],
  municipalityCode: '426',
  maximumDistanceKm: 25,
  freeTimes: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, part: 'EVENING' as const })),
  finnishLevel: 'A1' as const,
  ageBand: 'FROM_30_TO_49' as const,
  accessNeeds: ['CHILD_CARE' as const],
};

const measure = async (lab: Lab, made: LabHub): Promise<number> => {
  const ask = () => made.hub.get(MatchingService).match(systemViewer('bench'), needs, 20);
  made.takeStatements();
  const { consideredCount, fitAllCount } = await ask();
  const statements = made.takeStatements().length;
  const { rows } = await made.fill('select count(*)::int as count from occurrences');
  const milliseconds = await timeOf(ask, 11);
  lab.say(
    `  ${consideredCount} offerings, ${String(rows[0]?.count)} dates: ${milliseconds.toFixed(0)} ms, ` +
      `${statements} statements (at most 3), ${fitAllCount} fit all`,
  );
  return milliseconds / consideredCount;
};

export const bench: Bench = {
  purpose: 'the best 20 of 20 000 offerings for one client, against the best of the seeded ones',
  run: async (lab) => {
    const made = await lab.newHub({ seeded: true });
    const few = await measure(lab, made);
    await growTo(made, 21_000);
    const many = await measure(lab, made);
    lab.say(`  each offering costs ${(many / few).toFixed(2)} × what it cost among few`);
  },
};
