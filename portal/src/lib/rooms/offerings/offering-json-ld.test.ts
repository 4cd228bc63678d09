import { describe, expect, it } from 'vitest';
import { jsonLdOf, jsonLdText, type DescribedPage } from './offering-json-ld.ts';

const origin = 'https://kotoverkko.example';
const text = (value: string) => ({ value, language: 'en', isFallback: false });

const offering = {
  kind: 'PEER_SUPPORT',
  title: text('Language café'),
  summary: text('Talk & <drink> coffee.'),
  spokenLanguages: ['fi', 'ar'],
  priceEuroCents: 250,
  isOnline: false,
  organisation: { id: 'a', name: 'Neighbours' },
  coHosts: [{ id: 'b', name: 'Friends' }],
  schedules: [
    {
      startsAtLocal: '2026-12-01T23:00',
      durationMinutes: 90,
      rhythm: 'WEEKLY',
      interval: 2,
      monthWeek: null,
      skippedOn: [],
      weekdays: [2],
      untilOn: '2027-05-15',
      count: null,
    },
  ],
} as unknown as DescribedPage['offering'];

const date = {
  id: 'd',
  startsAt: '2026-12-01T21:00:00Z',
  endsAt: '2026-12-01T22:30:00Z',
  status: 'SCHEDULED',
  movedAt: null,
  previousStartsAt: null,
  previousPlace: null,
  changeReason: null,
  isFull: false,
} as unknown as NonNullable<DescribedPage['date']>;

const place = {
  name: 'Library',
  streetAddress: 'Koskikatu 25',
  postalCode: '80100',
  directions: null,
  municipality: { name: { value: 'Joensuu' } },
} as unknown as DescribedPage['place'];

const page: DescribedPage = { offering, date, place, url: `${origin}/en/offerings/o`, origin, lang: 'en' };

describe('an offering for search engines', () => {
  it('says when, where, by whom, for how much and in which languages', () => {
    expect(jsonLdOf(page)).toMatchObject({
      '@type': 'Event',
      startDate: '2026-12-01T21:00:00Z',
      endDate: '2026-12-01T22:30:00Z',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      inLanguage: ['fi', 'ar'],
      isAccessibleForFree: false,
      location: [{ '@type': 'Place', name: 'Library', address: { addressLocality: 'Joensuu' } }],
      organizer: [{ name: 'Neighbours' }, { name: 'Friends' }],
      offers: { price: '2.50', priceCurrency: 'EUR', availability: 'https://schema.org/InStock' },
    });
  });

  it('tells the rule of a repeating one by local clocks, also past midnight', () => {
    expect(jsonLdOf(page)).toMatchObject({
      eventSchedule: [
        {
          startDate: '2026-12-01',
          endDate: '2027-05-15',
          repeatFrequency: 'P2W',
          byDay: ['https://schema.org/Tuesday'],
          startTime: '23:00',
          endTime: '00:30',
          scheduleTimezone: 'Europe/Helsinki',
        },
      ],
    });
  });

  it('says of a cancelled date that it is cancelled, of a full one that it is full', () => {
    const told = (change: object) => jsonLdOf({ ...page, date: { ...date, ...change } });
    expect(told({ status: 'POSTPONED' })).toMatchObject({ eventStatus: 'https://schema.org/EventPostponed' });
    const previousStartsAt = '2026-12-01T15:00:00.000Z';
    expect(told({ movedAt: previousStartsAt, previousStartsAt })).toMatchObject({
      eventStatus: 'https://schema.org/EventRescheduled',
      previousStartDate: previousStartsAt,
    });
    expect(told({ status: 'CANCELLED' })).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' });
    expect(told({ isFull: true })).toMatchObject({ offers: { availability: 'https://schema.org/SoldOut' } });
  });

  it('says that one can join online', () => {
    const told = jsonLdOf({ ...page, offering: { ...offering, isOnline: true }, place: null });
    expect(told).toMatchObject({ eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode' });
  });

  it('cannot end its element, whatever is written in an offering', () => {
    const hostile = { ...offering, title: text('</script><script>alert(1)</script>&lt;') };
    const written = jsonLdText(jsonLdOf({ ...page, offering: hostile }));
    expect(written).not.toMatch(/[<>&]/);
    expect(JSON.parse(written)).toMatchObject({ name: '</script><script>alert(1)</script>&lt;' });
  });
});
