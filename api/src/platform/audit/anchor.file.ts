import { mkdir, open, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Head } from './seal.heads.ts';

/** A seal as it was known outside the database. */
export interface Anchor {
  readonly at: string;
  readonly chain: string;
  readonly number: number;
  /** base64url */
  readonly hash: string;
}

export interface Anchors {
  readonly anchors: readonly Anchor[];
  /** Lines that nobody can read: cut off by a crash, or damaged. */
  readonly unreadable: number;
}

/** Beside the database and not in it: whoever can cut off the log's end there can't make these forget it. */
export const anchorFolderOf = (dataDirectory: string): string => path.join(dataDirectory, 'anchors');

/** The heads as a line of JSON: codes, numbers and hashes alone. */
export const anchorLine = (at: Date, heads: readonly Head[]): string =>
  JSON.stringify({
    at: at.toISOString(),
    heads: heads.map(({ chain, number, hash }) => [chain, number, hash.toString('base64url')]),
  });

/** Appends to the month's file and forces it to the disk; short lines appended at once stay whole. */
export const writeHeads = async (dataDirectory: string, at: Date, heads: readonly Head[]): Promise<void> => {
  if (heads.length === 0) return;
  const folder = anchorFolderOf(dataDirectory);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `${at.toISOString().slice(0, 7)}.jsonl`);
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.write(`${anchorLine(at, heads)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const isHead = (head: unknown): head is [string, number, string] =>
  Array.isArray(head) &&
  typeof head[0] === 'string' &&
  Number.isInteger(head[1]) &&
  typeof head[2] === 'string';

const anchorsOf = (line: string): Anchor[] | null => {
  try {
    const { at, heads } = JSON.parse(line) as { at?: unknown; heads?: unknown };
    if (typeof at !== 'string' || !Array.isArray(heads) || !heads.every(isHead)) return null;
    return heads.map(([chain, number, hash]) => ({ at, chain, number, hash }));
  } catch {
    return null;
  }
};

const filesOf = async (place: string): Promise<string[]> => {
  const found = await stat(place).catch(() => null);
  if (!found?.isDirectory()) return found ? [place] : [];
  const names = (await readdir(place)).filter((name) => name.endsWith('.jsonl')).sort();
  return names.map((name) => path.join(place, name));
};

/** The anchors of a file or a folder of them; none where there is nothing yet. */
export const readAnchors = async (place: string): Promise<Anchors> => {
  const anchors: Anchor[] = [];
  let unreadable = 0;
  for (const file of await filesOf(place)) {
    for (const line of (await readFile(file, 'utf8')).split('\n').filter(Boolean)) {
      const read = anchorsOf(line);
      if (read) anchors.push(...read);
      else unreadable += 1;
    }
  }
  return { anchors, unreadable };
};
