import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { notFound } from '../../platform/errors/hub-error.ts';
import { organisationsOf, type Viewer } from '../../platform/policy/viewer.ts';
import { illegalMove, staleVersion } from './offering.errors.ts';
import { offeringMachine, type OfferingAction } from './offering.machine.ts';
import { offeringColumns, type OfferingRow } from './offering.row.ts';
import { searchKeyOf } from './offering.texts.ts';
import type { StoredText } from './translation.rules.ts';

/**
 * Locks an offering whose change is already authorised, and checks version and move.
 * Errors: NOT_FOUND; CONFLICT STALE_VERSION (fact: version), ILLEGAL_MOVE (facts: status, allowedMoves).
 */
export const lockOffering = async (
  tx: Transaction,
  { offeringId, version }: { readonly offeringId: string; readonly version: number },
  action: OfferingAction,
): Promise<OfferingRow> => {
  const [row] = await tx.query<OfferingRow>(
    sql`select ${offeringColumns} from offerings o where o.id = ${offeringId} for update`,
  );
  if (!row) throw notFound();
  if (row.version !== version) throw staleVersion(row.version);
  if (!offeringMachine.move(row.status, action)) throw illegalMove(row.status, action);
  return row;
};

/** Replaces the texts, and the titles' search text with them. */
export const storeTexts = async (
  tx: Transaction,
  offeringId: string,
  texts: readonly StoredText[],
): Promise<void> => {
  const rows = texts.map((text, position) => ({ ...text, position }));
  await tx.query(sql`delete from offering_translations where offering_id = ${offeringId}`);
  await tx.query(
    sql`insert into offering_translations
          (offering_id, language, host_ids, is_public, title, summary, description, state, is_copy_of_source,
           source_language, substance, based_on, outdated_fields, is_machine, position)
        select o.id, entry.language, o.host_ids, o.is_public, entry.title, entry.summary, entry.description, entry.state,
          entry."isCopyOfSource", entry."sourceLanguage", entry.substance, entry."basedOn", entry."outdatedFields",
          entry."isMachine", entry.position
        from offerings o, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as entry(language text, title text, summary text, description text, state text,
            "isCopyOfSource" boolean, "sourceLanguage" text, substance jsonb, "basedOn" jsonb, "outdatedFields" text[],
            "isMachine" boolean, position int)
        where o.id = ${offeringId}`,
  );
  const ready = texts.filter(({ state }) => state !== 'DRAFT');
  const searchText = ready.map(({ title }) => searchKeyOf(title)).join('\n');
  await tx.query(sql`update offerings set search_text = ${searchText} where id = ${offeringId}`);
};

/** A change of something that stands beside the row. */
export const touchOffering = (tx: Transaction, offeringId: string, now: Date): Promise<unknown> =>
  tx.query(sql`update offerings set version = version + 1, updated_at = ${now} where id = ${offeringId}`);

export const storeThemes = async (
  tx: Transaction,
  offeringId: string,
  themeIds: readonly string[],
): Promise<void> => {
  await tx.query(sql`delete from offering_themes where offering_id = ${offeringId}`);
  await tx.query(
    sql`insert into offering_themes (offering_id, theme_id, host_ids, is_public, position)
        select o.id, entry.id, o.host_ids, o.is_public, entry.position
        from offerings o, unnest(${[...themeIds]}::text[]) with ordinality as entry(id, position)
        where o.id = ${offeringId}`,
  );
};

/** Where the offering is found: its place's municipality, else its organisation's. */
export const settleMunicipality = (tx: Transaction, offeringId: string): Promise<unknown> =>
  tx.query(
    sql`update offerings o set municipality_code = coalesce(
          (select l.municipality_code from places l where l.id = o.place_id),
          (select g.municipality_code from organisations g where g.id = o.organisation_id))
        where o.id = ${offeringId}`,
  );

/** Carries hosts and visibility to everything below the offering, which row-level security decides by. */
export const spreadHosts = (tx: Transaction, offeringId: string): Promise<unknown> =>
  tx.query(
    sql`with o as (select id, host_ids, is_public, status = 'PUBLISHED' as is_listed, place_id from offerings where id = ${offeringId}),
          texts as (update offering_translations t set host_ids = o.host_ids, is_public = o.is_public from o where t.offering_id = o.id),
          themes as (update offering_themes t set host_ids = o.host_ids, is_public = o.is_public from o where t.offering_id = o.id),
          times as (update schedules s set host_ids = o.host_ids, is_public = o.is_public from o where s.offering_id = o.id),
          dates as (update occurrences c set host_ids = o.host_ids, is_public = o.is_public, is_listed = o.is_listed
                    from o where c.offering_id = o.id)
        update places l set is_public = l.is_public or o.is_public,
          host_ids = (select array_agg(distinct host) from unnest(l.host_ids || o.host_ids) as host)
        from o where l.id = o.place_id and l.organisation_id is not null`,
  );

/** The host for which a viewer acts, as the audit names it. */
export const actsFor = (viewer: Viewer, hostIds: readonly string[]): string | null => {
  const own = organisationsOf(viewer, 'COORDINATOR');
  return hostIds.find((id) => own.includes(id)) ?? hostIds[0] ?? null;
};
