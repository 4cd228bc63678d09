import { describe, expect, it } from 'vitest';
import { checkNote, noteProblemsOf } from './note.check.ts';

describe('a note', () => {
  it.each([
    ['Amina would like company.', 'NAME'],
    ['Aminalle sopii ilta.', 'NAME'],
    ['AMINA-n lapset', 'NAME'],
    ['A\u200Bmina likes to cook', 'NAME'],
    ['Ａｍｉｎａ sings', 'NAME'],
    ['Call 040 123 4567.', 'PHONE'],
    ['Write to a.b@example.org', 'EMAIL'],
    ['131052-308T', 'IDENTITY_CODE'],
  ])('is held back: %s', (note, problem) => expect(noteProblemsOf(note, 'Amina')).toContain(problem));

  it('is held back for any part of a name, in any script and with accents', () => {
    expect(noteProblemsOf('Nur comes by bus', 'Amina Nur')).toEqual(['NAME']);
    expect(noteProblemsOf('Zoe and her sons', 'Zoë')).toEqual(['NAME']);
    expect(noteProblemsOf('تحب لأمينة القراءة', 'أمينة')).toEqual(['NAME']);
    expect(noteProblemsOf('Оксане удобно вечером', 'Оксан')).toEqual(['NAME']);
  });

  it('may hold words that only begin like a short name', () => {
    expect(noteProblemsOf('Alimentary advice, aliarvioi taitonsa', 'Ali')).toEqual([]);
    expect(noteProblemsOf('Alin perhe', 'Ali')).toEqual(['NAME']);
  });

  it('says when and what without trouble', () => {
    expect(checkNote('Evenings after 17.30, from 1.12. on. Likes sewing.', 'Amina')).toBe(
      'Evenings after 17.30, from 1.12. on. Likes sewing.',
    );
    expect(checkNote('  ', 'Amina')).toBeNull();
  });

  it('is refused without echoing what was found', () => {
    expect(() => checkNote('Amina, 040 123 4567', 'Amina')).toThrowError(/Take names/);
    expect(() => checkNote('Amina', 'Amina')).not.toThrowError(/Amina/);
  });

  it('has 280 characters at most', () => {
    expect(checkNote('ä'.repeat(280), 'Amina')).toHaveLength(280);
    expect(() => checkNote('ä'.repeat(281), 'Amina')).toThrowError(/280/);
  });
});
