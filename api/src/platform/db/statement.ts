import { createHash } from 'node:crypto';

const names = new Map<string, string>();

/** A stable name for a prepared statement, so each connection parses a text once. */
export const statementName = (text: string): string => {
  const known = names.get(text);
  if (known) return known;
  const name = `q_${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
  names.set(text, name);
  return name;
};
