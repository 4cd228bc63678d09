import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import {
  offeringLoader,
  readJoinLinks,
  schedulesLoader,
  translationsLoader,
  type OfferingRow,
  type TranslationRow,
} from '../offerings/index.ts';
import { editedFields, hashesOf, valuesHere, type Values } from './import.written.ts';

/** An imported offering as it stands here, and what of it was edited since the last import. */
export interface Standing {
  readonly offering: OfferingRow;
  readonly texts: readonly TranslationRow[];
  readonly values: Values;
  readonly written: Readonly<Record<string, string>>;
  readonly edited: ReadonlySet<string>;
}

interface LinkRow {
  readonly offeringId: string;
  readonly written: Readonly<Record<string, string>>;
}

/** In as many statements for a hundred as for one. Offerings the viewer may not see are left out. */
export const standingOf = async (
  hub: Hub,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Map<string, Standing>> => {
  if (ids.length === 0) return new Map();
  const [offerings, texts, schedules, links, joinLinks] = await Promise.all([
    offeringLoader.batch(hub, viewer, ids),
    translationsLoader.batch(hub, viewer, ids),
    schedulesLoader.batch(hub, viewer, ids),
    hub.db.read<LinkRow>(
      viewer,
      sql`select offering_id as "offeringId", written from import_links where offering_id = any(${[...ids]}::uuid[])`,
    ),
    readJoinLinks(hub, viewer, ids),
  ]);
  const urls = new Map(joinLinks.map(({ offeringId, url }) => [offeringId, url]));
  const written = new Map(links.map((link) => [link.offeringId, link.written]));
  const found = offerings.map((offering, index): [string, Standing] | null => {
    if (offering === null) return null;
    const own = texts[index] ?? [];
    const row = { ...offering, onlineUrl: urls.get(offering.id) ?? null };
    const values = valuesHere(row, own, schedules[index] ?? []);
    const last = written.get(offering.id) ?? {};
    return [offering.id, { offering, texts: own, values, written: last, edited: editedFields(last, values) }];
  });
  return new Map(found.filter((entry) => entry !== null));
};

/** Remembers what the import wrote; of fields edited here, what it wrote before. */
export const rememberWritten = async (
  hub: Hub,
  viewer: Viewer,
  offeringId: string,
  calendar: string,
  before: Standing | null,
): Promise<void> => {
  const after = (await standingOf(hub, viewer, [offeringId])).get(offeringId);
  if (!after) return;
  const kept = Object.entries(before?.written ?? {}).filter(([field]) => before?.edited.has(field));
  const written = { ...hashesOf(after.values), ...Object.fromEntries(kept) };
  await hub.db.write(viewer, (tx) =>
    tx.query(
      sql`insert into import_links (offering_id, organisation_id, calendar, written)
          values (${offeringId}::uuid, ${after.offering.organisationId}::uuid, ${calendar}, ${JSON.stringify(written)}::jsonb)
          on conflict (offering_id) do update set calendar = excluded.calendar, written = excluded.written`,
    ),
  );
};
