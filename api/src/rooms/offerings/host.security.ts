import { isAdmin, secured } from '../../platform/db/row-security.ts';

const anyOf = (column: string, setting: 'app.orgs' | 'app.coordinates'): string =>
  `${column} && (select nullif(current_setting('${setting}', true), '')::uuid[])`;

/**
 * Rows of an offering: what was published once is for everyone, the rest for members of its hosts; changed by the
 * hosts' coordinators and the network admin. `host_ids` and `is_public` stand on every such row, so that no rule
 * needs another table.
 */
export const securedByHosts = (table: string) =>
  secured(table, {
    read: `is_public or (${isAdmin}) or ${anyOf('host_ids', 'app.orgs')}`,
    write: `(${isAdmin}) or ${anyOf('host_ids', 'app.coordinates')}`,
    anonymous: 'is_public',
  });
