import type { Hub } from '../../platform/hub.ts';
import { Outbound, OutboundFailure, type OutboundReason } from '../../platform/http/outbound.ts';
import { MAXIMUM_IMPORT_BYTES } from './import-source.ts';

export type FetchReason = OutboundReason | 'ANSWER_NOT_OK';

/** What an address said last time, so that it need not say it again. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export type Fetched =
  | { readonly status: 'FOUND'; readonly bytes: Buffer; readonly validators: Validators }
  | { readonly status: 'NOT_MODIFIED' }
  | { readonly status: 'FAILED'; readonly reason: FetchReason };

/** `webcal:` is what calendars write for https. */
export const addressOf = (text: string): string => text.trim().replace(/^webcals?:/i, 'https:');

const header = (value: string | string[] | undefined): string | null =>
  typeof value === 'string' && value.length <= 500 ? value : null;

/** Asks an address for its events, through the guard on foreign addresses (decision 0037). */
export const fetchEvents = async (hub: Hub, address: string, before?: Validators): Promise<Fetched> => {
  const outbound = new Outbound({ allowed: hub.env.outboundAllowed });
  try {
    const answer = await outbound.send(address, {
      method: 'GET',
      headers: {
        accept: 'text/calendar, application/json, text/csv;q=0.8, */*;q=0.1',
        ...(before?.etag && { 'if-none-match': before.etag }),
        ...(before?.lastModified && { 'if-modified-since': before.lastModified }),
      },
      timeoutMilliseconds: 20_000,
      mostBytes: MAXIMUM_IMPORT_BYTES,
      mostRedirects: 3,
    });
    if (answer.status === 304) return { status: 'NOT_MODIFIED' };
    if (answer.status !== 200) return { status: 'FAILED', reason: 'ANSWER_NOT_OK' };
    const { etag, 'last-modified': lastModified } = answer.headers;
    const validators = { etag: header(etag), lastModified: header(lastModified) };
    return { status: 'FOUND', bytes: answer.body, validators };
  } catch (error) {
    if (error instanceof OutboundFailure) return { status: 'FAILED', reason: error.reason };
    throw error;
  }
};
