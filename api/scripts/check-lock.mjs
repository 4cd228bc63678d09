// Optional platform packages that package-lock.json names but does not lock make `npm ci` fail elsewhere.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const file = path.resolve(import.meta.dirname, '../../package-lock.json');
const { packages } = JSON.parse(readFileSync(file, 'utf8'));
const nameOf = (location) => location.split('node_modules/').pop();
const locked = new Set(Object.keys(packages).map(nameOf));

const missing = Object.entries(packages).flatMap(([location, entry]) =>
  Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !locked.has(name))
    .map((name) => `${nameOf(location)}@${entry.version} names ${name}, which is not locked`),
);
const hosts = Object.entries(packages).filter(([, entry]) => /^https?:/.test(entry.resolved ?? ''));
if (hosts.length > 0) missing.push(`${hosts.length} entries name a registry's host`);

for (const line of missing) process.stderr.write(`${line}\n`);
process.exit(missing.length === 0 ? 0 : 1);
