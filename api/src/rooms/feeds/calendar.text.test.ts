import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { longRun } from '../../../test/long-run.ts';
import { calendarText, localTime, property, utcTime } from './calendar.text.ts';

const runs = { numRuns: longRun(300, 20_000), seed: 5 };
const utf8 = new TextEncoder();

const readBack = (name: string, line: string): ICAL.Property => {
  const text = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', line, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
  const found = event?.getFirstProperty(name);
  if (!found) throw new Error(`No ${name}`);
  return found;
};

/** Letters of many scripts, and everything that could break out of a line. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        'BEGIN:VEVENT',
        'END:VCALENDAR',
        '\r\n',
        '\n',
        '\r',
        ';',
        ',',
        '\\',
        '"',
        ':',
        ']]>',
        '\u202e',
        '👩‍👩‍👧',
        'مقهى',
        '\u0000',
        ' ',
      ),
      { maxLength: 40 },
    )
    .map((pieces) => pieces.join('')),
);

describe('a line of a calendar', () => {
  it('is folded within 75 octets and never inside a character', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const lines = property('SUMMARY', calendarText(text.toWellFormed())).split('\r\n');
        for (const line of lines) {
          expect(utf8.encode(line).length).toBeLessThanOrEqual(75);
          expect(line.isWellFormed()).toBe(true);
        }
        expect(lines.slice(1).every((line) => line.startsWith(' '))).toBe(true);
      }),
      runs,
    );
  });

  it('gives any text back to a foreign reader, without its control characters', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const clean = text
          .toWellFormed()
          .replaceAll(/\r\n?/g, '\n')
          .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/g, '');
        const read = readBack('summary', property('SUMMARY', calendarText(text.toWellFormed())));
        expect(read.getFirstValue() ?? '').toBe(clean);
      }),
      runs,
    );
  });

  it('keeps a parameter in its quotes', () => {
    const line = property('ORGANIZER', 'https://hub.test/o', { CN: 'Tee, kahvi; "ja": pulla\n' });
    const read = readBack('organizer', line);
    expect(read.getParameter('cn')).toBe('Tee, kahvi; ’ja’: pulla ');
    expect(read.getFirstValue()).toBe('https://hub.test/o');
  });

  it('writes local times to the second and instants in UTC', () => {
    expect(localTime('2026-12-01T17:00')).toBe('20261201T170000');
    expect(localTime('2026-12-01T17:00:30')).toBe('20261201T170030');
    expect(utcTime(new Date('2026-12-01T15:00:00Z'))).toBe('20261201T150000Z');
  });
});
