import { describe, expect, it } from 'vitest';
import { inputOf, offeringErrors, scheduleOf } from './desk-offering-input.ts';
import { readOfferingForm } from './desk-offering-read.ts';
import { centsOf } from './desk-offering-sums.ts';
import { newOfferingValues } from './desk-offering-values.ts';
import { controlOf } from './desk-offering.server.ts';

const host = {
  email: 'a@example.org',
  phone: null,
  languages: ['fi'],
  canReceiveReferrals: true,
  municipality: { code: '167' },
};
const fresh = newOfferingValues(host, 'ar', '2026-11-24', 'Aino');
const titled = { ...fresh, texts: [{ language: 'fi', title: 'Kahvila', summary: '', description: '' }] };

describe('the form of a new offering', () => {
  it('needs no more than a title', () => {
    expect(Object.keys(offeringErrors(fresh))).toEqual(['title-0']);
    expect(offeringErrors(titled)).toEqual({});
  });

  it('is a weekly group for four months, in the languages of the association and of the writer', () => {
    expect(fresh.texts.map(({ language }) => language)).toEqual(['fi', 'ar']);
    expect(scheduleOf(titled)).toEqual({
      startsAtLocal: '2026-12-01T17:00',
      durationMinutes: 90,
      weekdays: [2],
      intervalWeeks: 1,
      untilOn: '2027-03-24',
    });
  });

  it('once is a date without a rule', () => {
    expect(scheduleOf({ ...titled, repeats: 'ONCE' })).toEqual({
      startsAtLocal: '2026-12-01T17:00',
      durationMinutes: 90,
    });
  });

  it('keeps a blank second language in the form and does not send it', () => {
    const form = new FormData();
    const filled = ['language-0=fi', 'title-0= Kahvila ', 'language-1=ar', 'title-1=', 'title-2='];
    for (const entry of filled) form.append(...(entry.split('=') as [string, string]));
    const values = readOfferingForm(form);
    expect(values.texts.map(({ language, title }) => [language, title])).toEqual([
      ['fi', 'Kahvila'],
      ['ar', ''],
    ]);
    expect(inputOf(values).translations).toHaveLength(1);
    expect(offeringErrors({ ...titled, texts: values.texts })).toEqual({});
  });

  it('finds the control of a text behind a blank one', () => {
    const blank = { language: 'ar', title: '', summary: '', description: '' };
    const texts = [...titled.texts, blank, { ...blank, title: 'كرة' }];
    expect(controlOf('input.translations[1].title', texts)).toBe('title-2');
  });

  it('reads euros with a comma or a point', () => {
    expect(['5', '5,50', '5.50', ''].map(centsOf)).toEqual([500, 550, 550, 0]);
    expect(inputOf({ ...titled, facts: ['stepFree'] })).toMatchObject({ stepFree: true, womenOnly: false });
  });
});

describe('a refusal of the API', () => {
  it.each([
    ['input.translations[1].title', 'title-1'],
    ['input.translations.0.summary', 'summary-0'],
    ['input.schedules[0].startsAtLocal', 'firstOn'],
    ['input.spokenLanguages[2]', 'spokenLanguages'],
    ['input.untilOn', 'untilOn'],
  ])('of %s stands beside %s', (path, control) => expect(controlOf(path)).toBe(control));
});
