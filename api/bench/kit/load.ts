import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** A request that is sent again and again. */
export interface Asked {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Load {
  readonly perSecond: number;
  readonly medianMilliseconds: number;
}

export const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Sends `asked` on so many connections for so many seconds, from another thread. Rejects when one is not answered 200. */
export const load = async (asked: Asked, seconds: number, connections: number): Promise<Load> => {
  // The commands run in the root folder (scripts/command.mjs).
  const worker = new Worker(path.resolve('api/bench/kit/load.worker.mjs'), {
    workerData: { ...asked, seconds, connections },
  });
  const milliseconds = await new Promise<number[]>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  return { perSecond: milliseconds.length / seconds, medianMilliseconds: medianOf(milliseconds) };
};

/**
 * The same load on each peer in turn, so that a noisy minute hits all of them; the median of the rounds, after one
 * that warms up.
 */
export const compare = async <Name extends string>(
  peers: Readonly<Record<Name, Asked>>,
  { rounds = 5, seconds = 2, connections = 8 } = {},
): Promise<Record<Name, Load>> => {
  const names = Object.keys(peers) as Name[];
  const seen = new Map<Name, Load[]>(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const name of names) {
      const result = await load(peers[name], seconds, connections);
      if (round >= 0) seen.get(name)?.push(result);
    }
  }
  const entries = names.map((name) => {
    const loads = seen.get(name) ?? [];
    return [
      name,
      {
        perSecond: medianOf(loads.map(({ perSecond }) => perSecond)),
        medianMilliseconds: medianOf(loads.map(({ medianMilliseconds }) => medianMilliseconds)),
      },
    ] as const;
  });
  return Object.fromEntries(entries) as Record<Name, Load>;
};

/** Milliseconds of one call: the median of so many, after a few that warm up. */
export const timeOf = async (work: () => Promise<unknown>, times = 31): Promise<number> => {
  const milliseconds: number[] = [];
  for (let time = -5; time < times; time += 1) {
    const start = performance.now();
    await work();
    if (time >= 0) milliseconds.push(performance.now() - start);
  }
  return medianOf(milliseconds);
};
