import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { paraglideOptions } from './scripts/paraglide-options.mjs';

export default defineConfig({
  plugins: [
    paraglideVitePlugin(paraglideOptions),
    sveltekit({
      adapter: adapter(),
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          // SvelteKit's announcer of page changes bears this one style attribute; no other is allowed.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['self'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
  // In development the API is a process of its own; whatever is not a page is its.
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/media', '/feeds', '/healthz', '/readyz'].map((path) => [
        path,
        { target: new URL(process.env['API_URL'] ?? 'http://localhost:4000').origin, xfwd: true },
      ]),
    ),
  },
  // Inlined files would be data: addresses, which the content security policy refuses.
  build: { assetsInlineLimit: 0 },
});
