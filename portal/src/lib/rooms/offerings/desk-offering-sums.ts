import type { OfferingValues } from './desk-offering-values.ts';

/** "5", "5,50" and "5.50" in cents; nothing is free of charge. */
export function centsOf(euros: string): number {
  return Math.round(Number(euros.replace(',', '.') || '0') * 100);
}

/** Every language that is spoken there, each once. */
export function languagesOf(values: OfferingValues): string[] {
  return [...new Set([...values.spokenLanguages, values.otherLanguage].filter((tag) => tag !== ''))];
}
