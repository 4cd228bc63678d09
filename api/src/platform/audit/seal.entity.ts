import { defineEntity, p } from '@mikro-orm/postgresql';
import { isAdmin, roles } from '../db/row-security.ts';

const owner = (table: string) => ({
  name: `${table}_owner`,
  roles: [roles.owner],
  using: 'true',
  check: 'true',
});
const sealer = (table: string) => [
  { name: `${table}_look`, command: 'select' as const, roles: [roles.sealer], using: 'true' },
  { name: `${table}_append`, command: 'insert' as const, roles: [roles.sealer], check: 'true' },
];
/** Admins and a municipality's staff; the policies of the protection room are narrower. */
const shown = (table: string) => ({
  name: `${table}_shown`,
  command: 'select' as const,
  roles: [roles.app],
  using: `(${isAdmin}) or coalesce(current_setting('app.casework', true), '') not in ('', '{}')`,
});

/**
 * One link of a chain: the rows of one municipality that were committed since its last seal. The hash is keyed, with a
 * key that the database never sees, and covers the rows' hashes, the numbers and the seal before.
 */
export const AuditSeal = defineEntity({
  name: 'AuditSeal',
  tableName: 'audit_seals',
  properties: {
    /** The municipality's code; '' for rows on nobody's or an association's behalf. */
    chain: p.text().primary(),
    /** From 1, without a gap. */
    number: p.integer().primary(),
    sealedAt: p.datetime(),
    /** Rows have positions from 1 in their chain, given when they are sealed. */
    firstPosition: p.integer(),
    lastPosition: p.integer(),
    /** The hash of the seal before; null for the first. */
    previous: p.blob().nullable(),
    hash: p.blob(),
  },
  indexes: [{ properties: ['sealedAt'] }],
  rowLevelSecurity: 'force',
  policies: [owner('audit_seals'), ...sealer('audit_seals'), shown('audit_seals')],
});

/** A sealed row: its place and its keyed hash, so that what was altered can be named. */
export const AuditSealEntry = defineEntity({
  name: 'AuditSealEntry',
  tableName: 'audit_seal_entries',
  properties: {
    /** The row of the log; no foreign key, which would keep a deletion from being seen as what it is. */
    rowId: p.uuid().primary(),
    chain: p.text(),
    seal: p.integer(),
    position: p.integer(),
    hash: p.blob(),
  },
  uniques: [{ properties: ['chain', 'seal', 'position'] }],
  rowLevelSecurity: 'force',
  policies: [owner('audit_seal_entries'), ...sealer('audit_seal_entries')],
});

/** When an anchor left the database, and when the log was verified, with how many findings. */
export const AuditMark = defineEntity({
  name: 'AuditMark',
  tableName: 'audit_marks',
  properties: {
    id: p.uuid().primary(),
    at: p.datetime(),
    kind: p.text().$type<'ANCHOR' | 'VERIFICATION'>(),
    findings: p.integer(),
  },
  checks: [{ name: 'audit_marks_kind', expression: "kind in ('ANCHOR', 'VERIFICATION')" }],
  indexes: [{ properties: ['kind', 'at'] }],
  rowLevelSecurity: 'force',
  policies: [owner('audit_marks'), ...sealer('audit_marks'), shown('audit_marks')],
});
