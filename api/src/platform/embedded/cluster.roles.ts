import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { EmbeddedPostgresError, systemErrorCode } from './embedded-postgres.errors.ts';
import { HUB_DATABASE } from './cluster.connection.ts';
import type { ClusterSecrets } from './cluster.secrets.ts';

/**
 * The embedded cluster's roles. hub_owner migrates: it makes databases and trusted extensions and sees every row;
 * hub_backup reads every row; the others are held by row-level security. hub_reader signs in nowhere: it owns the
 * views of published rows.
 */
const ROLE_OPTIONS = {
  hub_owner: 'login createdb nocreaterole nosuperuser noreplication bypassrls',
  hub_app: 'login nocreatedb nocreaterole nosuperuser noreplication nobypassrls',
  hub_anonymous: 'login nocreatedb nocreaterole nosuperuser noreplication nobypassrls',
  hub_auditor: 'login nocreatedb nocreaterole nosuperuser noreplication nobypassrls',
  hub_sealer: 'login nocreatedb nocreaterole nosuperuser noreplication nobypassrls',
  hub_backup: 'login nocreatedb nocreaterole nosuperuser noreplication bypassrls',
  hub_reader: 'nologin nocreatedb nocreaterole nosuperuser noreplication nobypassrls',
} as const;

/**
 * Makes the roles and the hub's database, or brings them to what they should be; safe to repeat.
 * @throws EmbeddedPostgresError SECRETS_MISSING when the superuser's kept password is not the cluster's
 */
export async function bootstrapRoles(superuserUrl: string, secrets: ClusterSecrets): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  try {
    await client.connect();
  } catch (error) {
    // SQLSTATE 28P01: the password is wrong.
    if (systemErrorCode(error) !== '28P01') throw error;
    throw new EmbeddedPostgresError(
      'SECRETS_MISSING',
      'The passwords in postgres.secret.json are not those of the database beside it. ' +
        'Put the right file back from a backup, or run "npm run reset" to start with an empty database.',
    );
  }
  try {
    await client.query(roleStatements(secrets));
    const found = await client.query('select from pg_database where datname = $1', [HUB_DATABASE]);
    if (found.rowCount === 0) {
      await client.query(`create database ${escapeIdentifier(HUB_DATABASE)} owner hub_owner`);
    }
  } finally {
    await client.end();
  }
}

function roleStatements(secrets: ClusterSecrets): string {
  const statements: string[] = [];
  for (const [role, options] of Object.entries(ROLE_OPTIONS)) {
    statements.push(
      `do $$ begin if to_regrole('${role}') is null then create role ${role}; end if; end $$`,
      `alter role ${role} ${options}`,
    );
    const password = Object.entries(secrets).find(([name]) => name === role)?.[1];
    if (password !== undefined) statements.push(`alter role ${role} password ${escapeLiteral(password)}`);
  }
  statements.push('grant hub_reader to hub_owner with admin true, inherit true, set true');
  // Anonymous reads use the app's login and take this role at the start of the connection.
  statements.push('grant hub_anonymous to hub_app with inherit false, set true');
  // One simple query of several statements is one transaction: all or nothing.
  return statements.join(';\n');
}
