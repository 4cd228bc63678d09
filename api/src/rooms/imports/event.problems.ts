import type { ImportProblem, ImportProblemReason } from './import-source.ts';

/** A hostile event could have a problem in every one of a million fields. */
const MAXIMUM_PROBLEMS_OF_EVENT = 20;

/** Gathers what is wrong with one event. */
export class EventProblems {
  readonly list: ImportProblem[] = [];
  readonly sourceId: string;

  constructor(sourceId: string) {
    this.sourceId = sourceId;
  }

  /** The event comes in without this. */
  note(field: string | null, reason: ImportProblemReason, message: string): void {
    if (this.list.length < MAXIMUM_PROBLEMS_OF_EVENT) this.list.push(this.problem(field, reason, message));
  }

  /** The event does not come in. */
  skip(field: string | null, reason: ImportProblemReason, message: string): void {
    this.list.push({ ...this.problem(field, reason, message), isSkipped: true });
  }

  private problem(field: string | null, reason: ImportProblemReason, message: string): ImportProblem {
    return { sourceId: this.sourceId, field, reason, message, isSkipped: false };
  }
}

/** A foreign value inside a message: short, on one line. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : typeof value;
  const line = text.replaceAll(/[\p{C}\s]+/gu, ' ');
  return `“${line.length > 60 ? `${line.slice(0, 60).toWellFormed()}…` : line}”`;
}
