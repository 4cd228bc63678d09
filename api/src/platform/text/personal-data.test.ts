import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longRun } from '../../../test/long-run.ts';
import { findPersonalData } from './personal-data.ts';

function found(text: string): string[] {
  return findPersonalData(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

const CHECKS = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const CENTURY_SIGNS = '+-YXWVUABCDEF';

describe('personal identity codes', () => {
  it.each([...CENTURY_SIGNS])('are found with the century sign %s', (sign) => {
    const code = `131052${sign}308T`;
    expect(found(`Hetu ${code}, soita`)).toEqual([`IDENTITY_CODE ${code}`]);
  });

  it.each([
    '131052-308T',
    '131052–308T',
    '131052 - 308 T',
    '13.10.52-308T',
    '13 10 1952 - 308T',
    '131052a308t',
    '١٣١٠٥٢-٣٠٨T',
    '131052А308Т',
    '1 3 1 0 5 2 - 3 0 8 T',
    '131052 308T',
    '131052-\n308T',
    '13105\u200B2-308T',
  ])('are found as %s', (code) => {
    expect(found(`x ${code} y`)).toEqual([`IDENTITY_CODE ${code}`]);
  });

  it('are found with a wrong check character too: it may be a slip of the pen', () => {
    expect(found('131052-308A')).toEqual(['IDENTITY_CODE 131052-308A']);
  });

  it('are found whatever the birth date, sign and number', () => {
    const parts = fc.tuple(
      fc.integer({ min: 1, max: 31 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 99 }),
      fc.constantFrom(...CENTURY_SIGNS),
      fc.integer({ min: 2, max: 999 }),
      fc.constantFrom('', ' ', '  '),
      fc.constantFrom('', 'Asiakas ', 'tunnus:', '12 '),
      fc.constantFrom('', '.', ' ok', ', 5'),
    );
    fc.assert(
      fc.property(parts, ([day, month, year, sign, number, gap, before, after]) => {
        const date = [day, month, year].map((part) => String(part).padStart(2, '0')).join('');
        const individual = String(number).padStart(3, '0');
        const code = `${date}${gap}${sign}${gap}${individual}${CHECKS[Number(date + individual) % 31]}`;
        const kinds = findPersonalData(before + code + after).map(({ kind }) => kind);
        expect(kinds).toContain('IDENTITY_CODE');
      }),
      { numRuns: longRun(500, 50_000), seed: 11 },
    );
  });
});

describe('phone numbers', () => {
  it.each([
    '0401234567',
    '040 123 4567',
    '040-1234567',
    '040–123 4567',
    '0400 - 123 456',
    '(013) 123 456',
    '013 123456',
    '09.12.34.56.78',
    '+358 40 123 4567',
    '+358(0)401234567',
    '00358401234567',
    '+46 70-123 45 67',
    '+380 44 123 4567',
    '045/123 45 67',
    '1234567',
    '٠٤٠ ١٢٣ ٤٥٦٧',
    '۰۴۰۱۲۳۴۵۶۷',
    '０４０１２３４５６７',
    '040\u00A0123\u202F4567',
    '04\u200B0123\u200D4567',
    '0️⃣4️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣',
  ])('are found as %s', (number) => {
    const places = findPersonalData(`Soita ${number} illalla`);
    expect(places.map(({ kind }) => kind)).toEqual(['PHONE']);
    expect(number).toContain(`Soita ${number} illalla`.slice(places[0]?.start, places[0]?.end));
  });

  it.each([
    'Ryhmä alkaa 1.12.2026 klo 17.00–19.30.',
    '1.12.2026 17-19',
    '1.9.2026–31.5.2027',
    '1.-31.12.2026',
    '24.12.-31.12.',
    '2026-12-01',
    '09.00-16.00',
    'klo 10-12 / 14-16',
    'lukuvuosi 2026–2027',
    'postinumero 80100, 3 lasta (2, 5 ja 8 v)',
    'bussi 31, 8 km, 25 000 asukasta',
    '١.١٢.٢٠٢٦',
    'A2.1–B1, 18–64 v, 15 paikkaa',
  ])('are not found in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('are found whatever the separators and the script of the digits', () => {
    const zeros = [0x30, 0x660, 0x6f0, 0x966, 0xff10];
    const separators = fc.constantFrom('', ' ', '-', '\u2013', '\u00A0', '\u200B', ' - ', '/');
    const number = fc.tuple(
      fc.constantFrom('+358', '00358', '0', '+46', '+252'),
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 7, maxLength: 10 }),
      fc.array(separators, { minLength: 10, maxLength: 10 }),
      fc.constantFrom(...zeros),
    );
    fc.assert(
      fc.property(number, fc.constantFrom('', 'puh. ', 'tel:'), ([prefix, digits, gaps, zero], before) => {
        const tail = digits
          .map((digit, index) => (gaps[index] ?? '') + String.fromCodePoint(zero + digit))
          .join('');
        expect(findPersonalData(`${before}${prefix}40${tail} kiitos`).length).toBeGreaterThan(0);
      }),
      { numRuns: longRun(500, 50_000), seed: 12 },
    );
  });
});

