import { describe, expect, it } from 'vitest';
import { refusalOfDatabase, sqlStateOf } from './database-error.ts';

const databaseError = (code: string): Error =>
  Object.assign(new Error('Key (email)=(someone@example.fi) already exists.'), {
    code,
    constraint: 'person_email_key',
  });

describe('errors of the database', () => {
  it.each([
    ['23505', 'CONFLICT', 'ALREADY_EXISTS'],
    ['23P01', 'CONFLICT', 'OVERLAPS'],
    ['23503', 'INVALID_INPUT', 'REFERENCE_NOT_FOUND'],
    ['23502', 'INVALID_INPUT', 'VALUE_MISSING'],
    ['23514', 'INVALID_INPUT', 'VALUE_NOT_ALLOWED'],
    ['22P02', 'INVALID_INPUT', 'VALUE_MALFORMED'],
    ['22003', 'INVALID_INPUT', 'VALUE_OUT_OF_RANGE'],
    ['22021', 'INVALID_INPUT', 'TEXT_NOT_ALLOWED'],
    ['40001', 'CONFLICT', 'TRY_AGAIN'],
    ['40P01', 'CONFLICT', 'TRY_AGAIN'],
    ['42501', 'FORBIDDEN', 'NOT_ALLOWED'],
    ['57014', 'RATE_LIMITED', 'TOOK_TOO_LONG'],
  ])('%s becomes %s, %s, and repeats neither values nor names of the schema', (state, code, reason) => {
    const refusal = refusalOfDatabase(databaseError(state));
    expect(refusal).toMatchObject({ code, reason });
    expect(JSON.stringify([refusal?.message, refusal?.details])).not.toMatch(/someone|person_email/);
  });

  it('are found under what the ORM wraps around them', () => {
    const wrapped = new Error('flush failed', {
      cause: new Error('driver', { cause: databaseError('23505') }),
    });
    expect(sqlStateOf(wrapped)).toBe('23505');
    expect(refusalOfDatabase(wrapped)?.reason).toBe('ALREADY_EXISTS');
  });

  it('that are faults of ours, and errors of other kinds, are no refusals', () => {
    for (const code of ['42703', '42P01', '08006', '53300', 'EPIPE', 'ECONNREFUSED'])
      expect(refusalOfDatabase(databaseError(code)), code).toBeUndefined();
    expect(refusalOfDatabase(new Error('23505'))).toBeUndefined();
    expect(refusalOfDatabase(null)).toBeUndefined();
    const circular = new Error('a');
    circular.cause = circular;
    expect(sqlStateOf(circular)).toBeUndefined();
  });
});
