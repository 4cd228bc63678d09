import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** A master key by its id; the first one encrypts, all decrypt, so that keys can be rotated. */
export interface MasterKey {
  readonly id: string;
  readonly key: Buffer;
}

export type MasterKeys = readonly [MasterKey, ...MasterKey[]];

const version = 'v1';
const hashRootOwner = 'hash-root';

const encrypt = (key: Buffer, keyId: string, plain: Buffer, associatedData: string): string => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(associatedData));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return [
    version,
    keyId,
    nonce.toString('base64url'),
    cipher.getAuthTag().toString('base64url'),
    body.toString('base64url'),
  ].join('.');
};

const decrypt = (keyOf: (id: string) => Buffer, sealed: string, associatedData: string): Buffer => {
  const [sealedVersion, keyId, nonce, tag, body] = sealed.split('.');
  if (sealedVersion !== version || !keyId || !nonce || !tag || body === undefined)
    throw new Error('Sealed text is malformed');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(keyId), Buffer.from(nonce, 'base64url'));
  decipher.setAAD(Buffer.from(associatedData));
  decipher.setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]);
};

const derive = (key: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, 'kotoverkko', purpose, 32));

/**
 * AES-256-GCM for personal fields (GDPR 32). The associated data ties a sealed text to its row and field:
 * copied elsewhere it does not open. Sealed form: `v1.<key id>.<nonce>.<tag>.<text>`, base64url.
 */
export class Crypto {
  private readonly derived = new Map<string, Buffer>();
  private readonly hashKeys = new Map<string, Buffer>();
  private hashRoot: Buffer | null = null;

  /** `reload` is asked once more for the keys when a text names one that is not known yet: another process rotated. */
  constructor(
    private masterKeys: MasterKeys,
    private readonly reload: () => MasterKeys = () => masterKeys,
  ) {}

  /** Seals with a key derived from the master key for one purpose, e.g. 'signups.contact'. */
  seal(purpose: string, plain: string, associatedData: string): string {
    const { id } = this.masterKeys[0];
    return encrypt(this.purposeKey(id, purpose), id, Buffer.from(plain), associatedData);
  }

  open(purpose: string, sealed: string, associatedData: string): string {
    return decrypt((id) => this.purposeKey(id, purpose), sealed, associatedData).toString();
  }

  /** A fresh data key for one client, wrapped by the master key; destroying it erases what it sealed. */
  newDataKey(owner: string): string {
    return this.wrap(randomBytes(32), owner);
  }

  /** The same data key, wrapped by the present master key. */
  rewrap(dataKey: string, owner: string): string {
    return this.wrap(this.unwrap(dataKey, owner), owner);
  }

  sealWith(dataKey: string, owner: string, plain: string, field: string): string {
    return encrypt(this.unwrap(dataKey, owner), 'data', Buffer.from(plain), `${owner}:${field}`);
  }

  openWith(dataKey: string, owner: string, sealed: string, field: string): string {
    return decrypt(() => this.unwrap(dataKey, owner), sealed, `${owner}:${field}`).toString();
  }

  /** How everything begins that the present master key sealed or wrapped. */
  get presentPrefix(): string {
    return `${version}.${this.masterKeys[0].id}.`;
  }

  /** A keyed hash: finds equal values without storing them, and makes codes that can't be guessed. */
  keyedHash(purpose: string, value: string): Buffer {
    const known = this.hashKeys.get(purpose);
    const key = known ?? derive(this.hashRoot ?? this.masterKeys[0].key, purpose);
    if (!known) this.hashKeys.set(purpose, key);
    return createHmac('sha256', key).update(value).digest();
  }

  /** What hashes were made from before they had a root of their own, wrapped: so the old ones stay right. */
  firstHashRoot(): string {
    return this.wrap(this.masterKeys[0].key, hashRootOwner);
  }

  useHashRoot(wrapped: string): void {
    this.hashRoot = this.unwrap(wrapped, hashRootOwner);
    this.hashKeys.clear();
  }

  private wrap(dataKey: Buffer, owner: string): string {
    const { id, key } = this.masterKeys[0];
    return encrypt(key, id, dataKey, `data-key:${owner}`);
  }

  private unwrap(dataKey: string, owner: string): Buffer {
    return decrypt((id) => this.masterKey(id), dataKey, `data-key:${owner}`);
  }

  private masterKey(id: string): Buffer {
    const find = () => this.masterKeys.find((candidate) => candidate.id === id);
    let found = find();
    if (!found) {
      this.masterKeys = this.reload();
      found = find();
    }
    if (!found) throw new Error(`Master key ${id} is not configured`);
    return found.key;
  }

  private purposeKey(id: string, purpose: string): Buffer {
    const name = `${id}:${purpose}`;
    const known = this.derived.get(name);
    if (known) return known;
    const key = derive(this.masterKey(id), purpose);
    this.derived.set(name, key);
    return key;
  }
}
