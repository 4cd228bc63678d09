import type { RequestEvent } from '@sveltejs/kit';
import { sequence, type Handle, type HandleServerError } from '@sveltejs/kit/hooks';
import { directionOf, languageCookie, type Language } from '#lib/i18n/languages.ts';
import { negotiateLanguage, splitPath } from '#lib/i18n/negotiate.ts';
import { withLanguage } from '#lib/server/language.ts';
import { createRequestApi } from '#lib/server/request-api.ts';
import { setSecurityHeaders } from '#lib/server/security-headers.ts';
import { mayBeSignedIn } from '#lib/server/viewer.ts';

const yearSeconds = 365 * 24 * 60 * 60;

/** Remembers the language of a page somebody opened; not of one that a script fetched beforehand. */
function rememberLanguage(event: RequestEvent, lang: Language): void {
  if (event.request.method !== 'GET' || event.isDataRequest) return;
  if (event.cookies.get(languageCookie) === lang) return;
  event.cookies.set(languageCookie, lang, { maxAge: yearSeconds });
}

const negotiated = (event: RequestEvent): Language =>
  negotiateLanguage(event.cookies.get(languageCookie), event.request.headers.get('accept-language'));

/** A page fetches early the letters it is written in; any other script's when a name needs them. */
function isFontOf(lang: Language, filename: string): boolean {
  if (directionOf(lang) === 'rtl') return filename.includes('arabic-wght');
  if (lang === 'ru' || lang === 'uk') return filename.includes('cyrillic-wght');
  return filename.includes('latin-wght');
}

/** The language stands first in the path; an address without one leads to the visitor's. */
const language: Handle = async ({ event, resolve }) => {
  const { language: inPath } = splitPath(event.url.pathname);
  const lang = inPath ?? negotiated(event);
  event.locals.lang = lang;
  if (!inPath && event.request.method === 'GET' && !event.url.pathname.includes('.')) {
    const rest = event.url.pathname === '/' ? '' : event.url.pathname;
    return new Response(null, {
      status: 307,
      headers: { location: `/${lang}${rest}${event.url.search}`, vary: 'accept-language, cookie' },
    });
  }
  if (inPath) rememberLanguage(event, inPath);
  const response = await withLanguage(lang, () =>
    resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%lang%', lang).replace('%dir%', directionOf(lang)),
      preload: (input) => (input.type === 'font' ? isFontOf(lang, input.filename) : input.type !== 'asset'),
    }),
  );
  response.headers.set('content-language', lang);
  return response;
};

const api: Handle = ({ event, resolve }) => {
  event.locals.api = createRequestApi(event);
  return resolve(event);
};

/** What a signed-in person sees is kept by no cache, also not by the browser of a shared computer. */
const privacy: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  setSecurityHeaders(response, event.url.protocol === 'https:');
  const isByLink = /\(link\)/.test(event.route.id ?? '');
  // A client's own link stands in the address: no cache or search engine learns of it, and no other site either, by the
  // policy of referrers. "no-referrer" would make browsers post forms with `Origin: null`, which are refused.
  if (isByLink) response.headers.set('x-robots-tag', 'noindex, nofollow, noarchive');
  const isPersonal = isByLink || /\((desk|auth)\)/.test(event.route.id ?? '') || mayBeSignedIn(event);
  if (isPersonal) response.headers.set('cache-control', 'private, no-store');
  return response;
};

export const handle = sequence(language, api, privacy);

/** Unexpected errors are logged with the request's id and shown by that id alone. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return;
  const requestId = event.request.headers.get('x-request-id') ?? crypto.randomUUID();
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(JSON.stringify({ level: 'error', requestId, route: event.route.id, cause }));
  return { status: 500, message: 'INTERNAL', requestId };
};
