import { describe, expect, it } from 'vitest';
import { readGuarded } from './read.guard.ts';

const read = (text: string, seconds?: number) =>
  readGuarded({ kind: 'ics', bytes: Buffer.from(text), options: {} }, seconds);

describe('reading a stranger’s file', () => {
  it('with 50 000 endless events brings the first 5 000 and says so', async () => {
    const event = (index: number): string =>
      `BEGIN:VEVENT\r\nUID:${index}\r\nSUMMARY:T\r\nDTSTART:20261201T100000Z\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\n`;
    const text = `BEGIN:VCALENDAR\r\n${Array.from({ length: 50_000 }, (_, index) => event(index)).join('')}END:VCALENDAR`;
    const { events, problems } = await read(text);
    expect(events).toHaveLength(5_000);
    expect(problems.map(({ reason }) => reason)).toEqual(['TOO_MANY_EVENTS']);
  });

  it('nested a million deep reads what is around', async () => {
    const bomb = 'BEGIN:VALARM\n'.repeat(700_000);
    const { events } = await read(`BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:T\n${bomb}END:VEVENT`);
    expect(events).toHaveLength(1);
  });

  it('that takes too long ends, and so does the next one', async () => {
    const results = await Promise.all([
      read('BEGIN:VCALENDAR', 0),
      read('BEGIN:VCALENDAR', 0),
      read('BEGIN:VCALENDAR', 0),
    ]);
    expect(results.map(({ problems }) => problems[0]?.reason)).toEqual(
      Array.from({ length: 3 }, () => 'FILE_TOO_LARGE'),
    );
    expect((await read('BEGIN:VCALENDAR\nEND:VCALENDAR')).problems).toEqual([]);
  });
});
