import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

interface Question {
  readonly challenge: string;
  readonly rp?: { readonly id: string };
  readonly rpId?: string;
  readonly user?: { readonly id: string };
}

/** What an attacker would change of an honest answer. */
export interface Forgery {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly type?: string;
  /** Whether the owner unlocked the key. */
  readonly isVerified?: boolean;
  readonly counter?: number;
}

const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();

const head = (major: number, value: number): Buffer => {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
};

/** As much CBOR (RFC 8949) as an authenticator writes. */
const cbor = (value: number | string | Buffer | Map<number | string, unknown>): Buffer => {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const parts = [...value].flatMap(([key, inner]) => [cbor(key), cbor(inner as Buffer)]);
  return Buffer.concat([head(5, value.size), ...parts]);
};

/** An authenticator in software: one key, ES256, as a phone would answer through a browser at `origin`. */
export class SoftKey {
  readonly id = randomBytes(16);
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  counter = 0;
  userHandle = '';

  constructor(readonly origin = 'http://hub.test') {}

  /** The answer to the options of an enrolment. */
  create(optionsJson: string, forgery: Forgery = {}): string {
    const question = JSON.parse(optionsJson) as Question;
    this.userHandle = question.user?.id ?? '';
    const clientData = this.clientData('webauthn.create', question, forgery);
    const cose = this.publicKeyInCose(this.keys.publicKey);
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, cose]);
    const authData = Buffer.concat([this.authData(question.rp?.id ?? '', 0x40, forgery), attested]);
    const attestation = cbor(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]),
    );
    return this.answer({
      clientDataJSON: clientData.toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** The answer to the options of a sign-in. */
  get(optionsJson: string, forgery: Forgery = {}): string {
    const question = JSON.parse(optionsJson) as Question;
    this.counter += 1;
    const clientData = this.clientData('webauthn.get', question, forgery);
    const authData = this.authData(question.rpId ?? '', 0, forgery);
    const signature = sign('sha256', Buffer.concat([authData, sha256(clientData)]), this.keys.privateKey);
    return this.answer({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: signature.toString('base64url'),
      userHandle: this.userHandle,
    });
  }

  private answer(response: object): string {
    const id = this.id.toString('base64url');
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
  }

  private clientData(type: string, { challenge }: Question, forgery: Forgery): Buffer {
    const told = { type, challenge, origin: this.origin, crossOrigin: false, ...forgery };
    return Buffer.from(
      JSON.stringify({
        type: told.type,
        challenge: told.challenge,
        origin: told.origin,
        crossOrigin: told.crossOrigin,
      }),
    );
  }

  private authData(rpId: string, flags: number, forgery: Forgery): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(forgery.counter ?? this.counter);
    const verified = (forgery.isVerified ?? true) ? 0x04 : 0;
    return Buffer.concat([sha256(forgery.rpId ?? rpId), Buffer.from([0x01 | verified | flags]), counter]);
  }

  private publicKeyInCose(key: KeyObject): Buffer {
    const { x = '', y = '' } = key.export({ format: 'jwk' });
    return cbor(
      new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    );
  }
}
