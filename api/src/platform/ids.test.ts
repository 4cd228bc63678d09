import { describe, expect, it } from 'vitest';
import { isId, newId } from './ids.ts';

describe('ids', () => {
  it('are UUIDs of version 7, all different, in the order they were made', () => {
    const at = new Date('2026-11-24T09:00:00Z');
    const ids = Array.from({ length: 2_000 }, () => newId(at));
    expect(ids.every((id) => isId(id) && id[14] === '7' && '89ab'.includes(id[19] ?? ''))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
    expect(newId(new Date(at.getTime() + 1)) > (ids.at(-1) ?? '')).toBe(true);
  });

  it('tell what can be an id at all', () => {
    expect(isId('1; drop table people')).toBe(false);
  });
});
