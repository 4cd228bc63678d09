import { describe, expect, it } from 'vitest';
import { inputOf, offeringErrors } from './desk-offering-input.ts';
import { readDays, scheduleOf, toldOf } from './desk-offering-times.ts';
import { rhythmParts } from './schedule-words.ts';
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
      timeKind: 'TIMED',
      rhythm: 'WEEKLY',
      interval: 1,
      weekdays: [2],
      untilOn: '2027-03-24',
      skippedOn: [],
      extraStarts: [],
      skipsHolidays: true,
      skipsSchoolBreaks: false,
    });
  });

  it('once is a date without a rule', () => {
    expect(scheduleOf({ ...titled, repeats: 'ONCE' })).toEqual({
      startsAtLocal: '2026-12-01T17:00',
      durationMinutes: 90,
      timeKind: 'TIMED',
    });
  });

  it('reads days left out as people write them, and says the whole in a sentence', () => {
    expect(readDays('24.12.2026\n2027-01-06, 5.1.2027')).toEqual(['2026-12-24', '2027-01-06', '2027-01-05']);
    expect(readDays('31.2.2027')).toBeNull();
    expect(offeringErrors({ ...titled, skippedOn: 'Christmas' })).toHaveProperty('skippedOn');
    const parts = rhythmParts(toldOf({ ...titled, interval: '2', skippedOn: '24.12.2026' }));
    expect(parts).toHaveLength(6);
    expect(rhythmParts(toldOf({ ...titled, repeats: 'ONCE' }))).toEqual([]);
  });

  it('takes whole days from midnight', () => {
    expect(scheduleOf({ ...titled, timeKind: 'ALL_DAY', repeats: 'MONTHLY_ON_DATE' })).toMatchObject({
      startsAtLocal: '2026-12-01T00:00',
      durationMinutes: 1440,
      rhythm: 'MONTHLY_ON_DATE',
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
