import { easter } from 'date-easter';

type Day = Temporal.PlainDate;

/** Easter Sunday. */
export const easterOf = (year: number): Day => {
  const { month, day } = easter(year);
  return Temporal.PlainDate.from({ year, month, day });
};

/** The first day from `from` on that falls on a weekday (1 = Monday). */
const firstOn = (weekday: number, from: Day): Day => from.add({ days: (weekday - from.dayOfWeek + 7) % 7 });

/** Days on which Finnish offices are closed beside Saturdays and Sundays; the eves of Christmas and Midsummer too. */
const holidaysOf = (year: number): ReadonlySet<string> => {
  const on = (month: number, day: number): Day => Temporal.PlainDate.from({ year, month, day });
  const sunday = easterOf(year);
  const midsummer = firstOn(6, on(6, 20));
  const days = [
    on(1, 1),
    on(1, 6),
    sunday.subtract({ days: 2 }),
    sunday,
    sunday.add({ days: 1 }),
    on(5, 1),
    sunday.add({ days: 39 }),
    sunday.add({ days: 49 }),
    midsummer.subtract({ days: 1 }),
    midsummer,
    firstOn(6, on(10, 31)),
    on(12, 6),
    on(12, 24),
    on(12, 25),
    on(12, 26),
  ];
  return new Set(days.map((day) => day.toString()));
};

const years = new Map<number, ReadonlySet<string>>();

/** Whether a day is a public holiday in Finland (Act 388/1937 and the church's days), an eve that counts as one too. */
export const isPublicHoliday = (day: Day): boolean => {
  const known = years.get(day.year) ?? holidaysOf(day.year);
  years.set(day.year, known);
  return known.has(day.toString());
};
