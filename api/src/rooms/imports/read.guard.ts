import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { HubError } from '../../platform/errors/hub-error.ts';
import type { ImportResult } from './import-source.ts';
import type { Content } from './read.content.ts';

/** What reading one file may take. */
export const readingLimits = { seconds: 20, heapMegabytes: 384, atOnce: 2, waiting: 20 };

/** The file of the worker: beside this one in the sources, at the root of the built bundle. */
const workerFile = ['./read.worker.ts', './read.worker.js', '../read.worker.js']
  .map((name) => new URL(name, import.meta.url))
  .find((url) => existsSync(fileURLToPath(url)));

let running = 0;
const queue: (() => void)[] = [];

const busy = (): HubError =>
  new HubError('RATE_LIMITED', 'TOO_MANY_IMPORTS', 'Many files are being read; try again in a minute.', {
    facts: { retryAfterSeconds: 60 },
  });

const turn = async (): Promise<void> => {
  if (running < readingLimits.atOnce) {
    running += 1;
    return;
  }
  if (queue.length >= readingLimits.waiting) throw busy();
  const { promise, resolve } = Promise.withResolvers<undefined>();
  queue.push(() => resolve(undefined));
  await promise;
};

/** Who waits longest takes the place; else it is free. */
const passOn = (): void => {
  const next = queue.shift();
  if (next) next();
  else running -= 1;
};

const tooMuch = (): ImportResult => {
  const message = `The file takes more than ${readingLimits.seconds} seconds or ${readingLimits.heapMegabytes} MB to read; import it in parts.`;
  return {
    events: [],
    problems: [{ sourceId: null, field: null, reason: 'FILE_TOO_LARGE', message, isSkipped: true }],
  };
};

const inWorker = (content: Content, seconds: number): Promise<ImportResult> => {
  const { promise, resolve } = Promise.withResolvers<ImportResult>();
  if (workerFile === undefined) throw new Error('The worker that reads imports is not built.');
  const worker = new Worker(workerFile, {
    workerData: content,
    resourceLimits: { maxOldGenerationSizeMb: readingLimits.heapMegabytes, maxYoungGenerationSizeMb: 64 },
    env: {},
    stdout: true,
    stderr: true,
  });
  const timer = setTimeout(() => void worker.terminate(), seconds * 1000);
  worker.on('message', (result: ImportResult) => resolve(result));
  // Out of memory, out of time or a mistake of ours: the file is not read, and nothing else is harmed.
  worker.on('error', () => resolve(tooMuch()));
  worker.on('exit', () => {
    clearTimeout(timer);
    resolve(tooMuch());
  });
  return promise;
};

/** Reads bytes that a stranger wrote, within limits on time and memory. Errors: RATE_LIMITED TOO_MANY_IMPORTS. */
export const readGuarded = async (
  content: Content,
  seconds = readingLimits.seconds,
): Promise<ImportResult> => {
  await turn();
  try {
    return await inWorker(content, seconds);
  } finally {
    passOn();
  }
};
