import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { membersToTell, portalLink } from '../people/index.ts';
import { patienceHours } from './import.words.ts';
import { ImportSourceService } from './source.service.ts';

const worker = systemViewer('import:source');

interface Failing {
  readonly organisationId: string;
  readonly ids: readonly string[];
  readonly addresses: readonly string[];
}

/** Tells each organisation once, in one mail, which of its sources have been failing for hours. */
export const tellFailing = async (hub: Hub): Promise<void> => {
  const now = hub.clock.now();
  const before = new Date(now.getTime() - patienceHours * 3_600_000);
  const failing = await hub.db.read<Failing>(
    worker,
    sql`select organisation_id as "organisationId", array_agg(id::text order by id) as ids, array_agg(address order by id) as addresses
        from import_sources where failing_since <= ${before} and told_at is null group by 1 order by 1`,
  );
  const sources = hub.get(ImportSourceService);
  for (const { organisationId, ids, addresses } of failing) {
    // A calendar's name can be a person's: its host says enough.
    const opened = addresses.map((address, index) => sources.addressOf({ id: ids[index] ?? '', address }));
    const hosts = new Set(opened.map((address) => URL.parse(address)?.hostname ?? '–'));
    const targets = await membersToTell(hub, organisationId, ['COORDINATOR']);
    await hub.db.write(worker, async (tx) => {
      for (const { email, languageTag } of targets) {
        const link = portalLink(hub.env, languageTag, `/association/${organisationId}/offerings/import`);
        const values = { sources: [...hosts].join('\n'), link };
        await tx.send({ kind: 'mail', to: email, template: 'imports.failing', languageTag, values });
      }
      await tx.query(sql`update import_sources set told_at = ${now} where id = any(${[...ids]}::uuid[])`);
    });
  }
};
