import { defineEntity, p } from '@mikro-orm/postgresql';
import { inSession, isAdmin, secured } from '../../platform/db/row-security.ts';
import { Offering } from '../offerings/index.ts';
import { Organisation } from '../organisations/index.ts';
import type { PreparedImport } from './import.prepare.ts';
import { importKinds, type ImportKind } from './import.words.ts';

const isTheirs = `(${isAdmin}) or (${inSession('organisation_id', 'app.coordinates')})`;
const kinds = importKinds.map((kind) => `'${kind}'`).join(', ');

/** What was read from a file or an address, until somebody takes it over. */
export const ImportPreview = defineEntity({
  name: 'ImportPreview',
  tableName: 'import_previews',
  properties: {
    id: p.uuid().primary(),
    organisation: () => p.manyToOne(Organisation).mapToPk(),
    kind: p.text().$type<ImportKind>(),
    /** Which calendar it is, so that what is gone from it is known: a hash. */
    calendar: p.text(),
    /** What people call it. */
    label: p.text(),
    /** Sealed: an address can be as secret as a password. */
    address: p.text().nullable(),
    content: p.json<PreparedImport>(),
    createdAt: p.datetime(),
  },
  checks: [{ name: 'import_previews_kind', expression: `kind in (${kinds})` }],
  indexes: [{ properties: ['organisation', 'createdAt'] }, { properties: ['createdAt'] }],
  ...secured('import_previews', { read: isTheirs, write: isTheirs }),
});

/** What an import wrote last into an offering: a field that says something else since was edited here. */
export const ImportLink = defineEntity({
  name: 'ImportLink',
  tableName: 'import_links',
  properties: {
    offering: () => p.manyToOne(Offering).mapToPk().primary(),
    organisation: () => p.manyToOne(Organisation).mapToPk(),
    calendar: p.text(),
    /** By field a hash of its value. */
    written: p.json<Readonly<Record<string, string>>>(),
  },
  indexes: [{ properties: ['organisation', 'calendar'] }],
  ...secured('import_links', { read: isTheirs, write: isTheirs }),
});
