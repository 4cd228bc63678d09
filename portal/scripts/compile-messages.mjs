/** Compiles the messages without Vite, for svelte-check and the tests. */
import { compile } from '@inlang/paraglide-js';
import { paraglideOptions } from './paraglide-options.mjs';

await compile(paraglideOptions);
