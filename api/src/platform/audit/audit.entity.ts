import { defineEntity, p } from '@mikro-orm/postgresql';
import { isSystem, roles } from '../db/row-security.ts';
import type { MemberRole } from '../policy/viewer.ts';

/**
 * The log of use and disclosure (Act 906/2019 § 17): one row per read or write and organisation on whose behalf it was
 * done. Append-only: the app role may insert, only the auditor and the sealer may read. Ids and codes, never personal data.
 */
export const AuditLogEntry = defineEntity({
  name: 'AuditLogEntry',
  tableName: 'audit_log',
  properties: {
    id: p.uuid().primary(),
    at: p.datetime(),
    kind: p.text().$type<'READ' | 'WRITE'>().default('WRITE'),
    personId: p.uuid().nullable(),
    viewerKind: p.text(),
    organisationId: p.uuid().nullable(),
    /** Those that the person held in that organisation. */
    roles: p.array().columnType('text[]').$type<MemberRole[]>().default([]),
    /** The organisation's, where it is a city or municipality: whose chain of seals the row belongs to. */
    municipalityCode: p.text().nullable(),
    purpose: p.text(),
    action: p.text(),
    /** Null where the ids below say it all. */
    subjectId: p.text().nullable(),
    clientIds: p.array().columnType('uuid[]').default([]),
    referralIds: p.array().columnType('uuid[]').default([]),
    facts: p.json(),
  },
  checks: [{ name: 'audit_log_kind', expression: "kind in ('READ', 'WRITE')" }],
  indexes: [
    { properties: ['subjectId', 'at'] },
    // The sealer looks for what came since it last looked.
    { properties: ['at'] },
    { properties: ['clientIds'], type: 'gin' },
  ],
  rowLevelSecurity: 'force',
  policies: [
    { name: 'audit_log_owner', roles: [roles.owner], using: 'true', check: 'true' },
    {
      name: 'audit_log_append',
      command: 'insert',
      roles: [roles.app],
      check: `(${isSystem}) or viewer_kind <> 'system'`,
    },
    { name: 'audit_log_read', command: 'select', roles: [roles.auditor, roles.sealer], using: 'true' },
  ],
});
