import { describe, expect, it } from 'vitest';
import { ApiError, statusOf, toApiError } from './api-error.ts';

describe('an answer with errors', () => {
  it('becomes one error with code, reason, fields and facts', () => {
    const error = toApiError([
      {
        message: 'Two fields are wrong.',
        extensions: {
          code: 'INVALID_INPUT',
          reason: 'VALUE_TOO_LONG',
          fields: [
            { path: 'input.title', message: 'Too long.', reason: 'VALUE_TOO_LONG' },
            { path: ['input', 'contact', 'email'], message: 'No address.' },
          ],
          facts: { maximum: 80 },
        },
      },
      { message: 'another' },
    ]);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code: 'INVALID_INPUT', reason: 'VALUE_TOO_LONG', facts: { maximum: 80 } });
    expect(error.fields).toEqual([
      { path: 'input.title', message: 'Too long.', reason: 'VALUE_TOO_LONG' },
      { path: 'input.contact.email', message: 'No address.' },
    ]);
  });

  it.each([undefined, {}, { code: 'GRAPHQL_VALIDATION_FAILED' }, { code: 7, fields: 'x', facts: [1] }])(
    'of an unknown kind (%j) is INTERNAL and bears nothing else',
    (extensions) => {
      const error = toApiError([{ message: 'Boom', extensions }]);
      expect(error).toMatchObject({ code: 'INTERNAL', reason: undefined, fields: [], facts: {} });
      expect(statusOf(error)).toBe(500);
    },
  );

  it('that holds neither data nor errors is UNREACHABLE, a 503', () => {
    expect(statusOf(toApiError([]))).toBe(503);
  });

  it.each([
    ['UNAUTHENTICATED', 401],
    ['FORBIDDEN', 403],
    ['NOT_FOUND', 404],
    ['INVALID_INPUT', 400],
    ['CONFLICT', 409],
    ['RATE_LIMITED', 429],
  ])('of kind %s is told with status %i', (code, status) => {
    expect(statusOf(toApiError([{ message: '', extensions: { code } }]))).toBe(status);
  });
});
