import { isNetworkAdmin, organisationsOf, type Viewer } from '../policy/viewer.ts';
import type { ContextValues } from './context-query.ts';

const uuidArray = (ids: readonly string[]): string => `{${ids.join(',')}}`;

/** What PostgreSQL is told about the viewer; row-level security decides by these alone. */
export const sessionContext = (viewer: Viewer): ContextValues => ({
  'app.kind': viewer.kind,
  'app.viewer': viewer.personId ?? '',
  'app.orgs': uuidArray(organisationsOf(viewer)),
  'app.coordinates': uuidArray(organisationsOf(viewer, 'COORDINATOR')),
  'app.casework': uuidArray(organisationsOf(viewer, 'CASEWORKER', 'MANAGER', 'DATA_PROTECTION_OFFICER')),
  'app.admin': String(isNetworkAdmin(viewer)),
  'app.assurance': viewer.assurance,
});
