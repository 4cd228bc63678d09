import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { migrateDatabase, openDatabases, openHub } from './boot.ts';
import { closeHub } from './create-hub.ts';
import { keySourceOf } from './master-keys.ts';
import { createMigration } from './create-migration.ts';
import { verifyAndReport } from './platform/audit/verify.run.ts';
import { roleStatements } from './platform/db/grants.ts';
import { HubError } from './platform/errors/hub-error.ts';
import { EmbeddedPostgresError, removeEmbeddedPostgres } from './platform/embedded/index.ts';
import { readEnv, SettingError } from './platform/env.ts';
import type { Hub } from './platform/hub.ts';
import { ledgerFileOf } from './platform/erasure/ledger.ts';
import { rotateKeys } from './platform/personal-data/rotate-keys.ts';
import { createLog } from './platform/log.ts';
import { systemViewer } from './platform/policy/viewer.ts';
import { importEvents, linkedEventsSource } from './rooms/imports/index.ts';
import { OrganisationFounding } from './rooms/organisations/index.ts';
import { addNetworkAdmin } from './rooms/people/index.ts';
import { recordAsMarkdown, recordOfProcessing, replayErasures } from './rooms/protection/index.ts';
import { personalData } from './rooms.ts';
import { printedSchema } from './schema.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const rootFolder = path.resolve(import.meta.dirname, '../..');

const withHub = async (work: (hub: Hub) => Promise<void>): Promise<void> => {
  const env = readEnv(process.env);
  const log = createLog('error');
  const databases = await openDatabases(env, log, () => undefined);
  try {
    await migrateDatabase(databases);
    const hub = await openHub(env, log, databases);
    await work(hub).finally(() => closeHub(hub));
  } finally {
    await databases.stop();
  }
};

const reset = async (yes: boolean): Promise<void> => {
  const { dataDirectory, databaseUrl } = readEnv(process.env);
  if (databaseUrl)
    throw new SettingError('DATABASE_URL is set: an external database is emptied by its administrator.');
  if (!yes) {
    const prompt = createInterface({ input: process.stdin, output: process.stdout });
    const answer = await prompt.question(`Delete everything in ${dataDirectory}? Type yes: `);
    prompt.close();
    if (answer.trim() !== 'yes') return say('Nothing was deleted.');
  }
  await removeEmbeddedPostgres(dataDirectory);
  await rm(path.join(dataDirectory, 'master.key'), { force: true });
  say('The data is gone. npm start makes a new region.');
};

const textOf = async (file: string | undefined): Promise<string | undefined> =>
  file === undefined ? undefined : readFile(file, 'utf8');

/** Events name places and keywords by id; `places` and `keywords` are the source's own lists of them. */
const importFile = async (
  file: string,
  organisationId: string,
  lists: { places?: string; keywords?: string },
): Promise<void> =>
  withHub(async (hub) => {
    const [text, places, keywords] = [
      await readFile(file, 'utf8'),
      await textOf(lists.places),
      await textOf(lists.keywords),
    ];
    const sideFiles = { ...(places && { places }), ...(keywords && { keywords }) };
    const result = await importEvents(hub, { source: linkedEventsSource, text, sideFiles, organisationId });
    say(`${result.created} new, ${result.changed} changed, ${result.unchanged} unchanged`);
    for (const { sourceId, field, message } of result.problems)
      say(`${sourceId ?? 'file'}${field ? ` · ${field}` : ''}: ${message}`);
  });

const addAdmin = async (email: string, displayName: string, organisationName: string): Promise<void> =>
  withHub(async (hub) => {
    const founding = { kind: 'CITY' as const, name: organisationName, municipalityCode: '167' };
    const organisationId = await hub.get(OrganisationFounding).found(systemViewer('cli'), founding);
    await addNetworkAdmin(hub, { email, displayName, organisationId });
    say('The network admin can now sign in by e-mail link.');
  });

/** Writes schema.graphql, or complains when the committed one is another. */
const schema = async (check: boolean): Promise<void> => {
  const file = path.join(rootFolder, 'schema.graphql');
  const printed = printedSchema();
  if (!check) return writeFile(file, printed);
  if (printed === (await readFile(file, 'utf8'))) return;
  say('schema.graphql is not what the code says: run "npm run schema" and look at the difference.');
  process.exitCode = 1;
};

/** Erases again what a restored backup brought back. */
const replay = async (file: string | undefined): Promise<void> =>
  withHub(async (hub) => {
    const count = await replayErasures(hub, file ?? ledgerFileOf(hub.env.dataDirectory));
    say(`${count} erased again.`);
  });

/** Seals everything with the newest master key; in the embedded mode a new one is made first. */
const rotate = async (): Promise<void> => {
  keySourceOf(readEnv(process.env)).addKey?.();
  await withHub(async (hub) => {
    const { resealed, unreadable } = await rotateKeys(hub);
    say(`${resealed} sealed anew with the newest master key.`);
    for (const place of unreadable) say(`Not readable with any key: ${place}`);
    if (unreadable.length > 0) process.exitCode = 1;
  });
};

/** Computes the log's chains anew and compares them with the anchors of the data folder, or of a file or folder elsewhere. */
const verify = async (anchors: string | undefined): Promise<void> =>
  withHub(async (hub) => {
    const { lines, findings } = await verifyAndReport(hub, anchors);
    for (const line of lines) say(line);
    if (findings.length > 0) process.exitCode = 1;
  });

const record = async (asJson: boolean): Promise<void> => {
  say(asJson ? JSON.stringify(recordOfProcessing(personalData), null, 2) : recordAsMarkdown(personalData));
  return Promise.resolve();
};

const usage = `Commands: schema | migration <name> | roles | reset [--yes]
  import linked-events <file> --organisation <id> [--places <file>] [--keywords <file>]
  admin <email> <name> --organisation-name <lead organisation>
  keys-rotate | audit-verify [anchors] | erasures-replay [ledger file] | record-of-processing [--json]`;

const run = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      yes: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      organisation: { type: 'string' },
      places: { type: 'string' },
      keywords: { type: 'string' },
      'organisation-name': { type: 'string', default: 'International House Joensuu' },
    },
  });
  const [command, first, second] = positionals;
  if (command === 'schema') return schema(values.check);
  if (command === 'migration' && first) return say(await createMigration(first));
  if (command === 'roles') return say(roleStatements().join('\n'));
  if (command === 'keys-rotate') return rotate();
  if (command === 'audit-verify') return verify(first);
  if (command === 'erasures-replay') return replay(first);
  if (command === 'record-of-processing') return record(values.json);
  if (command === 'reset') return reset(values.yes);
  if (command === 'import' && first === 'linked-events' && second && values.organisation) {
    return importFile(second, values.organisation, values);
  }
  if (command === 'admin' && first && second) return addAdmin(first, second, values['organisation-name']);
  say(usage);
  process.exitCode = 2;
};

run().catch((error: unknown) => {
  const known =
    error instanceof SettingError || error instanceof EmbeddedPostgresError || error instanceof HubError;
  say(known ? error.message : String(error instanceof Error ? error.stack : error));
  process.exit(known && error instanceof EmbeddedPostgresError ? error.exitCode : 1);
});
