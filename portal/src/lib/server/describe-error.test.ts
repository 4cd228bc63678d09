import { describe, expect, it } from 'vitest';
import { ApiError } from '#lib/api/api-error.ts';
import { describeError, fieldErrors } from './describe-error.ts';
import { withLanguage } from './language.ts';

const tooLong = new ApiError({
  code: 'INVALID_INPUT',
  reason: 'VALUE_TOO_LONG',
  message: 'A text is too long.',
  fields: [
    { path: 'input.title', message: 'A text is too long.', reason: 'VALUE_TOO_LONG' },
    { path: 'input.title', message: 'Said twice.', reason: 'VALUE_MISSING' },
    { path: 'input.contact.email', message: 'Not an address.', reason: 'A_REASON_WITHOUT_WORDS' },
    { path: 'input.languages.0', message: 'No language.', reason: 'VALUE_MALFORMED' },
  ],
});

describe('a refusal of the API', () => {
  it('is told by its reason in the reader’s language', () => {
    expect(withLanguage('fi', () => describeError(tooLong))).toBe('Teksti on liian pitkä. Lyhennä sitä.');
    expect(withLanguage('en', () => describeError(tooLong))).toBe('The text is too long. Make it shorter.');
  });

  it('without words for its reason is told by its kind, never in the API’s English', () => {
    const error = new ApiError({ code: 'CONFLICT', reason: 'SOMETHING_NEW', message: 'Internal words.' });
    expect(withLanguage('sv', () => describeError(error))).toMatch(/^Någon annan/);
  });

  it('puts each error beside its control, the first one said', () => {
    const errors = withLanguage('fi', () => fieldErrors(tooLong));
    expect(Object.keys(errors).toSorted()).toEqual(['email', 'languages', 'title']);
    expect(errors['title']).toBe('Teksti on liian pitkä. Lyhennä sitä.');
    expect(errors['email']).toBe('Tarkista tämä kohta.');
  });

  it('uses the whole path where a control bears it', () => {
    expect(Object.keys(withLanguage('fi', () => fieldErrors(tooLong, ['contact.email'])))).toContain(
      'contact.email',
    );
  });
});
