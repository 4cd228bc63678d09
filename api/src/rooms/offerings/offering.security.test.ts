import { describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { anOffering, aPlace } from '../../../test/makers/offering.ts';
import { anOrganisation } from '../../../test/makers/organisation.ts';
import { queryAs } from '../../../test/query-as.ts';

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
