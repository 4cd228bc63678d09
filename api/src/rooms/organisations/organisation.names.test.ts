import { describe, expect, it } from 'vitest';
import { freeSlug, slugOf, sortNameOf } from './organisation.names.ts';

describe('an organisation’s address', () => {
  it.each([
    ['Joensuun Monikulttuurisuusyhdistys ry', 'joensuun-monikulttuurisuusyhdistys-ry'],
    ['Äidit & Öljylamput Åbo', 'aidit-oljylamput-abo'],
    ['Клуб «Родник»', 'klub-rodnik'],
    ['Дружба Україна', 'druzhba-ukraina'],
    ['بيت الأصدقاء', 'byt-alasdqa'],
    ['😀', 'organisation'],
    ['../../etc/passwd', 'etc-passwd'],
  ])('of %s is %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('is short and never ends in a dash', () => {
    const slug = slugOf(`${'yhdistys '.repeat(30)}`);
    expect(slug.length).toBeLessThanOrEqual(60);
    expect(slug).toMatch(/^[a-z0-9].*[a-z0-9]$/);
  });

  it('takes the first free number when others have the name', () => {
    expect(freeSlug('a', [])).toBe('a');
    expect(freeSlug('a', ['a', 'a-2', 'a-4'])).toBe('a-3');
  });
});

describe('the order of names', () => {
  it('is the Finnish one', () => {
    const names = ['Öljy', 'zeta', 'Äiti', 'Åland', 'Eno', 'Édith', 'apu'];
    const order = (a: string, b: string): number =>
      Buffer.compare(Buffer.from(sortNameOf(a)), Buffer.from(sortNameOf(b)));
    expect([...names].sort(order)).toEqual(['apu', 'Édith', 'Eno', 'zeta', 'Åland', 'Äiti', 'Öljy']);
  });
});
