// Scaffolds a room with the files of DESIGN §2: npm run room greetings, or npm run room people person
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [plural = '', singular = plural.replace(/ies$/, 'y').replace(/s$/, '')] = process.argv.slice(2);
const isName = (word) => /^[a-z][a-z-]*[a-z]$/.test(word);
if (!isName(plural) || !isName(singular) || plural === singular) {
  process.stderr.write('Name the room in the plural, and where that is not enough, one of its things:\n');
  process.stderr.write('  npm run room greetings\n  npm run room people person\n');
  process.exit(2);
}

const rooms = process.env.ROOMS_FOLDER ?? path.resolve(import.meta.dirname, '../src/rooms');
const folder = path.join(rooms, plural);
if (existsSync(folder)) {
  process.stderr.write(`There is a room ${plural} already: ${folder}\n`);
  process.exit(1);
}

const camel = (word) => word.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
const pascal = (word) => camel(`-${word}`);
const replacements = [
  ['__rooms__', camel(plural)],
  ['__Rooms__', pascal(plural)],
  ['__room__', camel(singular)],
  ['__Room__', pascal(singular)],
  ['__table__', plural.replaceAll('-', '_')],
  ['__file__', singular],
  ['__folder__', plural],
];
const filled = (text) => replacements.reduce((done, [mark, word]) => done.replaceAll(mark, word), text);

const templates = path.join(import.meta.dirname, 'room-template');
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(templates)) {
  const text = readFileSync(path.join(templates, name), 'utf8');
  writeFileSync(path.join(folder, filled(name).replace(/\.txt$/, '')), filled(text));
}

// Names of another length break lines elsewhere.
const format = path.resolve(import.meta.dirname, '../../.prettierrc.json');
spawnSync('prettier', ['--config', format, '--write', '--log-level', 'warn', folder], { stdio: 'inherit' });

process.stdout.write(`${folder} is there. What remains:
  1. Put ${camel(plural)}Room into the list in api/src/rooms.ts, after the rooms it uses.
  2. Say in the entity, the types and the inputs what a ${singular} really is.
  3. npm run fix, npm run schema, npm run migration ${plural.replaceAll('-', '_')}
  4. Give each new field its row in api/test/access-matrix.csv, with its question and input in api/test/access/.
  5. npm run test -- api/src/rooms/${plural}
`);
