import sql from 'sql-template-tag';
import type { Hub } from '../hub.ts';
import { newId } from '../ids.ts';
import { systemViewer } from '../policy/viewer.ts';
import { anchorLine, writeHeads } from './anchor.file.ts';
import { headsIn } from './seal.heads.ts';
import { asSealer, type Run } from './seal.sealer.ts';

/** Notes when the log was anchored or verified; the admin's page shows it. */
export const mark = (run: Run, at: Date, kind: 'ANCHOR' | 'VERIFICATION', findings: number) =>
  run(
    sql`insert into audit_marks (id, at, kind, findings) values (${newId(at)}, ${at}, ${kind}, ${findings})`,
  );

/**
 * The daily anchor: the heads of all chains go to the data folder and, where an address is set, out by mail. Told twice it
 * says the same, so a job that failed midway may run again.
 */
export const sendAnchor = async (hub: Hub): Promise<void> => {
  const at = hub.clock.now();
  const heads = await asSealer(hub, headsIn);
  if (heads.length === 0) return;
  await writeHeads(hub.env.dataDirectory, at, heads);
  const to = hub.env.auditAnchorMail;
  if (to !== null) {
    const values = { day: at.toISOString().slice(0, 10), anchor: anchorLine(at, heads) };
    await hub.db.write(systemViewer('job:protection.anchor-log'), (tx) =>
      tx.send({ kind: 'mail', to, template: 'protection.anchor', languageTag: 'fi', values }),
    );
  }
  await asSealer(hub, (run) => mark(run, at, 'ANCHOR', 0));
};
