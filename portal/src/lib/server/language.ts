import { AsyncLocalStorage } from 'node:async_hooks';
import { overwriteServerAsyncLocalStorage } from '#lib/paraglide/runtime.js';
import type { Language } from '#lib/i18n/languages.ts';

// The messages ask for the language while a page is rendered; many pages render at once, so it cannot
// stand in a module's variable.
const store = new AsyncLocalStorage<{ locale?: Language }>();
overwriteServerAsyncLocalStorage(store);

/** Runs `render` with every message in `language`. */
export function withLanguage<T>(language: Language, render: () => T): T {
  return store.run({ locale: language }, render);
}
