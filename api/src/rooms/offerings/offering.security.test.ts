import { describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { anOffering, aPlace } from '../../../test/makers/offering.ts';
import { anOrganisation } from '../../../test/makers/organisation.ts';
import { aMember } from '../../../test/makers/person.ts';
import { queryAs } from '../../../test/query-as.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';

const hub = useHub();
const tables = [
  'places',
  'offerings',
  'offering_translations',
  'offering_themes',
  'schedules',
  'occurrences',
] as const;

const aWholeOffering = async (publish: boolean) => {
  const { id: organisationId } = await anOrganisation(hub);
  const { id: placeId } = await aPlace(hub, { organisationId });
  return anOffering(hub, { organisationId, placeId, themeIds: ['yso:p12878'], publish });
};

describe('the second wall', () => {
  it('shows the anonymous published rows alone', async () => {
    const published = await aWholeOffering(true);
    await aWholeOffering(false);
    for (const table of tables) {
      const rows = await queryAs<{ host_ids: string[] }>(
        hub,
        'hub_anonymous',
        `select distinct host_ids::text[] as host_ids from ${table}`,
      );
      expect(rows, table).toEqual([{ host_ids: published.hostIds }]);
    }
  });

  it('shows a text that is not ready to its hosts alone', async () => {
    const { id: organisationId } = await anOrganisation(hub);
    const { id } = await anOffering(hub, {
      organisationId,
      publish: true,
      translations: [
        { language: 'fi', title: 'Kielikahvila' },
        { language: 'so', title: 'Makhaayadda luuqadda' },
      ],
    });
    await queryAs(
      hub,
      'hub_owner',
      `update offering_translations set state = 'DRAFT' where offering_id = $1 and language = 'so'`,
      [id],
    );
    const walled = await queryAs(
      hub,
      'hub_anonymous',
      'select language from offering_translations where offering_id = $1',
      [id],
    );
    expect(walled).toEqual([{ language: 'fi' }]);
    const languages = async (viewer: Viewer | null) => {
      const { data } = await hub.ask<{ offering: { translations: { language: string }[] } }>(
        viewer,
        'query ($id: ID!) { offering(id: $id) { translations { language state } } }',
        { id },
      );
      return data.offering.translations.map(({ language }) => language);
    };
    const { viewer: host } = await aMember(hub, { organisationId, role: 'COORDINATOR' });
    expect(await languages(null)).toEqual(['fi']);
    expect(await languages(host)).toEqual(['fi', 'so']);
  });

  it('shows and changes nothing hidden without a viewer', async () => {
    const draft = await aWholeOffering(false);
    for (const table of tables) {
      const key = [draft.hostIds];
      expect(
        await queryAs(hub, 'hub_app', `select 1 from ${table} where host_ids = $1::uuid[]`, key),
        table,
      ).toEqual([]);
      expect(await queryAs(hub, 'hub_app', `delete from ${table} returning 1`), table).toEqual([]);
    }
  });

  it('lets a coordinator write rows of their own organisation alone', async () => {
    const own = await aWholeOffering(true);
    const foreign = await aWholeOffering(true);
    // The block raises what it saw: with a wall that leaks it would have changed two rows.
    const change = queryAs(
      hub,
      'hub_app',
      `do $$ declare done int; begin
         perform set_config('app.kind', 'person', true), set_config('app.coordinates', '{${own.organisationId}}', true);
         update offerings set women_only = true where id in ('${own.id}', '${foreign.id}');
         get diagnostics done = row_count;
         raise exception 'changed % rows', done; end $$`,
    );
    await expect(change).rejects.toThrow('changed 1 rows');
  });
});
