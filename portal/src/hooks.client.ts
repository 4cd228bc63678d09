import { isLanguage, fallbackLanguage } from '#lib/i18n/languages.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';

// A change of language is always a new document, so the document's own language is the truth.
const { lang } = document.documentElement;
overwriteGetLocale(() => (isLanguage(lang) ? lang : fallbackLanguage));
