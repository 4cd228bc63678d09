import { sqlStateOf } from '../errors/database-error.ts';

export interface ErrorReport {
  readonly name: string;
  readonly message?: string;
  readonly sqlState?: string;
  /** Places in the code, without the message that heads a stack. */
  readonly frames: readonly string[];
}

/** Messages of these come from the language, about code; those of other errors may repeat what people typed. */
const speaksOfCode = (error: Error): boolean =>
  error instanceof TypeError ||
  error instanceof ReferenceError ||
  /^Cannot return null for non-nullable field [\w.]+\.$/.test(error.message);

const framesOf = (error: Error): string[] =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());

/** What the log may hold of an unexpected error and its causes: where and what kind, never values. */
export const reportError = (error: unknown): ErrorReport[] => {
  const reports: ErrorReport[] = [];
  let current = error;
  for (let level = 0; current instanceof Error && level < 5; level += 1) {
    const sqlState = sqlStateOf(current);
    reports.push({
      name: current.constructor.name,
      ...(speaksOfCode(current) && { message: current.message }),
      ...(sqlState && { sqlState }),
      frames: framesOf(current),
    });
    current = current.cause;
  }
  return reports.length > 0 ? reports : [{ name: typeof error, frames: [] }];
};
