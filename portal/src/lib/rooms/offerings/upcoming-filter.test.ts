import { describe, expect, it } from 'vitest';
import { emptyFilter, readFilter, toQuery } from './upcoming-filter.ts';

const read = (query: string) => readFilter(new URLSearchParams(query));

describe('the filter of coming dates', () => {
  it('narrows nothing by an address without it', () => {
    expect(read('')).toEqual(emptyFilter);
    expect(toQuery(emptyFilter)).toBe('');
  });

  it('comes back the same from its own address', () => {
    const query =
      '?text=kahvi&municipality=167&municipality=309&near=309&km=10&language=ckb&finnish=A1&kind=COURSE&theme=yso%3Ap12878&audience=WOMEN&part=EVENING&rhythm=ONCE&when=pick&from=2026-12-01&to=2026-12-03&free=true&children=true&women=true&step-free=true&online=true&room=true';
    expect(toQuery(read(query))).toBe(query);
  });

  it('keeps its state beside the cursor of a later page', () => {
    expect(toQuery(read('language=ar'), 'abc=')).toBe('?language=ar&after=abc%3D');
  });

  it('takes days without being told that days are picked', () => {
    expect(read('from=2026-12-01')).toMatchObject({ when: 'pick', from: '2026-12-01', to: '' });
  });

  it('forgets picked days where another span is chosen, as a form without script sends both', () => {
    expect(read('when=week&from=2026-12-01')).toMatchObject({ when: 'week', from: '' });
    expect(read('when=pick&from=&to=')).toMatchObject({ when: '' });
  });

  it.each([
    'municipality=Joensuu',
    'language=%3Cscript%3E',
    'kind=constructor',
    'finnish=C9',
    'audience=toString',
    'part=NIGHT',
    'rhythm=often',
    'near=Joensuu',
    'km=-1',
    'theme=7',
    'when=never',
    'from=2026-02-30',
  ])('is not narrowed by nonsense: %s', (query) => {
    expect(read(query)).toEqual(emptyFilter);
  });

  it('holds no more of a text than the API reads', () => {
    expect(read(`text=${'a'.repeat(300)}`).text).toHaveLength(100);
  });
});
