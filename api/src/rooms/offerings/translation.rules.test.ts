import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longRun } from '../../../test/long-run.ts';
import { textFields } from './offering.words.ts';
import { partsOf, sourceChangesOf } from './translation.diff.ts';
import {
  missingFieldsOf,
  settleTexts,
  sourcesOf,
  type CheckedText,
  type StoredText,
} from './translation.rules.ts';

const text = (language: string, title: string, more: Partial<CheckedText> = {}): CheckedText => ({
  language,
  title,
  summary: '',
  description: '',
  ...more,
});

const settle = (texts: readonly CheckedText[], before: readonly StoredText[] = []): StoredText[] =>
  settleTexts(texts, 'fi', sourcesOf(texts, 'fi', before) ?? expect.fail('circular'), before);

const statesOf = (texts: readonly StoredText[]): string =>
  texts.map(({ language, state }) => `${language} ${state}`).join(', ');

/** Somali from English, English from Finnish. */
const chain = settle([
  text('fi', 'Kahvila'),
  text('en', 'Café'),
  text('so', 'Makhaayad', { sourceLanguage: 'en' }),
]);

describe('the state of a translation', () => {
  it('falls behind with its source, and all that was translated from it too', () => {
    const changed = settle([text('fi', 'Iltakahvila'), text('en', 'Café'), text('so', 'Makhaayad')], chain);
    expect(statesOf(changed)).toBe('fi CURRENT, en OUTDATED, so OUTDATED');
    const english = settle(
      [text('fi', 'Iltakahvila'), text('en', 'Evening café'), text('so', 'Makhaayad')],
      changed,
    );
    expect(statesOf(english)).toBe('fi CURRENT, en CURRENT, so OUTDATED');
    const somali = settle(
      [text('fi', 'Iltakahvila'), text('en', 'Evening café'), text('so', 'Makhaayad fiid')],
      english,
    );
    expect(statesOf(somali)).toBe('fi CURRENT, en CURRENT, so CURRENT');
  });

  it('is a matter of each field: the title written anew does not mend the description', () => {
    const both = (fi: string, en: string, title = 'Café') => [
      text('fi', 'Kahvila', { description: fi }),
      text('en', title, { description: en }),
    ];
    const before = settle(both('Tule kello 17.', 'Come at 5 pm.'));
    const changed = settle(both('Tule kello 18.', 'Come at 5 pm.', 'Coffee'), before);
    expect(changed[1]).toMatchObject({ state: 'OUTDATED', outdatedFields: ['description'] });
    expect(statesOf(settle(both('Tule kello 18.', 'Come at 6 pm.', 'Coffee'), changed))).toBe(
      'fi CURRENT, en CURRENT',
    );
  });

  it('is the editor’s to say: a small edit of many letters leaves it, a marked change of none does not', () => {
    const before = settle([text('fi', 'Kahvila'), text('en', 'Café')]);
    const typo = settle([text('fi', 'Kahvilla', { isMinorEdit: true }), text('en', 'Café')], before);
    expect(statesOf(typo)).toBe('fi CURRENT, en CURRENT');
    const question = settle([text('fi', 'Kahvila?', { isMinorEdit: false }), text('en', 'Café')], before);
    expect(statesOf(question)).toBe('fi CURRENT, en OUTDATED');
    const comma = settle([text('fi', 'Kahvila!'), text('en', 'Café')], before);
    expect(statesOf(comma)).toBe('fi CURRENT, en CURRENT');
  });

  it('is current again once somebody checked it, though not a letter changed', () => {
    const behind = settle(
      [text('fi', 'Iltakahvila'), text('en', 'Café')],
      settle([text('fi', 'Kahvila'), text('en', 'Café')]),
    );
    expect(
      statesOf(settle([text('fi', 'Iltakahvila'), text('en', 'Café', { isChecked: true })], behind)),
    ).toBe('fi CURRENT, en CURRENT');
  });

  it('stays a draft until its translator says that it is ready', () => {
    const draft = settle([text('fi', 'Kahvila'), text('en', 'Caf', { isDraft: true })]);
    const longer = settle([text('fi', 'Kahvila'), text('en', 'Café')], draft);
    expect(statesOf(longer)).toBe('fi CURRENT, en DRAFT');
    expect(statesOf(settle([text('fi', 'Kahvila'), text('en', 'Café', { isDraft: false })], longer))).toBe(
      'fi CURRENT, en CURRENT',
    );
  });

  it('knows a copy, what is missing, and whose hand it was', () => {
    const [fi, en, sv] = settle([
      text('fi', 'Kahvila', { summary: 'Tule!' }),
      text('en', 'Kahvila'),
      text('sv', 'Kafé', { isMachine: true }),
    ]);
    if (!fi || !en || !sv) return expect.fail('texts are gone');
    expect([fi, en, sv].map(({ isCopyOfSource }) => isCopyOfSource)).toEqual([false, true, false]);
    expect(missingFieldsOf(sv, fi)).toEqual(['summary']);
    const kept = settle([text('fi', 'Kahvila', { summary: 'Tule!' }), text('sv', 'Kafé')], [fi, sv]);
    expect(kept[1]?.isMachine).toBe(true);
    expect(settle([text('fi', 'Kahvila'), text('sv', 'Kaffestuga')], kept)[1]?.isMachine).toBe(false);
  });

  it('is refused a source that is made of it', () => {
    const circle = [
      text('fi', 'a'),
      text('en', 'b', { sourceLanguage: 'so' }),
      text('so', 'c', { sourceLanguage: 'en' }),
    ];
    expect(sourcesOf(circle, 'fi')).toBeUndefined();
  });

  it('shows how the source changed since', () => {
    const behind = settle(
      [text('fi', 'Kahvila illalla'), text('en', 'Café')],
      settle([text('fi', 'Kahvila'), text('en', 'Café')]),
    );
    const [, en] = behind;
    expect(en && sourceChangesOf(en, behind)).toEqual([
      {
        field: 'title',
        parts: [
          { kind: 'SAME', text: 'Kahvila' },
          { kind: 'ADDED', text: ' illalla' },
        ],
      },
    ]);
  });
});

