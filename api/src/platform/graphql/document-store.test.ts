import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createDocumentStore } from './document-store.ts';

const documentOf = (characters: number) => parse(`{ ${'a'.repeat(characters - 4)} }`);

describe('the document store', () => {
  it('drops the document not used for longest when there are too many', async () => {
    const store = createDocumentStore(2);
    const [a, b, c] = [documentOf(10), documentOf(10), documentOf(10)];
    await store.set('a', a);
    await store.set('b', b);
    expect(await store.get('a')).toBe(a);
    await store.set('c', c);
    expect(await store.get('b')).toBeUndefined();
    expect(await store.get('a')).toBe(a);
    expect(await store.get('c')).toBe(c);
  });

  it('is bounded by the length of texts too', async () => {
    const store = createDocumentStore(100, 100);
    for (const key of ['a', 'b', 'c']) await store.set(key, documentOf(50));
    expect(await store.get('a')).toBeUndefined();
    expect(await store.get('c')).toBeDefined();
    await store.set('c', documentOf(50));
    expect(await store.get('b')).toBeDefined();
    await store.set('huge', documentOf(101));
    expect(await store.get('huge')).toBeUndefined();
  });

  it('forgets what is deleted', async () => {
    const store = createDocumentStore();
    await store.set('a', documentOf(10));
    expect(await store.delete('a')).toBe(true);
    expect(await store.get('a')).toBeUndefined();
  });
});
