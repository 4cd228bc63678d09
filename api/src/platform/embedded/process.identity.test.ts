import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { locateNativeFolder } from './native.binaries.ts';
import { readPostmaster } from './postmaster.file.ts';
import { isRoot, NOT_DURABLE, ordinaryUser, query, startChild, temporaryFolder } from './testing.tools.ts';

const folders: string[] = [];

function folder(): string {
  const made = temporaryFolder();
  folders.push(made);
  return made;
}

/** A copy that any user can reach, without the links the package's install script makes. */
function copyWithoutLinks(): string {
  const target = path.join(folder(), 'package', 'native');
  cpSync(locateNativeFolder(), target, {
    recursive: true,
    filter: (file) => !lstatSync(file).isSymbolicLink(),
  });
  expect(existsSync(path.join(target, 'lib', 'libpq.so.5'))).toBe(false);
  return target;
}

afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

describe('who PostgreSQL runs as', () => {
  it('runs for an ordinary user and gives PostgreSQL none of our environment', async () => {
    const user = ordinaryUser();
    const dataDirectory = folder();
    if (user.userId !== undefined) chownSync(dataDirectory, user.userId, user.userId);
    const child = startChild({ dataDirectory }, user);
    const { ownerUrl, dataFolder } = await child.heard('ready');
    expect(await query(ownerUrl, 'select current_user as name')).toEqual([{ name: 'hub_owner' }]);
    const { pid } = readPostmaster(dataFolder) ?? {};
    expect(readFileSync(`/proc/${String(pid)}/environ`, 'utf8')).not.toContain('HUB_TEST_SECRET');
    child.kill('SIGTERM');
    expect(await child.exitCode).toBe(0);
  });

  it('runs without the library links of the package’s install script', async () => {
    const dataDirectory = folder();
    const nativeFolder = copyWithoutLinks();
    const postgres = await startEmbeddedPostgres({ dataDirectory, nativeFolder, settings: NOT_DURABLE });
    expect(readdirSync(path.join(dataDirectory, 'postgres.libraries'))).toContain('libpq.so.5');
    await postgres.stop();
  });

  it('names the folder and the remedy where it cannot write', async () => {
    const closed = folder();
    chmodSync(closed, 0o555);
    const child = startChild({ dataDirectory: path.join(closed, 'data') }, ordinaryUser());
    const refusal = await child.heard('refused');
    expect(refusal.reason).toBe('FOLDER_NOT_WRITABLE');
    expect(refusal.message).toContain(path.join(closed, 'data'));
    expect(refusal.message).toContain('DATA_DIR');
    expect(await child.exitCode).toBe(1);
  });

  it('says which package is missing', async () => {
    const dataDirectory = folder();
    const nativeFolder = path.join(dataDirectory, 'absent');
    await expect(startEmbeddedPostgres({ dataDirectory, nativeFolder })).rejects.toMatchObject({
      reason: 'BINARIES_MISSING',
      message: expect.stringContaining('npm ci') as string,
    });
  });
});

if (isRoot) {
  describe('who PostgreSQL runs as when root starts it', () => {
    it('runs as nobody where user namespaces are forbidden, and in a namespace on the same folder later', async () => {
      const dataDirectory = folder();
      const nativeFolder = copyWithoutLinks();
      const options = { dataDirectory, nativeFolder, settings: NOT_DURABLE };
      const postgres = await startEmbeddedPostgres({ ...options, identity: 'nobody' });
      expect(lstatSync(postgres.dataFolder).uid).toBe(65534);
      await query(postgres.ownerUrl, 'create table kept (id int)');
      await postgres.stop();
      const again = await startEmbeddedPostgres(options);
      expect(await query(again.ownerUrl, 'select * from kept')).toEqual([]);
      await again.stop();
    });

    it('names the closed folder and the remedies where nobody cannot reach the data folder', async () => {
      const closed = folder();
      chmodSync(closed, 0o700);
      const dataDirectory = path.join(closed, 'data');
      await expect(startEmbeddedPostgres({ dataDirectory, identity: 'nobody' })).rejects.toMatchObject({
        reason: 'FOLDER_UNREACHABLE',
        message: expect.stringContaining(`chmod o+x ${closed}`) as string,
      });
    });

    it('tells an ordinary user whose folder it is when root made the cluster', async () => {
      const user = ordinaryUser();
      const dataDirectory = folder();
      const postgres = await startEmbeddedPostgres({ dataDirectory, settings: NOT_DURABLE });
      await postgres.stop();
      chmodSync(dataDirectory, 0o777);
      if (user.userId === undefined) chownSync(path.join(dataDirectory, 'postgres.secret.json'), 1, 1);
      const child = startChild({ dataDirectory }, user);
      expect(await child.heard('refused')).toMatchObject({ reason: 'FOLDER_NOT_OWNED' });
      expect(await child.exitCode).toBe(1);
    });

    it('runs for a user number without a name', async () => {
      const user = ordinaryUser(54321);
      const dataDirectory = path.join(folder(), 'data');
      mkdirSync(dataDirectory);
      if (user.userId !== undefined) chownSync(dataDirectory, user.userId, user.userId);
      const child = startChild({ dataDirectory }, user);
      await child.heard('ready');
      child.kill('SIGTERM');
      expect(await child.exitCode).toBe(0);
    });
  });
}