describe('any history of edits', () => {
  const languages = ['fi', 'en', 'so', 'ar'] as const;
  const edit = fc.record({
    at: fc.constantFrom(...languages),
    field: fc.constantFrom(...textFields),
    word: fc.constantFrom('yksi', 'kaksi', 'kolme', 'Yksi!'),
    source: fc.constantFrom(undefined, 'fi', 'en'),
    flags: fc.record({
      isMinorEdit: fc.constantFrom(undefined, true, false),
      isChecked: fc.constantFrom(undefined, true),
    }),
  });

  it('outdates a field exactly when a source above it is newer than what it was made from', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        let stored = settle(languages.map((language) => text(language, `${language} a`)));
        for (const { at, field, word, source, flags } of edits) {
          const texts = stored.map(({ language, title, summary, description }) => ({
            ...text(language, title, { summary, description }),
            ...(language === at && {
              [field]: word,
              ...flags,
              ...(source !== at && { sourceLanguage: source }),
            }),
          }));
          const sources = sourcesOf(texts, 'fi', stored);
          if (!sources) continue;
          stored = settleTexts(texts, 'fi', sources, stored);
          for (const translation of stored) {
            const above = stored.find(({ language }) => language === translation.sourceLanguage);
            for (const each of textFields) {
              const basis = translation.basedOn[each]?.version ?? 0;
              const isBehind =
                above !== undefined &&
                translation[each] !== '' &&
                (basis < above.substance[each] || above.outdatedFields.includes(each));
              expect(translation.outdatedFields.includes(each)).toBe(isBehind);
              expect(basis).toBeLessThanOrEqual(above?.substance[each] ?? 0);
            }
            expect(translation.state).toBe(translation.outdatedFields.length > 0 ? 'OUTDATED' : 'CURRENT');
          }
        }
      }),
      { numRuns: longRun(60, 3_000), seed: 4 },
    );
  });

  it('compares two wordings so that either can be read off again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({ maxLength: 60 }),
        (before, now) => {
          const read = (without: string): string =>
            partsOf(before, now)
              .flatMap(({ kind, text: part }) => (kind === without ? [] : [part]))
              .join('');
          expect(read('ADDED')).toBe(before);
          expect(read('REMOVED')).toBe(now);
        },
      ),
      { numRuns: longRun(50, 2_000), seed: 4 },
    );
  });
});
