import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpSmsGateway } from './sms.ts';

const sms = {
  id: '018f0000-0000-7000-8000-000000000001',
  to: '+358401234567',
  text: 'مكانك محجوز.',
  languageTag: 'ar',
};

describe('text messages over HTTP', () => {
  const received: { headers: IncomingHttpHeaders; body: unknown }[] = [];
  let status = 202;
  let url = '';
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString('utf8')) });
      response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end();
    });
  });
  beforeAll(
    () =>
      new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', () => {
          const address = server.address();
          url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/messages`;
          resolve();
        });
      }),
  );
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  it('arrive with their words, a token, and an id that stays the same when sent again', async () => {
    const gateway = httpSmsGateway(url, 'secret');
    await gateway.deliver(sms);
    await gateway.deliver(sms);
    expect(received.map(({ body }) => body)).toEqual(
      Array(2).fill({ to: sms.to, text: sms.text, reference: sms.id }),
    );
    for (const { headers } of received)
      expect(headers).toMatchObject({ authorization: 'Bearer secret', 'idempotency-key': sms.id });
  });

  it.each([302, 401, 429, 500])(
    'fail when the gateway answers %i, so that they are tried again',
    async (answer) => {
      status = answer;
      await expect(httpSmsGateway(url, 'secret').deliver(sms)).rejects.toThrow();
    },
  );

  it('fail when nobody listens', async () => {
    await expect(httpSmsGateway('http://127.0.0.1:1/', 'secret').deliver(sms)).rejects.toThrow();
  });
});
