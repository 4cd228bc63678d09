import { isAdmin, secured } from '../../platform/db/row-security.ts';

const anyOf = (column: string, setting: 'app.orgs' | 'app.coordinates'): string =>
  `${column} && (select nullif(current_setting('${setting}', true), '')::uuid[])`;

/**
 * Rows of an offering: what was published once is for everyone, the rest for members of its hosts; changed by the
 * hosts' coordinators and the network admin. `host_ids` and `is_public` stand on every such row, so that no rule
 * needs another table. `isOpen` narrows what everyone sees.
 */
export const securedByHosts = (table: string, isOpen = 'is_public') =>
  secured(table, {
    read: `(${isOpen}) or (${isAdmin}) or ${anyOf('host_ids', 'app.orgs')}`,
    write: `(${isAdmin}) or ${anyOf('host_ids', 'app.coordinates')}`,
    anonymous: isOpen,
  });
