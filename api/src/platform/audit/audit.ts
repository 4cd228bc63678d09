import { defineEntity, p } from '@mikro-orm/postgresql';
import sql from 'sql-template-tag';
import { isSystem, roles } from '../db/row-security.ts';
import type { Transaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';

/** What is recorded: an action, its subject's id and facts that are codes or ids, never personal data. */
export interface AuditEntry {
  /** `room.action`, as in the policy. */
  readonly action: string;
  readonly subjectId: string;
  /** The organisation on whose behalf the viewer acted. */
  readonly organisationId?: string | null;
  readonly facts?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/**
 * The log of use and disclosure (Act 906/2019 § 17). Append-only: the app role may insert, only the
 * auditor may read.
 */
export const AuditLogEntry = defineEntity({
  name: 'AuditLogEntry',
  tableName: 'audit_log',
  properties: {
    id: p.uuid().primary(),
    at: p.datetime(),
    personId: p.uuid().nullable(),
    viewerKind: p.text(),
    organisationId: p.uuid().nullable(),
    purpose: p.text(),
    action: p.text(),
    subjectId: p.text(),
    facts: p.json(),
  },
  indexes: [{ properties: ['subjectId', 'at'] }],
  rowLevelSecurity: 'force',
  policies: [
    { name: 'audit_log_owner', roles: [roles.owner], using: 'true', check: 'true' },
    {
      name: 'audit_log_append',
      command: 'insert',
      roles: [roles.app],
      check: `(${isSystem}) or viewer_kind <> 'system'`,
    },
    { name: 'audit_log_read', command: 'select', roles: [roles.auditor], using: 'true' },
  ],
});

export const writeAudit = async (tx: Transaction, at: Date, entry: AuditEntry): Promise<void> => {
  const { viewer } = tx;
  await tx.query(
    sql`insert into audit_log (id, at, person_id, viewer_kind, organisation_id, purpose, action, subject_id, facts)
        values (${newId(at)}, ${at}, ${viewer.personId}, ${viewer.kind}, ${entry.organisationId ?? null},
                ${viewer.purpose}, ${entry.action}, ${entry.subjectId}, ${JSON.stringify(entry.facts ?? {})})`,
  );
};

/** Several entries in one statement: a list that shows personal data records each row it shows. */
export const writeAudits = async (
  tx: Transaction,
  at: Date,
  entries: readonly AuditEntry[],
): Promise<void> => {
  if (entries.length === 0) return;
  const { viewer } = tx;
  const rows = entries.map((entry) => ({
    id: newId(at),
    organisation_id: entry.organisationId ?? null,
    action: entry.action,
    subject_id: entry.subjectId,
    facts: entry.facts ?? {},
  }));
  await tx.query(
    sql`insert into audit_log (id, at, person_id, viewer_kind, organisation_id, purpose, action, subject_id, facts)
        select id, ${at}, ${viewer.personId}::uuid, ${viewer.kind}, organisation_id, ${viewer.purpose}, action, subject_id, facts
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as entry(id uuid, organisation_id uuid, action text, subject_id text, facts jsonb)`,
  );
};
