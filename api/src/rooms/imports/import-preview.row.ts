import sql, { raw, type Sql } from 'sql-template-tag';
import type { PreparedImport } from './import.prepare.ts';
import type { ImportKind } from './import.words.ts';

export interface PreviewRow {
  readonly id: string;
  readonly organisationId: string;
  readonly kind: ImportKind;
  readonly calendar: string;
  readonly label: string;
  /** Sealed. */
  readonly address: string | null;
  readonly content: PreparedImport;
  readonly createdAt: Date;
}

export const previewColumns: Sql = raw(
  `v.id, v.organisation_id as "organisationId", v.kind, v.calendar, v.label, v.address, v.content, v.created_at as "createdAt"`,
);

/** An offering that came from this calendar and is still going on. */
export interface LinkedOffering {
  readonly id: string;
  readonly importId: string;
}

/** Offerings of a calendar with a date to come that were not ended here. */
export const linkedOfferings = (
  { organisationId, calendar }: Pick<PreviewRow, 'organisationId' | 'calendar'>,
  now: Date,
): Sql =>
  sql`select o.id, o.import_id as "importId" from import_links k join offerings o on o.id = k.offering_id
      where k.organisation_id = ${organisationId}::uuid and k.calendar = ${calendar} and o.status <> 'ARCHIVED'
        and exists (select 1 from occurrences c where c.offering_id = o.id and c.ends_at > ${now} and c.status = 'SCHEDULED')
      order by o.id`;
