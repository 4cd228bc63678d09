import { readFileSync } from 'node:fs';
import { accessRoles, type AccessRole } from './access.roles.ts';

/**
 * What a role gets of a field: `Y` a value, `own` a value of nothing but their own account, organisation or link,
 * `-` nothing. Of a mutation: `Y` it is not refused, `-` it is.
 */
export type AccessCell = 'Y' | 'own' | '-';

interface AccessRow {
  /** `Type.field` of the schema. */
  readonly field: string;
  /** The row of the permission matrix that gives the reason. */
  readonly capability: string;
  readonly cells: Readonly<Record<AccessRole, AccessCell>>;
}

const linesOf = (url: URL): string[] => readFileSync(url, 'utf8').trim().split('\n');

const isCell = (text: string | undefined): text is AccessCell =>
  text === 'Y' || text === 'own' || text === '-';

const cellsOf = (texts: readonly string[], line: string): AccessRow['cells'] => {
  const cells = accessRoles.map((role, index): [AccessRole, AccessCell] => {
    const text = texts[index];
    if (!isCell(text)) throw new Error(`access-matrix.csv: "${text ?? ''}" is no cell in the line ${line}`);
    return [role, text];
  });
  return Object.fromEntries(cells) as AccessRow['cells'];
};

/** All rows of access-matrix.csv. Throws for other columns than the roles and for unknown cells. */
export const readAccessMatrix = (): AccessRow[] => {
  const [head, ...lines] = linesOf(new URL('../access-matrix.csv', import.meta.url));
  const expected = ['field', 'capability', ...accessRoles].join(',');
  if (head !== expected) throw new Error(`access-matrix.csv: the first line must be ${expected}`);
  return lines.map((line) => {
    const [field = '', capability = '', ...texts] = line.split(',');
    if (texts.length !== accessRoles.length)
      throw new Error(`access-matrix.csv: not ${accessRoles.length} cells in ${line}`);
    return { field, capability, cells: cellsOf(texts, line) };
  });
};

/** The capabilities of the network's permission matrix (test/fixtures/permission-matrix.csv, of this project). */
export const readCapabilities = (): string[] =>
  linesOf(new URL('../fixtures/permission-matrix.csv', import.meta.url))
    .slice(1)
    .map((line) => line.split(',')[0] ?? '');
