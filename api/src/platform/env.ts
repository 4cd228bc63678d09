import { readFileSync } from 'node:fs';
import { employersIn, type EmployerProvider } from './env.employers.ts';
import type { MasterKeys } from './crypto/crypto.ts';

/** A setting that is missing or wrong; the message says what to set. */
export class SettingError extends Error {}

export interface Env {
  readonly port: number;
  readonly host: string;
  /** Folder of the embedded database and its keys. */
  readonly dataDirectory: string;
  /** Connection strings of an external PostgreSQL; null means the embedded one. */
  readonly databaseUrl: string | null;
  readonly databaseOwnerUrl: string | null;
  readonly databaseSealerUrl: string | null;
  readonly isProduction: boolean;
  /** Demo people, the local mail outbox and seeds. */
  readonly demo: boolean;
  /** Who is mailed the heads of the audit log's chains each day; null = they stand in the data folder alone. */
  readonly auditAnchorMail: string | null;
  /** Where people reach the hub; links in mails start with it. */
  readonly publicUrl: string;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** The gateway of text messages; null = phones are not written to. */
  readonly sms: { readonly url: string; readonly token: string } | null;
  /** `host:port` pairs that webhooks and imports may call though they are no public addresses; from OUTBOUND_ALLOWED. */
  readonly outboundAllowed: readonly string[];
  /** Sign-in services of employers; none unless OIDC_PROVIDERS is set. */
  readonly employers: readonly EmployerProvider[];
  /** Which proxies' forwarding headers count: none, a number of hops, or addresses. */
  readonly trustProxy: boolean | number | string;
  /** From MASTER_KEY, newest first. All three null in the embedded mode: kept in the data folder. */
  readonly masterKeys: MasterKeys | null;
  /** A file that holds what MASTER_KEY would. */
  readonly masterKeyFile: string | null;
  /** A command that prints it: the way to a key service. */
  readonly masterKeyCommand: string | null;
  readonly rateLimit: {
    readonly perAddressPerMinute: number;
    readonly perAccountPerMinute: number;
    readonly costPerMinute: number;
    readonly signInPerHour: number;
  };
  /** Whether this process serves the portal too; 0 where the portal runs in one of its own. */
  readonly portal: boolean;
  readonly logLevel: string;
}

type Source = Readonly<Record<string, string | undefined>>;

const numberIn = (source: Source, name: string, fallback: number, least: number, most: number): number => {
  const text = source[name];
  if (!text) return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new SettingError(
    `${name} must be a whole number from ${least} to ${most}, for example ${name}=${fallback}.`,
  );
};

const urlIn = (source: Source, name: string, protocols: readonly string[]): string | null => {
  const text = source[name];
  if (!text) return null;
  const protocol = URL.parse(text)?.protocol;
  if (protocol && protocols.includes(protocol)) return text;
  throw new SettingError(
    `${name} must be a URL that begins with ${protocols.map((each) => `${each}//`).join(' or ')}.`,
  );
};

const flagIn = (source: Source, name: string): boolean | null => {
  const text = source[name];
  if (!text) return null;
  if (text === '1' || text === '0') return text === '1';
  throw new SettingError(`${name} must be 1 or 0.`);
};

const allowedIn = (text: string | undefined): string[] => {
  const pairs = (text ?? '').split(',').map((each) => each.trim().toLowerCase());
  const given = pairs.filter((each) => each !== '');
  if (given.every((each) => /^[a-z0-9.-]+:\d{1,5}$/.test(each))) return given;
  throw new SettingError('OUTBOUND_ALLOWED must be pairs of host and port, for example crm.city.local:8443.');
};

const trustProxyIn = (text: string | undefined): boolean | number | string => {
  if (!text || text === '0') return false;
  if (/^\d+$/.test(text)) return Number(text);
  if (/^[0-9a-fA-F.:/, ]+$/.test(text)) return text;
  throw new SettingError(
    'TRUST_PROXY must be a number of proxies or their addresses, e.g. TRUST_PROXY=1 or TRUST_PROXY=10.0.0.0/8.',
  );
};

const wrongKey = (): SettingError =>
  new SettingError(
    'MASTER_KEY must be 32 bytes in base64, e.g. from: openssl rand -base64 32. For rotation: new:KEY,old:KEY.',
  );

