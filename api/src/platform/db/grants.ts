import type { Room } from '../room.ts';
import { roles } from './row-security.ts';

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Platform tables to which the app only adds. */
const appendOnly = ['audit_log'];

/** Platform tables to which the sealer only adds, and from which the app shows how the log is kept. */
const sealed = ['audit_seals', 'audit_seal_entries', 'audit_marks'];

/**
 * What each role may touch, said after every migration and idempotent. Tables are granted here and rows by
 * row-level security; a table that no line names is closed to everyone but the owner.
 */
export const grantStatements = (tables: readonly string[], rooms: readonly Room[]): string[] => {
  const addOnly = new Set([...appendOnly, ...rooms.flatMap((room) => room.appendOnlyTables ?? [])]);
  const open = new Set(rooms.flatMap((room) => room.publicTables ?? []));
  const { app, anonymous, auditor, sealer, backup } = roles;
  const perTable = tables.flatMap((table) => {
    const name = quote(table);
    const isSealed = sealed.includes(table);
    const added = addOnly.has(table) ? 'select, insert' : 'select, insert, update, delete';
    const rights = isSealed ? 'select' : added;
    return [
      `revoke all on ${name} from ${app}, ${anonymous}, ${auditor}, ${sealer}`,
      ...(isSealed ? [`grant select, insert on ${name} to ${sealer}`] : []),
      ...(table === 'migrations' ? [] : [`grant ${rights} on ${name} to ${app}`]),
      ...(open.has(table) ? [`grant select on ${name} to ${anonymous}`] : []),
      `grant select on ${name} to ${backup}`,
    ];
  });
  return [
    'revoke all on schema public from public',
    `grant usage on schema public to ${app}, ${anonymous}, ${auditor}, ${sealer}, ${backup}`,
    ...perTable,
    `grant select on migrations to ${app}`,
    `grant select on audit_log to ${auditor}, ${sealer}`,
    `grant usage on schema pgboss to ${app}`,
    `grant select, insert, update, delete on all tables in schema pgboss to ${app}`,
    `grant usage, select on all sequences in schema pgboss to ${app}`,
    `grant execute on all functions in schema pgboss to ${app}`,
  ];
};

/** What a city's database administrator runs once, before the first start (`npm run roles`). */
export const roleStatements = (): string[] => [
  `create role ${roles.owner} login bypassrls password '<choose>';`,
  `create role ${roles.app} login nobypassrls password '<choose>';`,
  `create role ${roles.anonymous} nologin nobypassrls;`,
  `create role ${roles.auditor} login nobypassrls password '<choose>';`,
  `create role ${roles.sealer} login nobypassrls password '<choose>';`,
  `create role ${roles.backup} login bypassrls password '<choose>';`,
  `create role ${roles.reader} nologin nobypassrls;`,
  `grant ${roles.anonymous} to ${roles.app};`,
  `grant ${roles.reader} to ${roles.owner};`,
  `create database kotoverkko owner ${roles.owner} encoding 'UTF8';`,
  `-- as a superuser in that database, where the owner may not create extensions:`,
  ...extensions.map((name) => `create extension if not exists ${name};`),
];

/** All four are trusted extensions: a database's owner may create them. */
export const extensions = ['pg_trgm', 'unaccent', 'btree_gist', 'pgcrypto'] as const;
