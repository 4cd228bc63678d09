import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { clusterUrls } from './cluster.connection.ts';
import { createDatabase, startTestCluster } from './test-cluster.ts';
import { eventually, query, startChild, temporaryFolder } from './testing.tools.ts';

describe('the test cluster', () => {
  it('gives each role its rights and no more, copies databases, and leaves nothing', async () => {
    const cluster = await startTestCluster();
    const roles = await query(
      cluster.ownerUrl,
      `select rolname as role, rolcanlogin as login, rolsuper as super, rolbypassrls as bypass, rolcreatedb as databases
       from pg_roles where rolname like 'hub\\_%' order by rolname`,
    );
    expect(roles).toEqual([
      { role: 'hub_anonymous', login: true, super: false, bypass: false, databases: false },
      { role: 'hub_app', login: true, super: false, bypass: false, databases: false },
      { role: 'hub_auditor', login: true, super: false, bypass: false, databases: false },
      { role: 'hub_backup', login: true, super: false, bypass: true, databases: false },
      { role: 'hub_owner', login: true, super: false, bypass: true, databases: true },
      { role: 'hub_reader', login: false, super: false, bypass: false, databases: false },
      { role: 'hub_sealer', login: true, super: false, bypass: false, databases: false },
    ]);
    for (const extension of ['pg_trgm', 'unaccent', 'btree_gist', 'pgcrypto']) {
      await query(cluster.ownerUrl, `create extension ${extension}`);
    }
    await query(
      cluster.ownerUrl,
      `create table fact (id int); alter table fact enable row level security, force row level security;
       create policy everything on fact to hub_app using (true); insert into fact values (1);
       create view published as select id from fact; grant create on schema public to hub_reader;
       alter view published owner to hub_reader; grant select on fact to hub_app`,
    );
    await expect(query(cluster.appUrl(), 'create table mine (id int)')).rejects.toThrow('permission denied');
    const elsewhere = clusterUrls(cluster.connection);
    const copyUrl = await createDatabase(elsewhere, 'copy', 'kotoverkko');
    expect(await query(copyUrl, 'select id from fact')).toEqual([{ id: 1 }]);
    expect(await query(cluster.appUrl('copy', 'hub_app'), 'select id from fact')).toEqual([{ id: 1 }]);
    await cluster.stop();
    expect(existsSync(path.dirname(cluster.dataFolder))).toBe(false);
  });

  it('leaves no folder when the tests are killed', async () => {
    const dataDirectory = temporaryFolder();
    const child = startChild({ dataDirectory, throwaway: true });
    await child.heard('ready');
    child.kill('SIGKILL');
    await eventually(() => !existsSync(dataDirectory));
    rmSync(dataDirectory, { recursive: true, force: true });
  });

  it('stands for a PostgreSQL elsewhere: TLS with a certificate that is checked, and a password', async () => {
    const cluster = await startTestCluster({ ssl: true });
    const tls = await query(
      cluster.appUrl(),
      'select ssl, version from pg_stat_ssl where pid = pg_backend_pid()',
    );
    expect(tls).toEqual([{ ssl: true, version: 'TLSv1.3' }]);
    const plain = new URL(cluster.appUrl());
    plain.search = '';
    await expect(new Client({ connectionString: plain.toString() }).connect()).rejects.toThrow(
      'no encryption',
    );
    plain.searchParams.set('sslmode', 'verify-full');
    await expect(new Client({ connectionString: plain.toString() }).connect()).rejects.toThrow('self-signed');
    const wrong = new URL(cluster.appUrl());
    wrong.password = 'guess';
    await expect(query(wrong.toString(), 'select 1')).rejects.toThrow('password authentication failed');
    await cluster.stop();
  });
});
