import { defineEntity, p } from '@mikro-orm/postgresql';

type Labels = Record<string, string>;

/** A network's area; every row of a region's data carries its id. One region is seeded. */
export const Region = defineEntity({
  name: 'Region',
  tableName: 'regions',
  properties: {
    id: p.uuid().primary(),
    code: p.text().unique(),
    name: p.json().$type<Labels>(),
    /** When the example content was entered whole; null where it never was. */
    seededAt: p.datetime().nullable(),
  },
});

/** All municipalities of Finland by Statistics Finland's code, a three-digit string. */
export const Municipality = defineEntity({
  name: 'Municipality',
  tableName: 'municipalities',
  properties: {
    code: p.text().primary(),
    name: p.json().$type<Labels>(),
    /** The network that the municipality belongs to; null for those that only appear in addresses. */
    region: () => p.manyToOne(Region).nullable().mapToPk(),
  },
  checks: [{ name: 'municipalities_code', expression: `code ~ '^[0-9]{3}$'` }],
});

/** A keyword for newcomers, a YSO concept. */
export const Theme = defineEntity({
  name: 'Theme',
  tableName: 'themes',
  properties: {
    id: p.text().primary(),
    uri: p.text().unique(),
    labels: p.json().$type<Labels>(),
    position: p.integer(),
  },
});

export const SpokenLanguage = defineEntity({
  name: 'SpokenLanguage',
  tableName: 'languages',
  properties: {
    tag: p.text().primary(),
    endonym: p.text(),
    direction: p.text(),
    position: p.integer(),
  },
});
