import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../messages');

type Messages = Record<string, unknown>;

function readAll(language: string): Messages {
  const areas = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const files = areas.map(({ name }) => readFileSync(path.join(folder, name, `${language}.json`), 'utf8'));
  return Object.assign({}, ...files.map((file) => JSON.parse(file) as Messages)) as Messages;
}

/**
 * The portal's words in one language, read from its messages, so that a journey reads like the page and follows a
 * changed word. A message with several forms has no single text: ask for another.
 */
export const wordsIn = (language: string): ((key: string, values?: Record<string, string>) => string) => {
  const messages = readAll(language);
  return (key, values = {}) => {
    const message = messages[key];
    if (typeof message !== 'string') throw new Error(`There is no plain message ${key} in ${language}`);
    return message.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  };
};
