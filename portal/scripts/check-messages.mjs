/**
 * Fails when the eight languages do not say the same things: a key that one of them lacks, other
 * placeholders, a plural without a last resort, an area that the settings do not list, a key in two areas.
 * A missing message would otherwise appear in English, silently.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const settings = read('project.inlang/settings.json');
const patterns = settings['plugin.inlang.messageFormat'].pathPattern;
const areas = readdirSync(fileURLToPath(new URL('messages', root)), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const problems = [];

const textsOf = (message) =>
  Array.isArray(message) ? message.flatMap((m) => Object.values(m.match)) : [message];
const placeholdersOf = (message) => {
  const names = textsOf(message).flatMap((text) =>
    [...text.matchAll(/(?<!\\)\{(\w+)\}/g)].map((match) => match[1]),
  );
  return [...new Set(names)].sort().join(', ');
};
const inputsOf = (message) =>
  Array.isArray(message)
    ? message
        .flatMap((m) => m.declarations.filter((line) => line.startsWith('input ')))
        .sort()
        .join(', ')
    : '';

function checkMessage(where, area, key, message) {
  if (!new RegExp(`^${area}_[a-z0-9_]+$`).test(key))
    problems.push(`${where}: the name must be ${area}_<thing>`);
  if (!textsOf(message).every((text) => typeof text === 'string' && text.trim() !== ''))
    problems.push(`${where}: empty`);
  const hasLastResort = (m) =>
    Object.keys(m.match).some((variant) => variant.split(',').every((part) => part.trim().endsWith('=*')));
  if (Array.isArray(message) && !message.every(hasLastResort))
    problems.push(`${where}: a plural needs a last "=*"`);
}

function checkArea(area) {
  if (!patterns.includes(`./messages/${area}/{locale}.json`)) {
    problems.push(`messages/${area}: not listed under pathPattern in project.inlang/settings.json`);
  }
  const catalogues = settings.locales.map((locale) => {
    const path = `messages/${area}/${locale}.json`;
    if (!existsSync(new URL(path, root))) problems.push(`${path}: missing`);
    return [locale, existsSync(new URL(path, root)) ? read(path) : {}];
  });
  const keys = new Set(catalogues.flatMap(([, messages]) => Object.keys(messages)));
  for (const key of keys) {
    const reference = catalogues.find(([, messages]) => key in messages)[1][key];
    for (const [locale, messages] of catalogues) {
      const where = `${area}/${locale}.json ${key}`;
      if (!(key in messages)) {
        problems.push(`${where}: missing`);
        continue;
      }
      checkMessage(where, area, key, messages[key]);
      // A plural may say "one person" without its number, so of a plural the inputs are compared.
      const same =
        Array.isArray(reference) && Array.isArray(messages[key])
          ? inputsOf(messages[key]) === inputsOf(reference)
          : placeholdersOf(messages[key]) === placeholdersOf(reference) &&
            !Array.isArray(reference) === !Array.isArray(messages[key]);
      if (!same) problems.push(`${where}: other placeholders than in the other languages`);
    }
  }
}

for (const area of areas) checkArea(area);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  console.error(`${problems.length} problems in portal/messages`);
  process.exit(1);
}
console.log(`Messages: ${areas.length} areas in ${settings.locales.length} languages say the same things.`);
