import { error, type RequestEvent } from '@sveltejs/kit';
import type { ResultOf } from '#lib/api/graphql.ts';
import { statusOf } from '#lib/api/api-error.ts';
import { languageCookie } from '#lib/i18n/languages.ts';
import { ViewerDocument } from './viewer.queries.ts';

type LoadedViewer = ResultOf<typeof ViewerDocument>['viewer'];

/** Who reads the page; `undefined` for a visitor who has not signed in. */
export type Viewer = (LoadedViewer & { person: NonNullable<LoadedViewer['person']> }) | undefined;

/** A visitor whose browser holds no cookie of ours but the language's cannot be signed in. */
export function mayBeSignedIn(event: RequestEvent): boolean {
  return event.cookies.getAll().some(({ name }) => name !== languageCookie);
}

async function askViewer(event: RequestEvent): Promise<Viewer> {
  if (!mayBeSignedIn(event)) return undefined;
  const { data, error: failure } = await event.locals.api.query(ViewerDocument, {});
  if (failure) {
    if (failure.code === 'UNAUTHENTICATED') return undefined;
    error(statusOf(failure), failure.message);
  }
  const { person } = data.viewer;
  return person ? { ...data.viewer, person } : undefined;
}

/** The viewer of this request: asked once, however many loads want it. */
export function loadViewer(event: RequestEvent): Promise<Viewer> {
  event.locals.viewerLoading ??= askViewer(event);
  return event.locals.viewerLoading;
}
