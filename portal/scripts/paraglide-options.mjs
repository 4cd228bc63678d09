/**
 * How the messages are compiled: one truth for Vite and for the script that runs before svelte-check.
 *
 * The language is always the first part of the path, so none of paraglide's own strategies is used: see
 * `src/lib/i18n/locale.server.ts` and `src/hooks.client.ts`.
 *
 * @type {import('@inlang/paraglide-js').CompilerOptions}
 */
export const paraglideOptions = {
  project: './project.inlang',
  outdir: './src/lib/paraglide',
  strategy: ['baseLocale'],
  outputStructure: 'message-modules',
  isServer: 'import.meta.env.SSR',
  emitReadme: false,
};
