/** The database's roles (DESIGN: owner migrates, app owns nothing, anonymous sees published rows only). */
export const roles = {
  owner: 'hub_owner',
  app: 'hub_app',
  anonymous: 'hub_anonymous',
  auditor: 'hub_auditor',
  sealer: 'hub_sealer',
  backup: 'hub_backup',
  reader: 'hub_reader',
} as const;

type ListSetting = 'app.orgs' | 'app.coordinates' | 'app.casework';

/**
 * `column = any(list of the session)`, in the one form that uses the column's index: the sub-select is
 * evaluated once per statement, and nullif guards the '' that a local setting leaves behind.
 */
export const inSession = (column: string, setting: ListSetting): string =>
  `${column} = any((select nullif(current_setting('${setting}', true), '')::uuid[])::uuid[])`;

export const isViewer = (column: string): string =>
  `${column} = (select nullif(current_setting('app.viewer', true), '')::uuid)`;

export const isSystem = `(select current_setting('app.kind', true)) = 'system'`;
export const isAdmin = `(select current_setting('app.admin', true)) = 'true'`;
export const isStrong = `(select current_setting('app.assurance', true)) = 'STRONG'`;
export const isSignedIn = `(select current_setting('app.kind', true)) in ('person', 'system')`;

interface TablePolicy {
  readonly name: string;
  readonly command?: 'select' | 'insert' | 'update' | 'delete' | 'all';
  readonly roles: string[];
  readonly using?: string;
  readonly check?: string;
}

/**
 * The options of an entity whose rows belong to someone: row-level security, forced, with the owner's way
 * for migrations, the system's way for jobs and seeds, and the named rules for the app and the anonymous.
 * Expressions name database columns.
 */
export const secured = (
  table: string,
  rules: {
    /** Who may read a row, as the app role. */
    read: string;
    /** Who may insert, change or delete a row, as the app role. */
    write: string;
    /** What a changed row may become, where that is more than what may be changed. */
    become?: string;
    /** Overrides `write` for inserts. */
    insert?: string;
    /** Overrides `write` for deletes. */
    remove?: string;
    /** Rows that anyone may read without signing in. */
    anonymous?: string;
  },
): { rowLevelSecurity: 'force'; policies: TablePolicy[] } => {
  const either = (rule: string): string => `(${isSystem}) or (${rule})`;
  const policies: TablePolicy[] = [
    { name: `${table}_owner`, roles: [roles.owner], using: 'true', check: 'true' },
    { name: `${table}_read`, command: 'select', roles: [roles.app], using: either(rules.read) },
    {
      name: `${table}_insert`,
      command: 'insert',
      roles: [roles.app],
      check: either(rules.insert ?? rules.write),
    },
    {
      name: `${table}_update`,
      command: 'update',
      roles: [roles.app],
      using: either(rules.write),
      check: either(rules.become ?? rules.write),
    },
    {
      name: `${table}_delete`,
      command: 'delete',
      roles: [roles.app],
      using: either(rules.remove ?? rules.write),
    },
  ];
  if (rules.anonymous) {
    policies.push({
      name: `${table}_public`,
      command: 'select',
      roles: [roles.anonymous],
      using: rules.anonymous,
    });
  }
  return { rowLevelSecurity: 'force', policies };
};
