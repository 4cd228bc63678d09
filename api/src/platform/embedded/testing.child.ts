/**
 * A small program the tests start and kill: holds the embedded PostgreSQL described by its argument until SIGTERM.
 * It prints one JSON line per event.
 */
import { EmbeddedPostgresError } from './embedded-postgres.errors.ts';
import { startEmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres.ts';

function say(event: string, facts: object): void {
  process.stdout.write(`${JSON.stringify({ event, ...facts })}\n`);
}

try {
  const options = JSON.parse(process.argv[2] ?? '') as EmbeddedPostgresOptions;
  const postgres = await startEmbeddedPostgres({
    ...options,
    onExit: (exit) => {
      say('ended', exit);
    },
  });
  const alive = setInterval(() => undefined, 60_000);
  process.once('SIGTERM', () => {
    void postgres.stop().then(() => {
      clearInterval(alive);
    });
  });
  say('ready', { ownerUrl: postgres.ownerUrl, dataFolder: postgres.dataFolder });
} catch (error) {
  if (!(error instanceof EmbeddedPostgresError)) throw error;
  say('refused', { name: error.name, reason: error.reason, message: error.message });
  process.exitCode = error.exitCode;
}
