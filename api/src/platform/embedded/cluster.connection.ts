import type { ClusterSecrets, LoginRole } from './cluster.secrets.ts';

export const HUB_DATABASE = 'kotoverkko';

/** How to reach a running cluster; plain data, so that it can be handed to another process. */
export interface ClusterConnection {
  port: number;
  secrets: ClusterSecrets;
  /** Path of the certificate to trust when the cluster speaks TLS only. */
  certificateFile: string | undefined;
}

export interface ClusterUrls {
  /** The hub's database as hub_owner: migrations, never serving. */
  ownerUrl: string;
  /** A database (the hub's own by default) as a role (hub_app by default). */
  appUrl(database?: string, role?: LoginRole): string;
  /** A database as the superuser: for role bootstrap alone. */
  superuserUrl(database: string): string;
}

/** Connection URLs of the cluster's roles. */
export function clusterUrls(connection: ClusterConnection): ClusterUrls {
  const urlOf = (database: string, role: LoginRole) => {
    const url = new URL(`postgres://127.0.0.1:${String(connection.port)}`);
    url.username = role;
    url.password = connection.secrets[role];
    url.pathname = `/${encodeURIComponent(database)}`;
    if (connection.certificateFile !== undefined) {
      url.searchParams.set('sslmode', 'verify-full');
      url.searchParams.set('sslrootcert', connection.certificateFile);
    }
    return url.toString();
  };
  return {
    ownerUrl: urlOf(HUB_DATABASE, 'hub_owner'),
    appUrl: (database = HUB_DATABASE, role = 'hub_app') => urlOf(database, role),
    superuserUrl: (database) => urlOf(database, 'postgres'),
  };
}
