import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Outbound, OutboundFailure, type FoundAddress } from './outbound.ts';
import { isPublicAddress } from './public-address.ts';

const asked: string[] = [];
let server: Server;
let port = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const target = new URL(request.url ?? '/', 'http://x').searchParams.get('to');
    if (target) response.writeHead(302, { location: target }).end();
    else response.end('x'.repeat(request.url === '/large' ? 5_000 : 5));
  });
  const { promise, resolve } = Promise.withResolvers<undefined>();
  server.listen(0, '127.0.0.1', () => resolve(undefined));
  await promise;
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

const names: Record<string, readonly FoundAddress[]> = {
  'rebind.example.org': [{ address: '127.0.0.1', family: 4 }],
  'mixed.example.org': [
    { address: '93.184.215.14', family: 4 },
    { address: '10.0.0.7', family: 4 },
  ],
  'six.example.org': [{ address: '::ffff:127.0.0.1', family: 6 }],
};
const resolve = (host: string): Promise<readonly FoundAddress[]> => {
  const found = names[host];
  return found ? Promise.resolve(found) : Promise.reject(new Error('ENOTFOUND'));
};
const guarded = (): Outbound => new Outbound({ allowed: [], resolve });
const trusting = (): Outbound => new Outbound({ allowed: [`127.0.0.1:${port}`], resolve });
const call = (outbound: Outbound, url: string, mostRedirects = 3): Promise<string> =>
  outbound
    .send(url, { method: 'GET', timeoutMilliseconds: 2_000, mostBytes: 1_000, mostRedirects })
    .then(({ status }) => String(status))
    .catch((error: unknown) => (error instanceof OutboundFailure ? error.reason : 'other'));

describe('a trick to reach a private address', () => {
  it.each([
    ['http://93.184.215.14/', 'ADDRESS_NOT_HTTPS'],
    ['https://127.0.0.1/', 'ADDRESS_NOT_PUBLIC'],
    ['https://127.1/', 'ADDRESS_NOT_PUBLIC'],
    ['https://2130706433/', 'ADDRESS_NOT_PUBLIC'],
    ['https://0x7f000001/', 'ADDRESS_NOT_PUBLIC'],
    ['https://0177.0.0.1/', 'ADDRESS_NOT_PUBLIC'],
    ['https://0/', 'ADDRESS_NOT_PUBLIC'],
    ['https://１２７.０.０.１/', 'ADDRESS_NOT_PUBLIC'],
    ['https://169.254.169.254/latest/meta-data', 'ADDRESS_NOT_PUBLIC'],
    ['https://100.64.0.1/', 'ADDRESS_NOT_PUBLIC'],
    ['https://[::1]/', 'ADDRESS_NOT_PUBLIC'],
    ['https://[::ffff:127.0.0.1]/', 'ADDRESS_NOT_PUBLIC'],
    ['https://[::ffff:7f00:1]/', 'ADDRESS_NOT_PUBLIC'],
    ['https://[64:ff9b::7f00:1]/', 'ADDRESS_NOT_PUBLIC'],
    ['https://[2002:7f00:1::]/', 'ADDRESS_NOT_PUBLIC'],
    ['https://[fe80::1]/', 'ADDRESS_NOT_PUBLIC'],
    ['https://[fd00::1]/', 'ADDRESS_NOT_PUBLIC'],
    ['https://localhost/', 'ADDRESS_NOT_PUBLIC'],
    ['https://db.internal./', 'ADDRESS_NOT_PUBLIC'],
    ['https://postgres/', 'ADDRESS_NOT_PUBLIC'],
    ['https://user:secret@example.org/', 'ADDRESS_WITH_PASSWORD'],
    ['https://rebind.example.org/', 'ADDRESS_NOT_PUBLIC'],
    ['https://mixed.example.org/', 'ADDRESS_NOT_PUBLIC'],
    ['https://six.example.org/', 'ADDRESS_NOT_PUBLIC'],
    ['https://nowhere.example.org/', 'ADDRESS_UNKNOWN'],
    ['file:///etc/passwd', 'ADDRESS_MALFORMED'],
    ['gopher://127.0.0.1:70/', 'ADDRESS_MALFORMED'],
    ['https://', 'ADDRESS_MALFORMED'],
  ])('by %s is refused: %s', async (url, reason) => {
    expect(await call(guarded(), url)).toBe(reason);
  });

  it('by a redirect is refused where it leads, and nothing is sent there', async () => {
    const to = (target: string): string => `http://127.0.0.1:${port}/?to=${encodeURIComponent(target)}`;
    for (const target of [
      'https://10.0.0.1/',
      'http://127.0.0.1:1/',
      '//[::1]/',
      'https://rebind.example.org/',
    ])
      expect(await call(trusting(), to(target))).toMatch(/^ADDRESS_NOT_/);
    asked.splice(0);
    expect(await call(trusting(), to('/here'))).toBe('200');
    expect(asked.at(-1)).toBe('/here');
    expect(await call(trusting(), to(to(to(to('/here')))))).toBe('TOO_MANY_REDIRECTS');
    // Whoever asks for none gets the redirect as the answer.
    expect(await call(trusting(), to('/here'), 0)).toBe('302');
  });

  it('by an answer without end is cut off', async () => {
    expect(await call(trusting(), `http://127.0.0.1:${port}/large`)).toBe('ANSWER_TOO_LARGE');
  });
});

it('tells public addresses from all others', () => {
  for (const address of ['93.184.215.14', '1.1.1.1', '2a00:1450:400f:80d::200e'])
    expect(isPublicAddress(address)).toBe(true);
  for (const address of [
    '',
    'example.org',
    '2001:db8::1',
    '3fff::1',
    'fe80::1%eth0',
    '::',
    'ff02::1',
    '255.255.255.255',
  ])
    expect(isPublicAddress(address)).toBe(false);
});
