import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { anOffering } from '../../../test/makers/offering.ts';
import { anOrganisation, aViewerIn } from '../../../test/makers/organisation.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { searched } from './search.match.ts';
import { pairs, slips } from './search.pairs.ts';
import { storeSearch } from './search.store.ts';

const hub = useHub();
const system = systemViewer('test');
const all = Object.entries(pairs).flatMap(([language, each]) =>
  each.map(([title, sought]) => ({ language, title, sought })),
);

interface Found {
  readonly title: string;
  readonly rank: number;
}

const find = (text: string): Promise<Found[]> =>
  hub.hub.db.read<Found>(
    system,
    sql`select t.title, found.rank from ${searched(text)} as found
        join offering_translations t on t.offering_id = found.offering_id order by found.rank, t.title`,
  );
const missed = async (wanted: readonly { title: string; sought: string }[]): Promise<string[]> => {
  const missing: string[] = [];
  for (const { title, sought } of wanted) {
    if (!(await find(sought)).some((found) => found.title === title)) missing.push(`${sought} → ${title}`);
  }
  return missing;
};

describe('the search', () => {
  beforeAll(async () => {
    const { id: organisationId } = await anOrganisation(hub);
    const { id } = await anOffering(hub, {
      organisationId,
      sourceLanguage: 'en',
      translations: [{ language: 'en', title: 'The first of many' }],
    });
    // The rows that the service makes, once for each title: a hundred calls would take a minute.
    await hub.hub.db.write(system, async (tx) => {
      const rows = await tx.query<{ id: string }>(
        sql`with wanted as (select gen_random_uuid() as id, w.title, w.language
              from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as w(title text, language text)),
            made as (insert into offerings select (jsonb_populate_record(o, jsonb_build_object('id', wanted.id))).*
              from wanted, offerings o where o.id = ${id} returning id),
            texts as (insert into offering_translations
              select (jsonb_populate_record(t, jsonb_build_object('offering_id', wanted.id, 'title', wanted.title,
                'language', wanted.language, 'summary', '', 'description', ''))).*
              from wanted, offering_translations t where t.offering_id = ${id})
            select id from made`,
      );
      await storeSearch(
        tx,
        rows.map((row) => row.id),
      );
    });
  });

  it('finds at least 95 of 100 words by another of their forms', async () => {
    expect(all.length).toBeGreaterThanOrEqual(100);
    const missing = await missed(all);
    expect(missing.length, missing.join('; ')).toBeLessThanOrEqual(all.length * 0.05);
  });

  it('finds by a slip of the finger, without accents, and names in another script', async () => {
    expect(await missed(slips.map(([title, sought]) => ({ title, sought })))).toEqual([]);
  });

  it('does not find everything: of all titles a word meets few', async () => {
    const counts = [];
    for (const { sought } of all.filter((_, index) => index % 4 === 0))
      counts.push((await find(sought)).length);
    expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeLessThan(5);
    expect(await find('rowing machine')).toEqual([]);
    expect(await find('%')).toEqual([]);
  });

  it('puts the word itself before what only sounds alike, and wants every word', async () => {
    expect((await find('kuoro'))[0]).toEqual({ title: 'Kuoro', rank: 0 });
    expect((await find('uimahlali'))[0]).toMatchObject({ title: 'Uimahalli', rank: 1 });
    expect((await find('мовна кав’ярня')).map(({ title }) => title)).toEqual(['Мовна кав’ярня']);
    expect(await find('мовна uimahalli')).toEqual([]);
  });
});

describe('what is found', () => {
  it('follows the texts: a draft is not found, a new title is, what has ended is no more', async () => {
    const organisation = await anOrganisation(hub);
    const coordinator = aViewerIn(organisation, 'COORDINATOR');
    const found = async () =>
      (await find('zvezdochot')).map(({ title }) => title).filter((title) => !title.endsWith('(fi)'));
    const { id } = await anOffering(hub, {
      organisationId: organisation.id,
      title: 'Zvezdochot',
      publish: false,
    });
    expect(await found()).toEqual([]);
    const change = (name: string, version: number, rest = {}) =>
      hub.ask(
        coordinator,
        `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { offering { id } } }`,
        { input: { offeringId: id, version, ...rest } },
      );
    await change('publishOffering', 1);
    expect(await found()).toEqual(['Zvezdochot']);
    const translations = [{ language: 'fi', title: 'Zvezdochotti' }];
    await change('updateOffering', 2, { translations });
    expect(await found()).toEqual(['Zvezdochotti']);
    await change('archiveOffering', 3);
    expect(await found()).toEqual([]);
  });
});
