/** Reads foreign bytes apart from everything else: the guard gives it a bounded heap, and ends it when its time is up. */
import { parentPort, workerData } from 'node:worker_threads';
import { readers, type Content } from './read.content.ts';

const { kind, bytes, options } = workerData as Content;
parentPort?.postMessage(await readers[kind](bytes, options));