describe('e-mail addresses', () => {
  it.each([
    'maija.meikalainen@example.org',
    "o'brien+joensuu@mail.example.org",
    'maija (at) example.org',
    'maija[at]example[dot]org',
    'maija at example.org',
    'maija (ät) example piste fi',
    'maija@ example.org',
    'maija @ example . org',
    'maija＠example.org',
    'مريم@example.org',
    'мария@пример.рф',
    'maija@localhost',
  ])('are found as %s', (address) => {
    expect(found(`Osoite: ${address}; kiitos`)).toEqual([`EMAIL ${address}`]);
  });

  it.each(['Meet at noon. Then we eat.', 'at 10.30', '@kahvila', 'a @', 'kahvi (at) '])(
    'are not found in %j',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});

describe('finding personal data', () => {
  it('tells each place once and in order', () => {
    const text = 'Amina +358 40 1234567, amina@example.org, 131052-308T.';
    expect(found(text)).toEqual([
      'PHONE +358 40 1234567',
      'EMAIL amina@example.org',
      'IDENTITY_CODE 131052-308T',
    ]);
  });

  it('parts a phone number from the identity code beside it', () => {
    expect(found('0401234567 131052-308T')).toEqual(['PHONE 0401234567', 'IDENTITY_CODE 131052-308T']);
    expect(found('131052-308T 0401234567')).toEqual(['IDENTITY_CODE 131052-308T', 'PHONE 0401234567']);
  });

  it('finds nothing in an ordinary note', () => {
    expect(
      found('Perhe toivoo arabiankielistä ryhmää, kaksi lasta. Paras aika on ilta tai viikonloppu. 😀'),
    ).toEqual([]);
    expect(found('')).toEqual([]);
  });

  it('gives places inside the text, ascending and apart, for any text', () => {
    const piece = fc.constantFrom(
      '0',
      '4',
      '1',
      '٣',
      ' ',
      '-',
      '.',
      '@',
      '(at)',
      ' at ',
      'a',
      'T',
      '+',
      '½',
      '😀',
      '\u0301',
      '\n',
      '\uD800',
    );
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const place of findPersonalData(text)) {
          expect(place.start).toBeGreaterThanOrEqual(end);
          expect(place.end).toBeGreaterThan(place.start);
          expect(place.end).toBeLessThanOrEqual(text.length);
          end = place.end;
        }
      }),
      { numRuns: longRun(1_000, 50_000), seed: 13 },
    );
  });

  it.each([
    '1',
    '1 ',
    '1.',
    '1-',
    'a@',
    'a.',
    ' at a.',
    '131052-308T ',
    '0 4 0 ',
    '10-12 ',
    '+',
    '(at)',
    '@a.',
  ])('takes time in proportion to a long text of %j', (piece) => {
    const startedAt = performance.now();
    findPersonalData(piece.repeat(20_000 / piece.length));
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
