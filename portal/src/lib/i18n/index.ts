/** Language, dates, numbers and names of languages, as the reader knows them. */
export * from './dates.ts';
export * from './languages.ts';
export * from './locale.ts';
export * from './words.ts';
