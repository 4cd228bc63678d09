import type { Env } from '../../platform/env.ts';

/** The languages of the portal and of our mails (DOMAIN.md §6). */
export const portalLanguages = ['fi', 'sv', 'en', 'ru', 'uk', 'ar', 'fa', 'so'] as const;
export type PortalLanguage = (typeof portalLanguages)[number];

/** The portal's language for a person's: its base language, else English. */
export const portalLanguageOf = (languageTag: string): PortalLanguage =>
  portalLanguages.find((language) => language === languageTag.split('-')[0]) ?? 'en';

/** A page of the portal for a link in a mail; `path` begins with a slash. */
export const portalLink = (
  { publicUrl }: Pick<Env, 'publicUrl'>,
  languageTag: string,
  path: string,
): string => `${publicUrl}/${portalLanguageOf(languageTag)}${path}`;
