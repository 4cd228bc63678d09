import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ForeignPage {
  readonly url: string;
  close(): void;
}

/** A page of somebody else's, of another origin, whose policy lets scripts and data in from the hub alone. */
export async function openForeignPage(hubUrl: string, body: string): Promise<ForeignPage> {
  const policy = `default-src 'none'; script-src ${hubUrl}; connect-src ${hubUrl}; require-trusted-types-for 'script'`;
  const server: Server = createServer((_request, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
      .end(`<!doctype html><html lang="en"><title>Elsewhere</title>${body}</html>`),
  );
  const { promise, resolve } = Promise.withResolvers<number>();
  server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  return { url: `http://127.0.0.1:${await promise}/`, close: () => server.close() };
}
