import { describe, expect, it } from 'vitest';
import { checkNote } from './note.check.ts';
import { nameLikeWordsOf } from './note.names.ts';

describe('a word that may be a name', () => {
  it.each([
    ['Toivo helps with the bags.', ['Toivo']],
    ['Naapuri Merin kanssa sopii hyvin.', ['Merin']],
    ['Her sister Ngozi comes along, and Ngozi brings the child.', ['Ngozi']],
    ['Хочет прийти с Анной.', ['Анной']],
    ['تأتي مع فاطمة', ['فاطمة']],
    ['تأتي وفاطمة', ['وفاطمة']],
    ['Grannen Åsa följer med.', ['Åsa']],
  ])('is found, as it is written: %s', (note, words) => expect(nameLikeWordsOf(note)).toEqual(words));

  it.each([
    'Toive: iltaisin, meri ja toivo kiinnostavat.',
    'Would like company on weekday mornings. Speaks Arabic and some Finnish.',
    'Lives in Liperi, comes by bus from Joensuu on Mondays in December.',
    'Tarvitsee TE-palvelujen ja SPR:n apua.',
    'A Syrian family; likes tea.',
    'Tisdagar passar bäst. Talar arabiska.',
    'Хочет общаться по вечерам. Нужен переводчик.',
    'يفضل المساء ويحب القراءة',
  ])('is not seen in: %s', (note) => expect(nameLikeWordsOf(note)).toEqual([]));
});

describe('a note with such words', () => {
  const note = 'Toivo and Meri come along.';

  it('is kept back until exactly they are confirmed', () => {
    expect(() => checkNote(note, 'Amina')).toThrowError(/may be names/);
    expect(() => checkNote(note, 'Amina', ['Toivo'])).toThrowError(/may be names/);
    expect(() => checkNote(note, 'Amina', ['toivo', 'meri'])).toThrowError(/may be names/);
    expect(checkNote(note, 'Amina', ['Toivo', 'Meri'])).toBe(note);
  });

  it('is kept back for good where the name is the client’s own', () => {
    expect(() => checkNote(note, 'Meri', ['Toivo', 'Meri'])).toThrowError(/Take names/);
  });
});
