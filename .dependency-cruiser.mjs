/** The import rules of the house; see api/docs/decisions/0001-rooms.md. */
const rooms = '^api/src/rooms/([^/]+)/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'platform-knows-no-room',
      severity: 'error',
      from: { path: '^api/src/platform/' },
      to: { path: '^api/src/(rooms|edge)' },
    },
    {
      name: 'rooms-meet-at-the-door',
      comment:
        'A room imports the index.ts of another room; an entity may name another entity for a foreign key.',
      severity: 'error',
      from: { path: rooms, pathNot: '\\.entity\\.ts$|\\.test\\.ts$' },
      to: {
        path: '^api/src/rooms/[^/]+/',
        pathNot: ['^api/src/rooms/$1/', '^api/src/rooms/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'policies-are-pure',
      severity: 'error',
      from: { path: '^api/src/rooms/.*\\.policy\\.ts$' },
      to: { path: '@mikro-orm|node_modules/pg/|/db/database|type-graphql' },
    },
    {
      name: 'services-know-no-graphql',
      severity: 'error',
      from: { path: '^api/src/rooms/.*\\.(service|read|entity|machine)\\.ts$', pathNot: '\\.test\\.ts$' },
      to: { path: 'node_modules/type-graphql/' },
    },
    {
      name: 'portal-meets-the-api-at-the-schema',
      severity: 'error',
      from: { path: '^portal/src/' },
      to: { path: '^api/' },
    },
    {
      name: 'ui-knows-no-room',
      severity: 'error',
      from: { path: '^portal/src/lib/ui/' },
      to: { path: '^portal/src/lib/(rooms|api|server)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'paraglide|\\.svelte-kit|/dist/|/build/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'api/tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
};
