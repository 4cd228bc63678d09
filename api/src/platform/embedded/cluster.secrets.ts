import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres.errors.ts';

/** Roles that sign in with a password; `postgres` is the superuser, for bootstrap alone. */
export const LOGIN_ROLES = [
  'postgres',
  'hub_owner',
  'hub_app',
  'hub_anonymous',
  'hub_auditor',
  'hub_sealer',
  'hub_backup',
] as const;

export type LoginRole = (typeof LOGIN_ROLES)[number];
export type ClusterSecrets = Record<LoginRole, string>;

export function secretsFileOf(dataDirectory: string): string {
  return path.join(dataDirectory, 'postgres.secret.json');
}

/**
 * The passwords of the cluster's roles, made at random the first time and kept in a file only we can read.
 * @throws EmbeddedPostgresError SECRETS_MISSING when a cluster is there but its superuser's password is not
 */
export function loadSecrets(dataDirectory: string, clusterExists: boolean): ClusterSecrets {
  const file = secretsFileOf(dataDirectory);
  const kept = readSecrets(file);
  if (clusterExists && kept.postgres === undefined) {
    throw new EmbeddedPostgresError(
      'SECRETS_MISSING',
      `The database in ${dataDirectory} is there, but ${file} with its passwords is missing or damaged. ` +
        'Put that file back from a backup, or run "npm run reset" to start with an empty database.',
    );
  }
  const password = (role: LoginRole) => kept[role] ?? randomBytes(24).toString('base64url');
  const secrets: ClusterSecrets = {
    postgres: password('postgres'),
    hub_owner: password('hub_owner'),
    hub_app: password('hub_app'),
    hub_anonymous: password('hub_anonymous'),
    hub_auditor: password('hub_auditor'),
    hub_sealer: password('hub_sealer'),
    hub_backup: password('hub_backup'),
  };
  if (LOGIN_ROLES.some((role) => kept[role] === undefined)) {
    const draft = `${file}.new`;
    writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, file);
  }
  return secrets;
}

function readSecrets(file: string): Partial<ClusterSecrets> {
  if (!existsSync(file)) return {};
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new EmbeddedPostgresError(
      'FOLDER_NOT_OWNED',
      `${file} cannot be read: Kotoverkko was started as another user before. Start as that user, or set DATA_DIR to another folder.`,
    );
  }
  try {
    return (JSON.parse(text) as Partial<ClusterSecrets> | null) ?? {};
  } catch {
    return {};
  }
}
