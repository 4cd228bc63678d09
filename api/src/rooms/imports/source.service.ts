import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId, newId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { signInNeeded, tooManySources } from './import.errors.ts';
import { mostSources } from './import.words.ts';
import type { PreviewRow } from './import-preview.row.ts';
import { sourceColumns, type SourceRow } from './source.row.ts';

/** A followed address as its organisation sees it. */
export type ShownSource = Omit<SourceRow, 'address'> & { readonly address: string };

/** Addresses that are looked at every hour. */
export class ImportSourceService {
  constructor(private readonly hub: Hub) {}

  /** Those of organisations, oldest first; row-level security leaves those that the viewer answers for. */
  async of(viewer: Viewer, organisationIds: readonly string[]): Promise<ShownSource[]> {
    const rows = await this.hub.db.read<SourceRow>(
      viewer,
      sql`select ${sourceColumns} from import_sources s where s.organisation_id = any(${[...organisationIds]}::uuid[])
          order by s.created_at, s.id`,
    );
    return rows.map((row) => ({ ...row, address: this.addressOf(row) }));
  }

  addressOf({ id, address }: Pick<SourceRow, 'id' | 'address'>): string {
    return this.hub.crypto.open('imports.address', address, id);
  }

  /**
   * Follows the address of a preview from now on; again changes nothing. Whoever calls this has authorised it.
   * Errors: CONFLICT TOO_MANY.
   */
  async follow(tx: Transaction, preview: PreviewRow, address: string): Promise<void> {
    const now = this.hub.clock.now();
    const id = newId(now);
    const { organisationId, kind, calendar, label, content } = preview;
    const language = content.events[0]?.event.sourceLanguage ?? 'fi';
    const [count] = await tx.query<{ others: number }>(
      sql`select count(*)::int as others from import_sources
          where organisation_id = ${organisationId}::uuid and calendar <> ${calendar}`,
    );
    if ((count?.others ?? 0) >= mostSources) throw tooManySources(mostSources);
    await tx.query(
      sql`insert into import_sources (id, organisation_id, kind, calendar, label, address, language, created_at)
          values (${id}::uuid, ${organisationId}::uuid, ${kind}, ${calendar}, ${label},
            ${this.hub.crypto.seal('imports.address', address, id)}, ${language}, ${now})
          on conflict (organisation_id, calendar) do nothing`,
    );
  }

  /** Stops following; offerings stay. Errors: UNAUTHENTICATED; NOT_FOUND. */
  async stop(viewer: Viewer, id: string): Promise<void> {
    if (viewer.kind === 'anonymous') throw signInNeeded();
    await this.hub.db.write(viewer, async (tx) => {
      const [row] = isId(id)
        ? await tx.query<{ organisationId: string }>(
            sql`delete from import_sources where id = ${id}::uuid returning organisation_id as "organisationId"`,
          )
        : [];
      if (!row) throw notFound();
      await tx.audit({ action: 'import.unfollow', subjectId: id, organisationId: row.organisationId });
    });
  }
}
