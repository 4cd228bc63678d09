/** Gregorian in every language, English as Europe writes it, 24 hours everywhere: so times stand on doors here (DOMAIN.md §6). */
const inHelsinki = (languageTag: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(`${languageTag === 'en' ? 'en-GB' : languageTag}-u-ca-gregory-hc-h23`, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: 'Europe/Helsinki',
  });

/** An instant on the clocks of Helsinki, in words. */
export const instantText = (at: Date, languageTag: string): string => inHelsinki(languageTag).format(at);

/** A day in Helsinki, in words. */
export const dayText = (at: Date, languageTag: string): string =>
  new Intl.DateTimeFormat(`${languageTag === 'en' ? 'en-GB' : languageTag}-u-ca-gregory`, {
    dateStyle: 'full',
    timeZone: 'Europe/Helsinki',
  }).format(at);

/** From when to when, on the clocks of Helsinki, in words. */
export const periodText = (startsAt: Date, endsAt: Date, languageTag: string): string =>
  inHelsinki(languageTag).formatRange(startsAt, endsAt);
