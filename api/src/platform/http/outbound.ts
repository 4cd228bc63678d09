import { lookup } from 'node:dns/promises';
import { request as overHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

export interface FoundAddress {
  readonly address: string;
  readonly family: number;
}

export interface OutboundOptions {
  /** `host:port` pairs that may be called whatever their address, over http too: systems of the city's own network. */
  readonly allowed: readonly string[];
  /** All addresses of a name; the system's resolver unless told. */
  readonly resolve?: (host: string) => Promise<readonly FoundAddress[]>;
}

export interface OutboundRequest {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMilliseconds: number;
  /** More of an answer is not read: it fails. */
  readonly mostBytes: number;
  /** How many redirects are followed; each is checked like the first address. */
  readonly mostRedirects: number;
}

export interface OutboundAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export type OutboundReason =
  | 'ADDRESS_MALFORMED'
  | 'ADDRESS_NOT_HTTPS'
  | 'ADDRESS_WITH_PASSWORD'
  | 'ADDRESS_NOT_PUBLIC'
  | 'ADDRESS_UNKNOWN'
  | 'TOO_MANY_REDIRECTS'
  | 'ANSWER_TOO_LARGE'
  | 'NO_ANSWER';

/** Why a foreign address was not called, or gave no answer. The message bears no address. */
export class OutboundFailure extends Error {
  override readonly name = 'OutboundFailure';

  constructor(readonly reason: OutboundReason) {
    super(reason);
  }
}

const resolveAll = (host: string): Promise<readonly FoundAddress[]> =>
  lookup(host, { all: true, verbatim: true });

const localName = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|onion)\.?$/i;
const portOf = ({ port, protocol }: URL): string => port || (protocol === 'https:' ? '443' : '80');

interface Target {
  readonly url: URL;
  /** Where the name was found to be; the connection goes there and asks no resolver again. */
  readonly pinned: FoundAddress;
}

/**
 * Calls addresses that people typed in, without being turned against the network it stands in: https alone, no names or
 * addresses of private networks however they are written, every address of a name must be public, the connection goes to the
 * very address that was checked, and each redirect is checked anew.
 */
export class Outbound {
  constructor(private readonly options: OutboundOptions) {}

  /** What is wrong with an address, without asking a resolver: for forms. Null when nothing is. */
  problemOf(address: string): OutboundReason | null {
    const url = URL.parse(address);
    if (!url || !['https:', 'http:'].includes(url.protocol) || url.hostname === '')
      return 'ADDRESS_MALFORMED';
    if (url.username || url.password) return 'ADDRESS_WITH_PASSWORD';
    if (this.isAllowed(url)) return null;
    if (url.protocol !== 'https:') return 'ADDRESS_NOT_HTTPS';
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host)) return isPublicAddress(host) ? null : 'ADDRESS_NOT_PUBLIC';
    return localName.test(host) || !host.replace(/\.$/, '').includes('.') ? 'ADDRESS_NOT_PUBLIC' : null;
  }

  /** Errors: OutboundFailure. Any status is an answer. */
  async send(address: string, request: OutboundRequest): Promise<OutboundAnswer> {
    const signal = AbortSignal.timeout(request.timeoutMilliseconds);
    let target = await this.targetOf(address);
    for (let hops = 0; ; hops += 1) {
      const answer = await this.once(target, request, signal);
      const onward = answer.headers.location;
      if (answer.status < 300 || answer.status > 399 || !onward || request.mostRedirects === 0) return answer;
      if (hops >= request.mostRedirects) throw new OutboundFailure('TOO_MANY_REDIRECTS');
      const next = URL.parse(onward, target.url);
      if (!next) throw new OutboundFailure('ADDRESS_MALFORMED');
      target = await this.targetOf(next.href);
    }
  }

  private isAllowed(url: URL): boolean {
    return this.options.allowed.includes(`${url.hostname}:${portOf(url)}`);
  }

  private async targetOf(address: string): Promise<Target> {
    const problem = this.problemOf(address);
    if (problem) throw new OutboundFailure(problem);
    const url = new URL(address);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const family = isIP(host);
    const resolve = this.options.resolve ?? resolveAll;
    const found = family
      ? [{ address: host, family }]
      : await resolve(host).catch(() => {
          throw new OutboundFailure('ADDRESS_UNKNOWN');
        });
    const [pinned] = found;
    if (!pinned) throw new OutboundFailure('ADDRESS_UNKNOWN');
    // One private address among public ones is a trick, not a mistake.
    if (!this.isAllowed(url) && !found.every((each) => isPublicAddress(each.address)))
      throw new OutboundFailure('ADDRESS_NOT_PUBLIC');
    return { url, pinned };
  }

  private once(
    { url, pinned }: Target,
    request: OutboundRequest,
    signal: AbortSignal,
  ): Promise<OutboundAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<OutboundAnswer>();
    const pin: LookupFunction = (_host, options, done) =>
      options.all ? done(null, [{ ...pinned }]) : done(null, pinned.address, pinned.family);
    const options: RequestOptions = {
      method: request.method,
      headers: { 'user-agent': 'Kotoverkko', ...request.headers },
      lookup: pin,
      agent: false,
      signal,
    };
    const fail = (error: unknown): void =>
      reject(error instanceof OutboundFailure ? error : new OutboundFailure('NO_ANSWER'));
    const call = (url.protocol === 'https:' ? overHttps : overHttp)(url, options, (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        chunks.push(chunk);
        if (bytes > request.mostBytes) response.destroy(new OutboundFailure('ANSWER_TOO_LARGE'));
      });
      response.on('error', fail);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    call.on('error', fail);
    call.end(request.body);
    return promise;
  }
}
