import { openApiSchemas } from './openapi.schemas.ts';

const parameter = (name: string, description: string, schema: object = { type: 'string' }): object => ({
  name,
  in: 'query',
  description,
  schema,
});

const size = { type: 'integer', minimum: 1, maximum: 100 };
const after = parameter('after', 'Where the page before ended. Follow "next" instead of making it yourself.');
const page = parameter('page', 'The number of a page, up to 10 000 rows deep.', {
  type: 'integer',
  minimum: 1,
});
const changed = (name: string): object =>
  parameter(
    name,
    'Only what changed since this instant, with what was removed. A mirror sends known_until of its last walk, and no other filter.',
  );

const hsdsList = [
  parameter('search', 'Words of a name.'),
  page,
  parameter('per_page', 'Rows on a page, 50 unless told.', size),
  after,
  changed('modified_after'),
];

const serviceList = [
  ...hsdsList,
  parameter('full', '"true": with all that belongs to each service.', { enum: ['true', 'false'] }),
  parameter('organization_id', 'Of this organisation.'),
  parameter('taxonomy_term_id', 'With this theme.'),
];

const eventList = [
  parameter('text', 'Words of a title, in any language.'),
  parameter('start', 'Not over before this day or instant; "now" and "today" too.'),
  parameter('end', 'Starting before this day or instant.'),
  parameter('division', 'Three-digit codes of municipalities, with commas between.'),
  parameter('language', 'Spoken languages, with commas between.'),
  parameter('keyword', 'YSO concepts (yso:p123), with commas between.'),
  parameter('publisher', 'Hosted by this organisation (kotoverkko:<id>).'),
  parameter('super_event', 'Dates of this series (kotoverkko:<id>).'),
  parameter('page_size', 'Rows on a page, 20 unless told.', size),
  page,
  after,
  changed('last_modified_since'),
];

const json = (schema: string): object => ({
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
});

const problem = (description: string): object => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const read = (
  summary: string,
  schema: string,
  parameters: readonly object[],
  extra: object = {},
): object => ({
  get: {
    summary,
    parameters,
    responses: {
      200: { description: 'OK', ...json(schema) },
      304: { description: 'Unchanged since the ETag in If-None-Match.' },
      400: problem('A parameter or cursor is wrong; the answer names it.'),
      404: problem('There is no such thing.'),
      429: problem('Too many requests; Retry-After tells the seconds to wait.'),
      ...extra,
    },
  },
});

const idInPath = [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }];
const inLanguage = {
  name: 'Accept-Language',
  in: 'header',
  description: 'BCP-47; the language of texts.',
  schema: { type: 'string' },
};
const hsds = (summary: string, schema: string, parameters: readonly object[]): object =>
  read(summary, schema, [inLanguage, ...parameters]);

const paths = {
  '/hsds': hsds('What this interface is.', 'About', []),
  '/hsds/services': hsds('Lasting offerings, in order of their making.', 'ServicePage', serviceList),
  '/hsds/services/{id}': hsds('One service, with all that belongs to it.', 'Service', idInPath),
  '/hsds/organizations': hsds('Verified organisations.', 'OrganizationPage', hsdsList),
  '/hsds/organizations/{id}': hsds('One organisation.', 'Organization', idInPath),
  '/hsds/taxonomies': hsds('The taxonomy of themes.', 'TaxonomyPage', []),
  '/hsds/taxonomies/{id}': hsds('One taxonomy.', 'Taxonomy', idInPath),
  '/hsds/taxonomy_terms': hsds('Themes.', 'TaxonomyTermPage', []),
  '/hsds/taxonomy_terms/{id}': hsds('One theme.', 'TaxonomyTerm', idInPath),
  '/linked-events/v1/event/': read('Dates, and the series they belong to.', 'EventPage', eventList),
  '/linked-events/v1/event/{id}/': read('One date or series.', 'Event', idInPath, {
    410: { description: 'It was removed.', ...json('RemovedEvent') },
  }),
  '/linked-events/v1/place/{id}/': read('One place.', 'Place', idInPath),
  '/linked-events/v1/keyword/': read('Themes, as YSO concepts.', 'KeywordPage', []),
  '/linked-events/v1/keyword/{id}/': read('One theme.', 'Keyword', idInPath),
  '/linked-events/v1/language/': read('Languages that are spoken.', 'LanguagePage', []),
};

/** The open data described as OpenAPI 3.1. Every address in it is served, and every one that is served stands in it. */
export const openApiOf = (publicUrl: string): object => ({
  openapi: '3.1.0',
  info: {
    title: 'Kotoverkko: open data',
    version: '1.0.0',
    description:
      'What organisations of the region offer newcomers: a directory in the shape of HSDS 3.1, dates in the shape of Linked Events. Read only, no key, open to every origin. Every answer tells by RateLimit how much may still be asked for.',
    license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  },
  servers: [{ url: publicUrl }],
  paths,
  components: { schemas: openApiSchemas },
});
