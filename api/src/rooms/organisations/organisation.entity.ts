import { defineEntity, p } from '@mikro-orm/postgresql';
import { inSession, isAdmin, secured } from '../../platform/db/row-security.ts';
import type { Translated } from '../../platform/i18n/localized-text.ts';
import { Municipality, Region } from '../regions/index.ts';
import {
  organisationKinds,
  organisationStatuses,
  sqlList,
  type OrganisationKind,
  type OrganisationStatus,
} from './organisation.words.ts';

const isMember = (column: string): string => inSession(column, 'app.orgs');
/** Coordinators, and the managers of municipalities; the policy tells them apart from caseworkers. */
const isStaff = (column: string): string =>
  `(${inSession(column, 'app.coordinates')}) or (${inSession(column, 'app.casework')})`;

/** A city, municipality, association, congregation, school or authority. */
export const Organisation = defineEntity({
  name: 'Organisation',
  tableName: 'organisations',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    municipality: () => p.manyToOne(Municipality).mapToPk(),
    kind: p.text().$type<OrganisationKind>(),
    status: p.text().$type<OrganisationStatus>(),
    /** Kept by the service: VERIFIED and nothing else. */
    isPublic: p.boolean(),
    isExample: p.boolean().default(false),
    slug: p.text().unique(),
    name: p.text(),
    /** The name as lists are sorted by it; see `sortNameOf`. */
    sortName: p.text(),
    /** Y-tunnus; null for groups without one. */
    businessId: p.text().nullable(),
    email: p.text().nullable(),
    phone: p.text().nullable(),
    website: p.text().nullable(),
    languageTags: p.array().columnType('text[]'),
    descriptions: p.json<Translated[]>(),
    /** The version at which the logo last changed; null without one. */
    logoVersion: p.integer().nullable(),
    /** Last day of the running partner agreement; null before the first one. */
    agreementValidUntil: p.date().nullable(),
    /** Who applied, encrypted; erased when the application is decided. */
    applicantName: p.text().nullable(),
    applicantEmail: p.text().nullable(),
    applicantLanguage: p.text().nullable(),
    version: p.integer().default(1),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    decidedAt: p.datetime().nullable(),
  },
  checks: [
    { name: 'organisations_kind', expression: `kind in (${sqlList(organisationKinds)})` },
    { name: 'organisations_status', expression: `status in (${sqlList(organisationStatuses)})` },
    { name: 'organisations_public', expression: `is_public = (status = 'VERIFIED')` },
    {
      name: 'organisations_applicant',
      expression: `status = 'APPLIED' or (applicant_name is null and applicant_email is null)`,
    },
  ],
  indexes: [
    {
      name: 'organisations_by_name',
      expression: 'create index "organisations_by_name" on "organisations" ("sort_name" collate "C", "id")',
    },
    {
      // Who was turned away may apply again.
      name: 'organisations_business_id',
      expression:
        'create unique index "organisations_business_id" on "organisations" ("business_id") where "status" <> \'REJECTED\'',
    },
  ],
  ...secured('organisations', {
    read: `is_public or (${isAdmin}) or (${isMember('id')})`,
    write: `(${isAdmin}) or ${isStaff('id')}`,
    insert: 'false',
    anonymous: 'is_public',
  }),
});

/** An organisation's sign, at most 64 kB; apart, so that lists never read it. */
export const OrganisationLogo = defineEntity({
  name: 'OrganisationLogo',
  tableName: 'organisation_logos',
  properties: {
    organisation: () => p.manyToOne(Organisation).mapToPk().primary(),
    isPublic: p.boolean(),
    mediaType: p.text(),
    bytes: p.blob(),
  },
  checks: [
    {
      name: 'organisation_logos_type',
      expression: `media_type in ('image/png', 'image/jpeg', 'image/webp')`,
    },
    { name: 'organisation_logos_size', expression: 'octet_length(bytes) between 1 and 65536' },
  ],
  ...secured('organisation_logos', {
    read: `is_public or (${isAdmin}) or (${isMember('organisation_id')})`,
    write: `(${isAdmin}) or ${isStaff('organisation_id')}`,
    anonymous: 'is_public',
  }),
});

/** Which data-protection terms an organisation accepted, when, until when. */
export const PartnerAgreement = defineEntity({
  name: 'PartnerAgreement',
  tableName: 'partner_agreements',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    organisation: () => p.manyToOne(Organisation).mapToPk(),
    termsVersion: p.text(),
    /** A person's id without a foreign key: the proof outlives the account. Null when seeded. */
    acceptedBy: p.uuid().nullable(),
    acceptedAt: p.datetime(),
    /** Its last day, in the region's calendar. */
    validUntil: p.date(),
    /** Set when a newer agreement takes its place. */
    endedAt: p.datetime().nullable(),
  },
  indexes: [
    { properties: ['organisation', 'acceptedAt'] },
    {
      name: 'partner_agreements_running',
      expression:
        'create unique index "partner_agreements_running" on "partner_agreements" ("organisation_id") where "ended_at" is null',
    },
  ],
  ...secured('partner_agreements', {
    read: `(${isAdmin}) or (${isMember('organisation_id')})`,
    write: isStaff('organisation_id'),
  }),
});
