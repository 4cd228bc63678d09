import type { Clock } from './clock.ts';
import type { Crypto } from './crypto/crypto.ts';
import type { Database } from './db/database.ts';
import type { Env } from './env.ts';
import type { Events } from './events/events.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Log } from './log.ts';
import type { PersonalField } from './personal-data/personal-data.ts';
import type { MailTransport } from './mail/mail.ts';
import type { SmsTransport } from './sms/sms.ts';
import type { Changes } from './pubsub/changes.ts';

export interface HubParts {
  readonly env: Env;
  readonly clock: Clock;
  readonly log: Log;
  readonly crypto: Crypto;
  readonly events: Events;
  readonly db: Database;
  readonly jobs: Jobs;
  readonly mail: MailTransport;
  /** Null where no gateway is set: phones are not written to. */
  readonly sms: SmsTransport | null;
  readonly changes: Changes;
  /** Every column that holds something of a person, or a key to it. */
  readonly personalData: readonly PersonalField[];
  /** How the audit log is sealed; null where this instance does not. */
  readonly sealerUrl: string | null;
}

type Constructor<T> = new (hub: Hub) => T;

/** One running instance: its parts, and its services made once each. */
export class Hub implements HubParts {
  readonly env: Env;
  readonly clock: Clock;
  readonly log: Log;
  readonly crypto: Crypto;
  readonly events: Events;
  readonly db: Database;
  readonly jobs: Jobs;
  readonly mail: MailTransport;
  readonly sms: SmsTransport | null;
  readonly changes: Changes;
  readonly personalData: readonly PersonalField[];
  readonly sealerUrl: string | null;
  private readonly made = new Map<Constructor<unknown>, unknown>();

  constructor(parts: HubParts) {
    this.env = parts.env;
    this.clock = parts.clock;
    this.log = parts.log;
    this.crypto = parts.crypto;
    this.events = parts.events;
    this.db = parts.db;
    this.jobs = parts.jobs;
    this.mail = parts.mail;
    this.sms = parts.sms;
    this.changes = parts.changes;
    this.personalData = parts.personalData;
    this.sealerUrl = parts.sealerUrl;
  }

  /** The instance of a service or resolver class; each is made with the hub as its only argument. */
  get<T>(type: Constructor<T>): T {
    const known = this.made.get(type);
    if (known) return known as T;
    const fresh = new type(this);
    this.made.set(type, fresh);
    return fresh;
  }
}
