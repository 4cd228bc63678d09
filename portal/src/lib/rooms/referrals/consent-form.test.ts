import { describe, expect, it } from 'vitest';
import { checkConsent, readConsent } from './consent-form.ts';

function formOf(...entries: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

describe('a consent in a form', () => {
  it('is taken with how it was given, in which language, of which text', () => {
    const form = formOf(
      ['method', 'PAPER'],
      ['fields', 'GIVEN_NAME'],
      ['fields', 'CONTACT'],
      ['interpreterUsed', 'true'],
      ['languageTag', 'so'],
      ['textVersion', '2026-11'],
    );
    expect(checkConsent(readConsent(form)).terms).toEqual({
      method: 'PAPER',
      fields: ['GIVEN_NAME', 'CONTACT'],
      interpreterUsed: true,
      languageTag: 'so',
      textVersion: '2026-11',
    });
  });

  it('lacks an answer while nobody said how it was given', () => {
    const form = formOf(['fields', 'GIVEN_NAME'], ['fields', 'CONTACT']);
    expect(Object.keys(checkConsent(readConsent(form)).errors ?? {})).toEqual(['method']);
  });

  it.each(['GIVEN_NAME', 'CONTACT'])('opens nothing with %s alone', (field) => {
    const form = formOf(['method', 'SPOKEN'], ['fields', field]);
    expect(Object.keys(checkConsent(readConsent(form)).errors ?? {})).toEqual(['fields']);
  });

  it('takes no code that it does not know', () => {
    const form = formOf(['method', 'toString'], ['fields', 'GIVEN_NAME'], ['fields', 'CONTACT']);
    expect(checkConsent(readConsent(form)).terms).toBeUndefined();
  });
});
