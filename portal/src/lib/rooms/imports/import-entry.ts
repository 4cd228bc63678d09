import type { ResultOf } from '#lib/api/graphql.ts';
import type { ImportPreview } from './imports.queries.ts';

export type ImportEntry = ResultOf<typeof ImportPreview>['importPreview']['entries'][number];
