import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { OfferingService } from '../offerings/index.ts';
import { EventProblems } from './event.problems.ts';
import { fetchEvents, type Fetched } from './import.fetch.ts';
import { prepareImport, type PreparedImport } from './import.prepare.ts';
import { EventImport } from './import.service.ts';
import { mostSynced, originOf, readAgainDays } from './import.words.ts';
import { linkedOfferings, type LinkedOffering } from './import-preview.row.ts';
import { readGuarded } from './read.guard.ts';
import { ImportSourceService } from './source.service.ts';
import { sourceColumns, type SourceRow } from './source.row.ts';

const worker = systemViewer('import:source');

/** The looks at all followed addresses, one job each: a slow one keeps no other waiting. */
export const lookAtAll = async (hub: Hub, queue: string): Promise<void> => {
  const sources = await hub.db.read<{ id: string }>(worker, sql`select id from import_sources order by id`);
  await hub.db.write(worker, async (tx) => {
    for (const { id } of sources) await hub.jobs.send(tx, queue, { sourceId: id });
  });
};

/** What is remembered is asked for anew now and then: rules without an end are to go on. */
const isStale = ({ readAt }: SourceRow, now: Date): boolean =>
  readAt === null || now.getTime() - readAt.getTime() > readAgainDays * 86_400_000;

const failed = async (hub: Hub, { id }: SourceRow, reason: string): Promise<void> => {
  const now = hub.clock.now();
  await hub.db.write(worker, (tx) =>
    tx.query(
      sql`update import_sources set checked_at = ${now}, failing_since = coalesce(failing_since, ${now}), failure = ${reason}
          where id = ${id}::uuid`,
    ),
  );
};

/** Nothing has changed at the source. */
const same = async (hub: Hub, { id }: SourceRow): Promise<void> => {
  const now = hub.clock.now();
  await hub.db.write(worker, (tx) =>
    tx.query(
      sql`update import_sources set checked_at = ${now}, failing_since = null, failure = null, told_at = null
          where id = ${id}::uuid`,
    ),
  );
};

/** Brings the offerings after what the source says; nothing ends, what is gone is counted. */
const bringAll = async (hub: Hub, source: SourceRow, content: PreparedImport): Promise<number> => {
  const { organisationId, kind, calendar } = source;
  const known = await hub.get(OfferingService).imported(worker, organisationId, originOf[kind]);
  const byImportId = new Map(known.map((offering) => [offering.importId, offering]));
  const run = new EventImport(hub, worker, { kind: originOf[kind], calendar }, organisationId);
  const counts = { created: 0, changed: 0, unchanged: 0, skipped: 0 };
  const due = content.events.filter(({ event, isOver }) => {
    const before = byImportId.get(event.sourceId);
    return before ? before.contentHash !== event.contentHash : !isOver && !event.isCancelled;
  });
  for (const prepared of due.slice(0, mostSynced)) {
    const problems = new EventProblems(prepared.event.sourceId);
    counts[await run.bring(prepared, byImportId.get(prepared.event.sourceId)?.id, problems)] += 1;
  }
  await hub.db.write(worker, (tx) =>
    tx.audit({ action: 'import.sync', subjectId: source.id, organisationId, facts: counts }),
  );
  const linked = await hub.db.read<LinkedOffering>(worker, linkedOfferings(source, hub.clock.now()));
  const there = new Set(content.events.map(({ event }) => event.sourceId));
  return linked.filter(({ importId }) => !there.has(importId)).length;
};

const found = async (hub: Hub, source: SourceRow, fetched: Fetched & { status: 'FOUND' }): Promise<void> => {
  const now = hub.clock.now();
  const contentHash = createHash('sha256').update(fetched.bytes).digest('hex');
  if (contentHash === source.contentHash && !isStale(source, now)) return same(hub, source);
  const { kind, language } = source;
  const read = await readGuarded({ kind: originOf[kind], bytes: fetched.bytes, options: { language } });
  const unreadable = read.problems.find(({ sourceId, isSkipped }) => sourceId === null && isSkipped);
  // An error page is no empty calendar: it removes nothing.
  if (unreadable && read.events.length === 0) return failed(hub, source, unreadable.reason);
  const content = await prepareImport(read, Temporal.Instant.from(now.toISOString()));
  const goneCount = await bringAll(hub, source, content);
  const { etag, lastModified } = fetched.validators;
  await hub.db.write(worker, (tx) =>
    tx.query(
      sql`update import_sources set checked_at = ${now}, read_at = ${now}, etag = ${etag}, last_modified = ${lastModified},
            content_hash = ${contentHash}, failing_since = null, failure = null, told_at = null, gone_count = ${goneCount}
          where id = ${source.id}::uuid`,
    ),
  );
};

/** One look at one followed address. A source that fails removes nothing. */
export const lookAt = async (hub: Hub, sourceId: string): Promise<void> => {
  const source = await hub.db.readOne<SourceRow>(
    worker,
    sql`select ${sourceColumns} from import_sources s where s.id = ${sourceId}::uuid`,
  );
  if (!source) return;
  const before = isStale(source, hub.clock.now()) ? undefined : source;
  const fetched = await fetchEvents(hub, hub.get(ImportSourceService).addressOf(source), before);
  if (fetched.status === 'NOT_MODIFIED') await same(hub, source);
  else if (fetched.status === 'FAILED') await failed(hub, source, fetched.reason);
  else await found(hub, source, fetched);
};
