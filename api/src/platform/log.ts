import { pino, type Logger } from 'pino';

export type Log = Logger;

/** Structured log lines. Callers pass ids and counts, never names, contacts, texts or queries. */
export const createLog = (level: string): Log =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
