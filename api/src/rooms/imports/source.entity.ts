import { defineEntity, p } from '@mikro-orm/postgresql';
import { inSession, isAdmin, secured } from '../../platform/db/row-security.ts';
import { Organisation } from '../organisations/index.ts';
import { importKinds, type ImportKind } from './import.words.ts';

const isTheirs = `(${isAdmin}) or (${inSession('organisation_id', 'app.coordinates')})`;
const kinds = importKinds.map((kind) => `'${kind}'`).join(', ');

/** An address at which an organisation's events are looked for every hour. */
export const ImportSource = defineEntity({
  name: 'ImportSource',
  tableName: 'import_sources',
  properties: {
    id: p.uuid().primary(),
    organisation: () => p.manyToOne(Organisation).mapToPk(),
    kind: p.text().$type<ImportKind>(),
    /** The hash by which links and previews know the calendar. */
    calendar: p.text(),
    label: p.text(),
    /** Sealed. */
    address: p.text(),
    language: p.text(),
    createdAt: p.datetime(),
    /** The last look, and the last one that read the content. */
    checkedAt: p.datetime().nullable(),
    readAt: p.datetime().nullable(),
    etag: p.text().nullable(),
    lastModified: p.text().nullable(),
    contentHash: p.text().nullable(),
    /** Since when it cannot be read, why (a code), and since when its organisation knows. */
    failingSince: p.datetime().nullable(),
    failure: p.text().nullable(),
    toldAt: p.datetime().nullable(),
    /** Offerings whose event it has no more. */
    goneCount: p.integer().default(0),
  },
  checks: [{ name: 'import_sources_kind', expression: `kind in (${kinds})` }],
  uniques: [{ name: 'import_sources_once', properties: ['organisation', 'calendar'] }],
  ...secured('import_sources', { read: isTheirs, write: isTheirs }),
});
