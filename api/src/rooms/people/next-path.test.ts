import { describe, expect, it } from 'vitest';
import { checkedNext } from './next-path.ts';

describe('where to go after signing in', () => {
  it.each(['/fi/desk', '/ar/offerings?languages=ar&free=1#list', '/'])(
    'keeps a path of this site: %s',
    (next) => {
      expect(checkedNext(next)).toBe(next);
    },
  );

  it.each([null, undefined, ''])('knows none: %s', (next) => {
    expect(checkedNext(next)).toBeNull();
  });

  it.each([
    '//example.org',
    '/\\example.org',
    '/fi\\..',
    'https://example.org',
    'javascript:alert(1)',
    'fi/desk',
    '/\t/example.org',
    '/fi\n',
    `/${'a'.repeat(1000)}`,
  ])('refuses what leads elsewhere: %j', (next) => {
    expect(() => checkedNext(next)).toThrow('Name a path of this site');
  });
});
