import { raw, type Sql } from 'sql-template-tag';
import type { ImportKind } from './import.words.ts';

export interface SourceRow {
  readonly id: string;
  readonly organisationId: string;
  readonly kind: ImportKind;
  readonly calendar: string;
  readonly label: string;
  /** Sealed. */
  readonly address: string;
  readonly language: string;
  readonly createdAt: Date;
  readonly checkedAt: Date | null;
  readonly readAt: Date | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly contentHash: string | null;
  readonly failingSince: Date | null;
  readonly failure: string | null;
  readonly goneCount: number;
}

export const sourceColumns: Sql = raw(
  `s.id, s.organisation_id as "organisationId", s.kind, s.calendar, s.label, s.address, s.language,
   s.created_at as "createdAt", s.checked_at as "checkedAt", s.read_at as "readAt", s.etag,
   s.last_modified as "lastModified", s.content_hash as "contentHash", s.failing_since as "failingSince", s.failure,
   s.gone_count as "goneCount"`,
);
