import type { Clock } from './platform/clock.ts';
import { Crypto, type MasterKeys } from './platform/crypto/crypto.ts';
import { openHashRoot } from './platform/crypto/hash-root.ts';
import { Database } from './platform/db/database.ts';
import type { Env } from './platform/env.ts';
import { Events } from './platform/events/events.ts';
import { Hub } from './platform/hub.ts';
import { Jobs } from './platform/jobs/jobs.ts';
import type { Log } from './platform/log.ts';
import type { MailTransport } from './platform/mail/mail.ts';
import type { SmsTransport } from './platform/sms/sms.ts';
import { deliverQueue } from './platform/outbox/outbox.ts';
import { Changes } from './platform/pubsub/changes.ts';
import { entities, personalData, rooms } from './rooms.ts';

export interface HubOptions {
  readonly env: Env;
  /** Connection string of the app role. */
  readonly databaseUrl: string;
  /** Connection string of the role that seals the audit log; left out where this instance does not seal. */
  readonly sealerUrl?: string;
  readonly masterKeys: MasterKeys;
  /** Asked when a text names a key that is not among them. */
  readonly reloadKeys?: () => MasterKeys;
  readonly clock: Clock;
  readonly log: Log;
  readonly mail: MailTransport;
  readonly sms?: SmsTransport | null;
  readonly poolSize?: number;
  readonly onStatement?: (text: string) => void;
}

/** Puts an instance together and connects it; workers start with `startWorkers`. */
export const createHub = async (options: HubOptions): Promise<Hub> => {
  const { env, databaseUrl, clock, log, mail } = options;
  const crypto = new Crypto(options.masterKeys, options.reloadKeys);
  const events = new Events();
  const jobs = new Jobs(databaseUrl, log);
  const db = await Database.connect({
    url: databaseUrl,
    entities,
    clock,
    events,
    crypto,
    schedule: (tx, messageId) => jobs.send(tx, deliverQueue, { messageId }),
    wake: () => jobs.wake(deliverQueue),
    ...(options.poolSize && { poolSize: options.poolSize }),
    ...(options.onStatement && { onStatement: options.onStatement }),
  });
  await openHashRoot(db, crypto);
  await jobs.start();
  const changes = new Changes(databaseUrl, log);
  const sms = options.sms ?? null;
  const sealerUrl = options.sealerUrl ?? null;
  const parts = { env, clock, log, crypto, events, db, jobs, mail, sms, changes, personalData, sealerUrl };
  const hub = new Hub(parts);
  for (const room of rooms) room.subscribe?.(hub);
  return hub;
};

/** All background work of the rooms. */
export const jobsOf = (hub: Hub) => rooms.flatMap((room) => room.jobs?.(hub) ?? []);

export const startWorkers = (hub: Hub): Promise<void> => hub.jobs.work(jobsOf(hub));

export const closeHub = async (hub: Hub): Promise<void> => {
  await hub.changes.stop();
  await hub.jobs.stop();
  await hub.db.close();
};
