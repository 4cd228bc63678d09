export type EmbeddedPostgresReason =
  | 'FOLDER_NOT_WRITABLE'
  | 'FOLDER_NOT_OWNED'
  | 'FOLDER_UNREACHABLE'
  | 'BINARIES_MISSING'
  | 'SECRETS_MISSING'
  | 'INITIALISATION_FAILED'
  | 'START_FAILED'
  | 'ALREADY_RUNNING';

/** The embedded PostgreSQL cannot run; `message` says what to do, for a person at a terminal. */
export class EmbeddedPostgresError extends Error {
  readonly reason: EmbeddedPostgresReason;
  /** Exit code a command-line program should end with. */
  readonly exitCode: number;

  constructor(reason: EmbeddedPostgresReason, message: string, exitCode = 1) {
    super(message);
    this.name = 'EmbeddedPostgresError';
    this.reason = reason;
    this.exitCode = exitCode;
  }
}

/** Another live process uses the same data folder. Exit code 3. */
export class AlreadyRunningError extends EmbeddedPostgresError {
  readonly ownerPid: number;

  constructor(dataDirectory: string, ownerPid: number, sinceAt: string) {
    super(
      'ALREADY_RUNNING',
      `Kotoverkko is already running on the data folder ${dataDirectory} (process ${String(ownerPid)}, since ${sinceAt}). ` +
        'Stop that one first, or set DATA_DIR to another folder.',
      3,
    );
    this.name = 'AlreadyRunningError';
    this.ownerPid = ownerPid;
  }
}

/** The `code` of a Node system error such as `ENOENT`, or undefined. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
