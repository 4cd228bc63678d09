const text = { type: 'string' };
const orNone = (...types: string[]): object => ({ type: [...types, 'null'] });
const instant = { type: 'string', format: 'date-time' };
const instantOrNone = { type: ['string', 'null'], format: 'date-time' };
const id = { type: 'string', format: 'uuid' };
const listOf = (items: object): object => ({ type: 'array', items });
const objects = listOf({ type: 'object' });
const texts = {
  type: ['object', 'null'],
  additionalProperties: text,
  description: 'Texts by BCP-47 language tag.',
};
const link = { type: 'object', required: ['@id'], properties: { '@id': { type: 'string', format: 'uri' } } };
const linkOrNone = { anyOf: [link, { type: 'null' }] };

const shape = (properties: Record<string, object>, required: string[]): object => ({
  type: 'object',
  required,
  properties,
});

const pageOf = (name: string): object =>
  shape(
    {
      total_items: { type: 'integer' },
      total_pages: { type: 'integer' },
      page_number: { type: 'integer' },
      size: { type: 'integer', description: 'Rows on this page.' },
      first_page: { type: 'boolean' },
      last_page: { type: 'boolean' },
      empty: { type: 'boolean' },
      next: { type: ['string', 'null'], format: 'uri', description: 'The page behind this one; walk by it.' },
      known_until: {
        ...instant,
        description: 'All changes up to here are told: ask for modified_after this next time.',
      },
      contents: listOf({ $ref: `#/components/schemas/${name}` }),
    },
    ['total_items', 'total_pages', 'page_number', 'size', 'first_page', 'last_page', 'empty', 'contents'],
  );

const metaOf = (name: string): object =>
  shape(
    {
      meta: shape(
        {
          count: { type: 'integer' },
          next: {
            type: ['string', 'null'],
            format: 'uri',
            description: 'The page behind this one; walk by it.',
          },
          previous: { type: 'null' },
          known_until: { ...instant, description: 'Ask for last_modified_since this next time.' },
        },
        ['count', 'next', 'previous'],
      ),
      data: listOf({ $ref: `#/components/schemas/${name}` }),
    },
    ['meta', 'data'],
  );

const service = shape(
  {
    id,
    organization_id: id,
    name: text,
    description: text,
    url: { type: 'string', format: 'uri' },
    email: { type: 'string', format: 'email' },
    status: {
      enum: ['active', 'defunct'],
      description: 'defunct: it is in the directory no more; forget it.',
    },
    fees_description: text,
    eligibility_description: text,
    minimum_age: { type: 'number' },
    maximum_age: { type: 'number' },
    last_modified: instant,
    organization: { $ref: '#/components/schemas/Organization' },
    phones: objects,
    schedules: objects,
    languages: objects,
    service_areas: objects,
    service_at_locations: objects,
    cost_options: objects,
    attributes: objects,
  },
  ['id', 'name', 'status', 'last_modified'],
);

const event = {
  anyOf: [{ $ref: '#/components/schemas/LivingEvent' }, { $ref: '#/components/schemas/RemovedEvent' }],
};

const sourceId = { type: 'string', pattern: '^[a-z]+:[\\w-]+$' };

const livingEvent = shape(
  {
    id: sourceId,
    location: { anyOf: [{ $ref: '#/components/schemas/Place' }, { type: 'null' }] },
    keywords: listOf(link),
    super_event: linkOrNone,
    super_event_type: { enum: ['recurring', null] },
    sub_events: listOf(link),
    event_status: { enum: ['EventScheduled', 'EventCancelled', 'EventPostponed', 'EventRescheduled'] },
    type_id: { enum: ['General', 'Course'] },
    offers: listOf(shape({ is_free: { type: 'boolean' }, price: texts, description: texts }, ['is_free'])),
    data_source: { const: 'kotoverkko' },
    publisher: sourceId,
    in_language: listOf(link),
    created_time: instant,
    last_modified_time: instant,
    date_published: instantOrNone,
    start_time: instantOrNone,
    end_time: instantOrNone,
    audience_min_age: orNone('integer'),
    audience_max_age: orNone('integer'),
    maximum_attendee_capacity: orNone('integer'),
    deleted: { const: false },
    name: { type: 'object', additionalProperties: text },
    short_description: texts,
    description: { ...texts, description: 'HTML by BCP-47 language tag.' },
    info_url: texts,
    provider: texts,
  },
  [
    'id',
    '@id',
    'name',
    'event_status',
    'start_time',
    'end_time',
    'super_event',
    'last_modified_time',
    'deleted',
  ],
);

const removedEvent = shape({ id: sourceId, deleted: { const: true }, last_modified_time: instantOrNone }, [
  'id',
  '@id',
  'deleted',
]);

/** What answers look like. */
export const openApiSchemas: Readonly<Record<string, object>> = {
  About: shape({ version: { const: '3.1' }, openapi_url: text, license: text }, ['version', 'openapi_url']),
  ServicePage: pageOf('Service'),
  Service: service,
  OrganizationPage: pageOf('Organization'),
  Organization: shape(
    {
      id,
      name: text,
      description: text,
      email: { type: 'string', format: 'email' },
      website: { type: 'string', format: 'uri' },
      logo: text,
      phones: objects,
      organization_identifiers: objects,
    },
    ['id', 'name', 'description'],
  ),
  TaxonomyPage: pageOf('Taxonomy'),
  Taxonomy: shape({ id, name: text, description: text }, ['id', 'name', 'description']),
  TaxonomyTermPage: pageOf('TaxonomyTerm'),
  TaxonomyTerm: shape(
    { id, code: text, name: text, description: text, term_uri: { type: 'string', format: 'uri' } },
    ['id', 'name', 'description'],
  ),
  EventPage: metaOf('Event'),
  Event: event,
  LivingEvent: livingEvent,
  RemovedEvent: removedEvent,
  Place: shape(
    { id: sourceId, name: { type: 'object' }, position: { type: ['object', 'null'] }, street_address: texts },
    ['id', '@id', 'name'],
  ),
  KeywordPage: metaOf('Keyword'),
  Keyword: shape({ id: sourceId, name: { type: 'object' }, same_as: text }, ['id', '@id', 'name']),
  LanguagePage: metaOf('Language'),
  Language: shape({ id: text, name: { type: 'object' } }, ['id', '@id', 'name']),
  Problem: shape(
    {
      type: text,
      title: text,
      status: { type: 'integer' },
      code: { enum: ['INVALID_INPUT', 'NOT_FOUND', 'RATE_LIMITED'] },
      reason: text,
      fields: objects,
    },
    ['title', 'status', 'code', 'reason'],
  ),
};
