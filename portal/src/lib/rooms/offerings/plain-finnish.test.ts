import { describe, expect, it } from 'vitest';
import { isPlain, plainFinnishOf } from './plain-finnish.ts';

describe('plain Finnish', () => {
  it('has nothing to say about short sentences of common words', () => {
    const hints = plainFinnishOf('Tule kahville! Puhumme suomea joka tiistai. Et tarvitse ilmoittautua.');
    expect(hints && isPlain(hints)).toBe(true);
  });

  it('names a long sentence, a long word and an office’s word as it stands in the text', () => {
    const long =
      'Ryhmä kokoontuu joka tiistai klo 17.30 kirjastossa ja siellä voi puhua suomea ja juoda kahvia ja tavata uusia ihmisiä';
    const hints = plainFinnishOf(
      `${long}. Maahanmuuttoviranomainen auttaa, mikäli Osallistuminen on vaikeaa.`,
    );
    expect(hints?.longSentences.map(({ words }) => words)).toEqual([20]);
    expect(hints?.longWords).toEqual(['Maahanmuuttoviranomainen']);
    expect(hints?.avoid).toEqual([
      { word: 'Osallistuminen', plainer: 'tulla mukaan' },
      { word: 'mikäli', plainer: 'jos' },
    ]);
  });

  it('is silent about a few words', () => expect(plainFinnishOf('Kahvila')).toBeUndefined());
});
