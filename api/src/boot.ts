import { createHub } from './create-hub.ts';
import { keySourceOf } from './master-keys.ts';
import { migrations } from './migrations.ts';
import { systemClock, type Clock } from './platform/clock.ts';
import { migrate } from './platform/db/migrate.ts';
import { startEmbeddedPostgres } from './platform/embedded/embedded-postgres.ts';
import type { Env } from './platform/env.ts';
import type { Hub } from './platform/hub.ts';
import type { Log } from './platform/log.ts';
import { DemoOutbox, smtpTransport } from './platform/mail/mail.ts';
import { httpSmsGateway } from './platform/sms/sms.ts';
import { referenceData } from './reference.ts';
import { entities, rooms } from './rooms.ts';
import { loadReference } from './rooms/regions/index.ts';

export interface Databases {
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** The role that seals the audit log. */
  readonly sealerUrl: string;
  /** Called once if an embedded PostgreSQL ends by itself. */
  readonly stop: () => Promise<void>;
}

/** The databases of the settings: an external PostgreSQL, or the embedded one, started. */
export const openDatabases = async (env: Env, log: Log, onLost: () => void): Promise<Databases> => {
  const { databaseUrl: appUrl, databaseOwnerUrl: ownerUrl, databaseSealerUrl: sealerUrl } = env;
  if (appUrl && ownerUrl && sealerUrl) {
    return { appUrl, ownerUrl, sealerUrl, stop: () => Promise.resolve() };
  }
  const postgres = await startEmbeddedPostgres({
    dataDirectory: env.dataDirectory,
    log: (line) => log.debug({ line }, 'postgres'),
    onExit: onLost,
  });
  return {
    appUrl: postgres.appUrl(),
    ownerUrl: postgres.ownerUrl,
    sealerUrl: postgres.appUrl(undefined, 'hub_sealer'),
    stop: () => postgres.stop(),
  };
};

export const migrateDatabase = (databases: Databases): Promise<string[]> =>
  migrate({ ownerUrl: databases.ownerUrl, entities, rooms, migrations });

/** A hub on migrated databases, with its reference data. */
export const openHub = async (
  env: Env,
  log: Log,
  databases: Databases,
  clock: Clock = systemClock,
): Promise<Hub> => {
  const demoOutbox = new DemoOutbox(() => clock.now());
  const mail = env.smtpUrl ? smtpTransport(env.smtpUrl, env.mailFrom) : demoOutbox;
  const sms = env.sms ? httpSmsGateway(env.sms.url, env.sms.token) : env.demo ? demoOutbox.sms : null;
  const keys = keySourceOf(env);
  const hub = await createHub({
    env,
    databaseUrl: databases.appUrl,
    sealerUrl: databases.sealerUrl,
    masterKeys: keys.read(),
    reloadKeys: () => keys.read(),
    clock,
    log,
    mail,
    sms,
  });
  await loadReference(hub, referenceData);
  return hub;
};
