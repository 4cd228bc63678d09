import type { RequestApi } from '#lib/server/request-api.ts';
import type { Viewer } from '#lib/server/viewer.ts';
import type { Language } from '#lib/i18n/languages.ts';

declare global {
  namespace App {
    interface Locals {
      /** The language of the page, from the first part of its path. */
      lang: Language;
      /** The GraphQL client of this request, acting as this visitor. */
      api: RequestApi;
      /** Filled by `loadViewer(event)`: ask that, not this. */
      viewerLoading?: Promise<Viewer>;
    }
    interface Error {
      /** The id under which the cause stands in the log; only for unexpected errors. */
      requestId?: string;
    }
  }
}

export {};
