import { defineEntity, p } from '@mikro-orm/postgresql';
import { Organisation } from '../organisations/index.ts';
import { Municipality, Region, Theme } from '../regions/index.ts';
import { securedByHosts } from './host.security.ts';
import {
  audiences,
  finnishLevels,
  offeringKinds,
  offeringStatuses,
  sqlList,
  translationStates,
  type Audience,
  type FinnishLevel,
  type OfferingKind,
  type OfferingStatus,
  type TextField,
  type TranslationState,
} from './offering.words.ts';
import { Place } from './place.entity.ts';
import type { StoredText } from './translation.rules.ts';

/** Something an organisation offers (DOMAIN.md §3). Its texts, times and dates stand in tables of their own. */
export const Offering = defineEntity({
  name: 'Offering',
  tableName: 'offerings',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    organisation: () => p.manyToOne(Organisation).mapToPk(),
    /** The organisation, then its co-hosts. */
    hostIds: p.array().columnType('uuid[]'),
    kind: p.text().$type<OfferingKind>(),
    status: p.text().$type<OfferingStatus>(),
    /** Was published once: stays readable by its address, also when archived. */
    isPublic: p.boolean(),
    sourceLanguage: p.text(),
    /** BCP-47 tags; not the languages of its texts. */
    spokenLanguages: p.array().columnType('text[]'),
    /** The same without region and script ('ar-EG' as 'ar'), by which it is found. */
    languageKeys: p.array().columnType('text[]'),
    finnishLevel: p.text().$type<FinnishLevel>(),
    audience: p.text().$type<Audience>(),
    ageMinimum: p.integer().nullable(),
    ageMaximum: p.integer().nullable(),
    womenOnly: p.boolean(),
    childrenWelcome: p.boolean(),
    hasChildCare: p.boolean(),
    stepFree: p.boolean(),
    transportHelp: p.boolean(),
    priceEuroCents: p.integer(),
    priceNote: p.text().nullable(),
    /** Places on each date; null = no limit. */
    capacity: p.integer().nullable(),
    takesSignUps: p.boolean(),
    takesReferrals: p.boolean(),
    /** Its name alone may reveal health, faith or orientation: no mail, notice or log names it. */
    isSensitive: p.boolean(),
    contactName: p.text().nullable(),
    contactEmail: p.text().nullable(),
    contactPhone: p.text().nullable(),
    place: () => p.manyToOne(Place).nullable().mapToPk(),
    onlineUrl: p.text().nullable(),
    /** Where it is found: the place's municipality, without a place the organisation's. */
    municipality: () => p.manyToOne(Municipality).mapToPk(),
    /** All its titles without case and accents. */
    searchText: p.text(),
    /** Where it was imported from, its id there, and a hash of what came. */
    importSource: p.text().nullable(),
    importId: p.text().nullable(),
    contentHash: p.text().nullable(),
    version: p.integer().default(1),
    /** Rises with every change of a single date; calendars number their versions by it. */
    dateChanges: p.integer().default(0),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    publishedAt: p.datetime().nullable(),
    archivedAt: p.datetime().nullable(),
    /** When a host last said that it is still right. */
    confirmedAt: p.datetime().nullable(),
    /** Since when it is marked, and hidden, because no host says so. */
    staleAt: p.datetime().nullable(),
    hiddenAt: p.datetime().nullable(),
  },
  uniques: [{ name: 'offerings_import', properties: ['organisation', 'importSource', 'importId'] }],
  checks: [
    { name: 'offerings_kind', expression: `kind in (${sqlList(offeringKinds)})` },
    { name: 'offerings_status', expression: `status in (${sqlList(offeringStatuses)})` },
    { name: 'offerings_finnish_level', expression: `finnish_level in (${sqlList(finnishLevels)})` },
    { name: 'offerings_audience', expression: `audience in (${sqlList(audiences)})` },
    { name: 'offerings_public', expression: `is_public = (published_at is not null)` },
    { name: 'offerings_hosts', expression: 'host_ids[1] = organisation_id' },
    {
      name: 'offerings_age',
      expression: 'age_minimum between 0 and 120 and age_maximum between age_minimum and 120',
    },
    { name: 'offerings_price', expression: 'price_euro_cents >= 0' },
    { name: 'offerings_capacity', expression: 'capacity between 1 and 10000' },
  ],
  indexes: [
    { properties: ['organisation', 'id'] },
    {
      name: 'offerings_changed',
      expression: 'create index "offerings_changed" on "offerings" ("updated_at") where "is_public"',
    },
  ],
  ...securedByHosts('offerings'),
});

/** An offering's text in one language. */
export const OfferingTranslation = defineEntity({
  name: 'OfferingTranslation',
  tableName: 'offering_translations',
  properties: {
    offering: () => p.manyToOne(Offering).mapToPk().primary(),
    language: p.text().primary(),
    hostIds: p.array().columnType('uuid[]'),
    isPublic: p.boolean(),
    title: p.text(),
    summary: p.text(),
    description: p.text(),
    state: p.text().$type<TranslationState>(),
    /** Says the same as the source, letter by letter: no translation at all. */
    isCopyOfSource: p.boolean(),
    /** The text it was translated from; null for the source itself. */
    sourceLanguage: p.text().nullable(),
    /** By field: rises with every change of its meaning. */
    substance: p
      .json()
      .$type<Readonly<Record<TextField, number>>>()
      .default('{"title": 1, "summary": 1, "description": 1}'),
    /** By field: the source's substance and words when this one was written or checked; for the hosts' eyes. */
    basedOn: p.json().$type<StoredText['basedOn']>().default('{}'),
    /** Fields whose source has changed in meaning since. */
    outdatedFields: p.array().columnType('text[]').default([]),
    /** Written by a machine, and touched by nobody since. */
    isMachine: p.boolean().default(false),
    position: p.integer(),
  },
  checks: [{ name: 'offering_translations_state', expression: `state in (${sqlList(translationStates)})` }],
  ...securedByHosts('offering_translations', `is_public and state <> 'DRAFT'`),
});

/** A theme by which an offering is found. */
export const OfferingTheme = defineEntity({
  name: 'OfferingTheme',
  tableName: 'offering_themes',
  properties: {
    offering: () => p.manyToOne(Offering).mapToPk().primary(),
    theme: () => p.manyToOne(Theme).mapToPk().primary(),
    hostIds: p.array().columnType('uuid[]'),
    isPublic: p.boolean(),
    position: p.integer(),
  },
  indexes: [{ properties: ['theme', 'offering'] }],
  ...securedByHosts('offering_themes'),
});
