import type { ThemeRow } from '../regions/index.ts';
import type { DescribedOffering } from '../feeds/index.ts';
import type { OpenOrganisation, OrganisationRow } from '../organisations/index.ts';
import type { OpenService, ScheduleRow } from '../offerings/index.ts';
import { localize, type Translated } from '../../platform/i18n/localized-text.ts';
import { derivedId } from './derived-id.ts';
import { hsdsSchedule } from './hsds.schedule.ts';

/** All that a service tells of an offering, in one language. */
export interface ServiceFacts extends DescribedOffering {
  readonly offering: OpenService;
  readonly host: OrganisationRow | null;
  readonly schedules: readonly ScheduleRow[];
  readonly themeRows: readonly ThemeRow[];
  readonly page: string;
}

const textOrNone = (text: string | null | undefined): string | undefined => text?.trim() || undefined;

const urlOrNone = (text: string | null | undefined): string | undefined =>
  text && URL.canParse(text) ? text : undefined;

const phones = (organisationId: string, number: string | null): object[] =>
  number ? [{ id: derivedId('phone', organisationId), organization_id: organisationId, number }] : [];

/** The taxonomy of all themes: YSO, the General Finnish Ontology. */
export const taxonomyId = derivedId('taxonomy', 'http://www.yso.fi/onto/yso/');

export const hsdsTaxonomy = {
  id: taxonomyId,
  name: 'YSO',
  description: 'YSO, the General Finnish Ontology: the concepts by which offerings are found.',
  uri: 'http://www.yso.fi/onto/yso/',
  version: '2017',
};

const nameOf = (labels: Readonly<Record<string, string>>, languageTag: string): string => {
  const texts: Translated[] = Object.entries(labels).map(([language, value]) => ({ language, value }));
  return localize(texts, [languageTag])?.value ?? '';
};

export const hsdsTerm = ({ id, uri, labels }: ThemeRow, languageTag: string): object => ({
  id: derivedId('term', uri),
  code: id,
  name: nameOf(labels, languageTag),
  description: Object.entries(labels)
    .map(([language, label]) => `${language}: ${label}`)
    .join('; '),
  taxonomy: 'YSO',
  taxonomy_id: taxonomyId,
  term_uri: uri,
});

export const hsdsOrganisation = (
  organisation: OrganisationRow & Partial<Pick<OpenOrganisation, 'updatedAt'>>,
  languageTag: string,
  publicUrl: string,
): object => {
  const { id, name, email, phone, website, descriptions, businessId, logoVersion } = organisation;
  return {
    id,
    name,
    description: localize(descriptions, [languageTag])?.value ?? name,
    email: textOrNone(email),
    website: urlOrNone(website),
    uri: `${publicUrl}/hsds/organizations/${id}`,
    logo: logoVersion === null ? undefined : `${publicUrl}/media/organisations/${id}/logo?v=${logoVersion}`,
    phones: phones(id, phone),
    organization_identifiers: businessId
      ? [
          {
            id: derivedId('y-tunnus', id),
            organization_id: id,
            identifier_scheme: 'FI-PRO',
            identifier_type: 'Y-tunnus',
            identifier: businessId,
          },
        ]
      : [],
    last_modified: organisation.updatedAt?.toISOString(),
  };
};

const hsdsLocation = ({ offering, place, municipality }: ServiceFacts): object | null => {
  if (!place)
    return offering.isOnline ? { id: derivedId('online', offering.id), location_type: 'virtual' } : null;
  const { id, name, streetAddress, postalCode, latitude, longitude, directions } = place;
  return {
    id,
    location_type: 'physical',
    name,
    transportation: textOrNone(directions),
    ...(latitude !== null && longitude !== null && { latitude, longitude }),
    addresses: [
      {
        id: derivedId('address', id),
        location_id: id,
        address_1: streetAddress,
        city: municipality,
        state_province: 'North Karelia',
        postal_code: postalCode ?? '',
        country: 'FI',
        address_type: 'physical',
      },
    ],
    accessibility: offering.stepFree
      ? [{ id: derivedId('step-free', id), location_id: id, description: 'Step-free' }]
      : [],
  };
};

const eligibility = ({ womenOnly, audience, finnishLevel }: OpenService): string =>
  [
    audience === 'EVERYONE' ? '' : `Made for: ${audience}`,
    womenOnly ? 'Women only' : '',
    finnishLevel === 'NONE' ? '' : `Finnish needed: ${finnishLevel}`,
  ]
    .filter(Boolean)
    .join('; ');

const costOptions = ({ id, priceEuroCents, priceNote }: OpenService): object[] => [
  {
    id: derivedId('cost', id),
    service_id: id,
    amount: priceEuroCents / 100,
    currency: 'EUR',
    amount_description: textOrNone(priceNote),
  },
];

/** A service as HSDS 3.1 nests it. The offering's own contact person is not told: an open copy could not be called back. */
export const hsdsService = (facts: ServiceFacts, languageTag: string, publicUrl: string): object => {
  const { offering, title, summary, description, host, schedules, themeRows, page } = facts;
  const { id, organisationId } = offering;
  const location = hsdsLocation(facts);
  return {
    id,
    organization_id: organisationId,
    name: title.value,
    description: [summary.value, description.value].filter(Boolean).join('\n\n'),
    url: page,
    email: textOrNone(host?.email),
    status:
      offering.status === 'PUBLISHED' && !offering.hiddenAt && offering.isLasting ? 'active' : 'defunct',
    fees_description: offering.priceEuroCents === 0 ? 'Free' : textOrNone(offering.priceNote),
    eligibility_description: textOrNone(eligibility(offering)),
    ...(offering.ageMinimum !== null && { minimum_age: offering.ageMinimum }),
    ...(offering.ageMaximum !== null && { maximum_age: offering.ageMaximum }),
    last_modified: offering.updatedAt.toISOString(),
    organization: host ? hsdsOrganisation(host, languageTag, publicUrl) : undefined,
    phones: phones(organisationId, host?.phone ?? null),
    schedules: schedules.map((schedule) => hsdsSchedule(id, schedule)),
    languages: offering.spokenLanguages.map((code) => ({
      id: derivedId('language', id, code),
      service_id: id,
      code,
      name: code,
    })),
    service_areas: [
      {
        id: derivedId('area', id),
        service_id: id,
        name: facts.municipality,
        extent: offering.municipalityCode,
      },
    ],
    service_at_locations: location
      ? [{ id: derivedId('at', id), service_id: id, location_id: (location as { id: string }).id, location }]
      : [],
    cost_options: costOptions(offering),
    attributes: themeRows.map((theme) => ({
      id: derivedId('attribute', id, theme.id),
      link_id: id,
      link_entity: 'service',
      taxonomy_term_id: derivedId('term', theme.uri),
      taxonomy_term: hsdsTerm(theme, languageTag),
    })),
  };
};

/** The same without what is nested in lists: what a list of services shows unless `full` is asked for. */
export const withoutLists = (shape: object): object =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => !Array.isArray(value)));