/** Base64 of 32 bytes, newest first, comma-separated, each `id:key`. */
export const masterKeysFrom = (text: string): MasterKeys => {
  const keys = text
    .trim()
    .split(',')
    .map((entry, index) => {
      const [id, encoded] = entry.includes(':') ? entry.split(':') : [`k${index + 1}`, entry];
      const key = Buffer.from(encoded ?? '', 'base64');
      // The name stands in every sealed text, whose parts a point divides.
      if (id && /^[\w-]+$/.test(id) && id !== 'data' && key.length === 32) return { id, key };
      throw wrongKey();
    });
  const [first, ...others] = keys;
  if (!first || new Set(keys.map(({ id }) => id)).size < keys.length) throw wrongKey();
  return [first, ...others];
};

const masterKeysIn = (source: Source): Env['masterKeys'] => {
  const text = source['MASTER_KEY'];
  return text ? masterKeysFrom(text) : null;
};

const masterKeyFileIn = (source: Source): string | null => {
  const file = source['MASTER_KEY_FILE'] || null;
  if (file) masterKeysFrom(readFileSync(file, 'utf8'));
  return file;
};

const requireAll = (source: Source, names: readonly string[]): void => {
  const missing = names.filter((name) => !source[name]);
  if (missing.length === 0) return;
  throw new SettingError(`With DATABASE_URL set, set ${missing.join(', ')} too (README, "Run it for real").`);
};

const smsIn = (source: Source): Env['sms'] => {
  const url = urlIn(source, 'SMS_URL', ['http:', 'https:']);
  if (url === null) return null;
  const token = source['SMS_TOKEN'];
  if (!token) throw new SettingError('With SMS_URL set, set SMS_TOKEN too: the gateway’s bearer token.');
  return { url, token };
};

/** Reads and checks every setting; throws SettingError with the remedy. No secret has a default outside the embedded mode. */
export const readEnv = (source: Source): Env => {
  const databaseUrl = urlIn(source, 'DATABASE_URL', ['postgres:', 'postgresql:']);
  const databaseOwnerUrl = urlIn(source, 'DATABASE_OWNER_URL', ['postgres:', 'postgresql:']);
  const databaseSealerUrl = urlIn(source, 'DATABASE_SEALER_URL', ['postgres:', 'postgresql:']);
  const isProduction = source['NODE_ENV'] === 'production';
  const embedded = databaseUrl === null;
  const demo = flagIn(source, 'DEMO') ?? (embedded && !isProduction);
  const port = numberIn(source, 'PORT', 3000, 1, 65_535);
  const masterKeys = masterKeysIn(source);
  const masterKeyFile = masterKeyFileIn(source);
  const masterKeyCommand = source['MASTER_KEY_COMMAND'] || null;
  if (!embedded) {
    const mailSettings = demo ? [] : ['SMTP_URL', 'MAIL_FROM'];
    requireAll(source, ['DATABASE_OWNER_URL', 'DATABASE_SEALER_URL', 'PUBLIC_URL', ...mailSettings]);
    if (!masterKeys && !masterKeyFile && !masterKeyCommand) requireAll(source, ['MASTER_KEY']);
  }
  return {
    port,
    host: source['HOST'] ?? (embedded ? '127.0.0.1' : '0.0.0.0'),
    dataDirectory: source['DATA_DIR'] ?? '.data',
    databaseUrl,
    databaseOwnerUrl,
    databaseSealerUrl,
    isProduction,
    demo,
    auditAnchorMail: source['AUDIT_ANCHOR_MAIL'] || null,
    publicUrl: (urlIn(source, 'PUBLIC_URL', ['http:', 'https:']) ?? `http://localhost:${port}`).replace(
      /\/$/,
      '',
    ),
    smtpUrl: urlIn(source, 'SMTP_URL', ['smtp:', 'smtps:']),
    sms: smsIn(source),
    outboundAllowed: allowedIn(source['OUTBOUND_ALLOWED']),
    employers: employersIn(source['OIDC_PROVIDERS'], (message) => {
      throw new SettingError(message);
    }),
    mailFrom: source['MAIL_FROM'] ?? 'Kotoverkko <no-reply@localhost>',
    trustProxy: trustProxyIn(source['TRUST_PROXY']),
    masterKeys,
    masterKeyFile,
    masterKeyCommand,
    rateLimit: {
      perAddressPerMinute: numberIn(source, 'RATE_LIMIT_PER_ADDRESS', 600, 1, 1_000_000),
      perAccountPerMinute: numberIn(source, 'RATE_LIMIT_PER_ACCOUNT', 600, 1, 1_000_000),
      costPerMinute: numberIn(source, 'RATE_LIMIT_COST', 200_000, 1, 1_000_000_000),
      signInPerHour: numberIn(source, 'RATE_LIMIT_SIGN_IN', 10, 1, 10_000),
    },
    portal: flagIn(source, 'PORTAL') ?? true,
    logLevel: source['LOG_LEVEL'] ?? 'info',
  };
};
