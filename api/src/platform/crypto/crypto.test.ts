import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Crypto } from './crypto.ts';

const old = { id: 'k1', key: randomBytes(32) };
const fresh = { id: 'k2', key: randomBytes(32) };

describe('personal fields', () => {
  it('open only with the purpose and the associated data they were sealed with', () => {
    const crypto = new Crypto([old]);
    const sealed = crypto.seal('signups.contact', 'amina@example.org', 'row-1');
    expect(sealed).not.toContain('amina');
    expect(crypto.open('signups.contact', sealed, 'row-1')).toBe('amina@example.org');
    expect(() => crypto.open('signups.contact', sealed, 'row-2')).toThrow();
    expect(() => crypto.open('clients.name', sealed, 'row-1')).toThrow();
  });

  it('stay readable after a new master key comes first', () => {
    const sealed = new Crypto([old]).seal('x', 'text', 'row');
    expect(new Crypto([fresh, old]).open('x', sealed, 'row')).toBe('text');
    expect(() => new Crypto([fresh]).open('x', sealed, 'row')).toThrow();
  });

  it('of a client are lost with the data key of that client', () => {
    const crypto = new Crypto([old]);
    const key = crypto.newDataKey('client-1');
    const sealed = crypto.sealWith(key, 'client-1', 'Amina', 'givenName');
    expect(crypto.openWith(key, 'client-1', sealed, 'givenName')).toBe('Amina');
    expect(() => crypto.openWith(crypto.newDataKey('client-1'), 'client-1', sealed, 'givenName')).toThrow();
    expect(() => crypto.openWith(key, 'client-2', sealed, 'givenName')).toThrow();
  });

  it('refuse a text that was tampered with', () => {
    const crypto = new Crypto([old]);
    const sealed = crypto.seal('x', 'text', 'row');
    const parts = sealed.split('.');
    parts[4] = Buffer.from('tent').toString('base64url');
    expect(() => crypto.open('x', parts.join('.'), 'row')).toThrow();
  });
});
