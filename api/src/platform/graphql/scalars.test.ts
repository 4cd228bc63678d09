import { Kind, type GraphQLScalarType } from 'graphql';
import { describe, expect, it } from 'vitest';
import {
  Bcp47Scalar,
  DateScalar,
  DateTimeScalar,
  EmailAddressScalar,
  LocalDateTimeScalar,
  MunicipalityCodeScalar,
  UrlScalar,
} from './scalars.ts';

const all = [
  Bcp47Scalar,
  DateScalar,
  DateTimeScalar,
  EmailAddressScalar,
  LocalDateTimeScalar,
  MunicipalityCodeScalar,
  UrlScalar,
];

const refuses = (scalar: GraphQLScalarType, values: readonly unknown[]): void => {
  for (const value of values) expect(() => scalar.parseValue(value), String(value)).toThrow(/ is expected/);
};

describe('every scalar', () => {
  it.each(all)(
    '$name is described, takes only text, names its reason and does not repeat the value',
    (scalar) => {
      expect(scalar.description).toBeTruthy();
      refuses(scalar, [1, true, {}, [], null]);
      expect(() => scalar.parseLiteral({ kind: Kind.INT, value: '1' })).toThrow(/ is expected/);
      try {
        scalar.parseValue('secret value');
        expect.unreachable();
      } catch (error) {
        expect(error).toMatchObject({ extensions: { reason: expect.stringMatching(/^INVALID_[A-Z_]+$/) } });
        expect(String(error)).not.toContain('secret');
      }
    },
  );

  it('refuses to show what is not a value of its type, without repeating it', () => {
    expect(() => EmailAddressScalar.serialize(1)).toThrow(
      'A field of type EmailAddress holds a value that is not one.',
    );
    expect(() => DateTimeScalar.serialize('secret')).toThrow(/^A field of type DateTime/);
  });
});

describe('DateTime', () => {
  it('reads an instant with its offset', () => {
    expect(DateTimeScalar.parseValue('2026-12-01T17:00:00+02:00')).toEqual(new Date('2026-12-01T15:00:00Z'));
    expect(DateTimeScalar.parseValue('2026-12-01T15:00:00.123456Z')).toEqual(
      new Date('2026-12-01T15:00:00.123Z'),
    );
    expect(DateTimeScalar.parseLiteral({ kind: Kind.STRING, value: '2026-12-01T15:00:00Z' })).toBeInstanceOf(
      Date,
    );
  });

  it('refuses what names no instant', () => {
    refuses(DateTimeScalar, [
      '2026-12-01T17:00:00',
      '2026-12-01',
      '2026-02-30T10:00:00Z',
      '2026-12-01T24:00:00Z',
      '',
      '1',
    ]);
  });

  it('shows instants of any make in UTC', () => {
    const shown = '2026-12-01T15:00:00.000Z';
    expect(DateTimeScalar.serialize(new Date(shown))).toBe(shown);
    expect(DateTimeScalar.serialize(Temporal.Instant.from(shown))).toBe(shown);
    expect(DateTimeScalar.serialize('2026-12-01 17:00:00+02')).toBe(shown);
    expect(DateTimeScalar.serialize('2026-12-01 15:00:00.000+00')).toBe(shown);
    expect(() => DateTimeScalar.serialize('2026-12-01 17:00:00')).toThrow();
    expect(() => DateTimeScalar.serialize(new Date(NaN))).toThrow();
  });
});

describe('Date and LocalDateTime', () => {
  it('read calendar dates that exist', () => {
    expect(DateScalar.parseValue('2028-02-29')).toBe('2028-02-29');
    refuses(DateScalar, ['2027-02-29', '1.12.2026', '2026-12-01T00:00', '']);
  });

  it('show dates without moving them to another day', () => {
    expect(DateScalar.serialize('2026-12-01')).toBe('2026-12-01');
    expect(DateScalar.serialize(new Date(2026, 11, 1))).toBe('2026-12-01');
    expect(DateScalar.serialize(Temporal.PlainDate.from('2026-12-01'))).toBe('2026-12-01');
  });

  it('read and show local times to the minute', () => {
    expect(LocalDateTimeScalar.parseValue('2026-12-01T17:00')).toBe('2026-12-01T17:00');
    expect(LocalDateTimeScalar.parseValue('2026-12-01T17:00:00')).toBe('2026-12-01T17:00');
    refuses(LocalDateTimeScalar, [
      '2026-12-01T17:00Z',
      '2026-12-01T17:00+02:00',
      '2026-12-01 17:00',
      '2026-13-01T17:00',
    ]);
    expect(LocalDateTimeScalar.serialize('2026-12-01 17:00:00')).toBe('2026-12-01T17:00');
  });
});

describe('texts', () => {
  it('makes language tags canonical', () => {
    expect(Bcp47Scalar.parseValue('SV-fi')).toBe('sv-FI');
    expect(Bcp47Scalar.parseValue('zh-hant')).toBe('zh-Hant');
    refuses(Bcp47Scalar, ['', 'finnish language', 'fi_FI', 'f']);
  });

  it('takes municipality codes of three digits', () => {
    expect(MunicipalityCodeScalar.parseValue('005')).toBe('005');
    refuses(MunicipalityCodeScalar, ['5', '0167', 'abc', '167\n']);
  });

  it('takes e-mail addresses of up to 254 characters', () => {
    const longest = `${'a'.repeat(254 - '@example.fi'.length)}@example.fi`;
    expect(EmailAddressScalar.parseValue(longest)).toBe(longest);
    refuses(EmailAddressScalar, [`a${longest}`, 'nobody', 'a@b@c', 'a@example.fi\n', 'a b@example.fi']);
  });

  it('takes web addresses alone', () => {
    expect(UrlScalar.parseValue('https://Example.fi')).toBe('https://example.fi/');
    refuses(UrlScalar, [
      'javascript:alert(1)',
      'ftp://example.fi',
      'example.fi',
      'https://user:word@example.fi/',
      '//x.fi',
    ]);
    refuses(UrlScalar, [`https://example.fi/${'a'.repeat(2000)}`]);
  });
});
