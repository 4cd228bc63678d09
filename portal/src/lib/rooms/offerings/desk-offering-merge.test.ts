import { describe, expect, it } from 'vitest';
import { baseOf, mergeOffering } from './desk-offering-merge.ts';
import { newOfferingValues, type OfferingValues } from './desk-offering-values.ts';

const host = {
  email: null,
  phone: null,
  languages: ['fi'],
  canReceiveReferrals: false,
  municipality: { code: '167' },
};
const text = (language: string, title: string) => ({ language, title, summary: '', description: '' });
const base: OfferingValues = {
  ...newOfferingValues(host, 'en', '2026-11-24', 'Aino'),
  texts: [text('fi', 'Kahvila'), text('en', 'Café')],
  changeTimes: false,
};

describe('two editors of one offering', () => {
  it('both keep what they alone changed', () => {
    const mine = {
      ...base,
      capacity: '12',
      facts: ['stepFree'],
      texts: [text('fi', 'Iltakahvila'), text('en', 'Café')],
    };
    const theirs = {
      ...base,
      priceEuros: '5',
      facts: ['womenOnly'],
      firstOn: '2027-01-05',
      texts: [text('fi', 'Kahvila'), text('en', 'Language café'), text('so', 'Makhaayad')],
    };
    const { values, conflicts } = mergeOffering(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(values).toMatchObject({ capacity: '12', priceEuros: '5', firstOn: '2027-01-05' });
    expect(values.facts.toSorted()).toEqual(['stepFree', 'womenOnly']);
    expect(values.texts.map(({ title }) => title)).toEqual(['Iltakahvila', 'Language café', 'Makhaayad']);
  });

  it('are told where both changed the same, and nothing of either is lost unseen', () => {
    const mine = { ...base, contactName: 'Mari', texts: [text('fi', 'Iltakahvila'), text('en', 'Café')] };
    const theirs = { ...base, contactName: 'Omar', texts: [text('fi', 'Aamukahvila'), text('en', 'Café')] };
    const { values, conflicts } = mergeOffering(base, mine, theirs);
    expect(values.contactName).toBe('Mari');
    expect(conflicts).toEqual([
      { control: 'title-0', theirs: 'Aamukahvila' },
      { control: 'contactName', theirs: 'Omar' },
    ]);
  });

  it('choose times as one', () => {
    const mine = { ...base, changeTimes: true, startTime: '18:00' };
    const theirs = { ...base, firstOn: '2027-01-05' };
    const { values, conflicts } = mergeOffering(base, mine, theirs);
    expect(values).toMatchObject({ firstOn: base.firstOn, startTime: '18:00' });
    expect(conflicts).toEqual([{ control: 'firstOn', theirs: '2027-01-05 17:00' }]);
  });

  it('begin with what the form sends back, and with nothing else', () => {
    expect(baseOf(JSON.stringify(base))).toEqual(base);
    expect([baseOf(''), baseOf('null'), baseOf('{}')]).toEqual([undefined, undefined, undefined]);
  });
});
