import type { Viewer } from '../../src/platform/policy/viewer.ts';
import type { AccessCell } from './access-matrix.reader.ts';

/** What someone saw: of which fields a value, and whether of more than what is their own. */
export type Sightings = Map<string, Exclude<AccessCell, '-'>>;

interface Seen {
  readonly __typename: string;
  readonly id?: string;
  readonly nodes?: readonly unknown[];
  readonly totalCount?: number | null;
  readonly [field: string]: unknown;
}

/** Root fields that lead to what is the asker's own: the account, and what an unguessable link names. */
const ownRoots: readonly string[] = ['viewer', 'signUp', 'invitation'];

const isObject = (value: unknown): value is Seen =>
  typeof value === 'object' && value !== null && '__typename' in value;

const hasValue = (value: unknown): boolean => {
  if (value === null || value === undefined) return false;
  if (Array.isArray(value)) return value.length > 0;
  return !(isObject(value) && Array.isArray(value.nodes) && value.nodes.length === 0);
};

/** A button shows a value when it is there. */
const showsValue = (type: string, value: unknown): boolean =>
  type.endsWith('Abilities') ? value === true : hasValue(value);

/** An organisation is one's own or not wherever it stands, and a role in it; everything else belongs to what it was found in. */
const isOwnObject = (
  viewer: Viewer | null,
  { __typename, id, organisation }: Seen,
  isWithinOwn: boolean,
): boolean => {
  if (__typename === 'Organisation')
    return viewer?.memberships.some(({ organisationId }) => organisationId === id) ?? false;
  if (__typename === 'Membership' && isObject(organisation))
    return isOwnObject(viewer, organisation, isWithinOwn);
  if (__typename === 'Person' && id === viewer?.personId) return true;
  return isWithinOwn;
};

const note = (sightings: Sightings, field: string, isOwn: boolean): void => {
  if (!isOwn) sightings.set(field, 'Y');
  else if (!sightings.has(field)) sightings.set(field, 'own');
};

const visit = (viewer: Viewer | null, value: unknown, isWithinOwn: boolean, sightings: Sightings): void => {
  if (Array.isArray(value)) return value.forEach((each) => visit(viewer, each, isWithinOwn, sightings));
  if (!isObject(value)) return;
  const { __typename: type, ...fields } = value;
  const isOwn = isOwnObject(viewer, value, isWithinOwn);
  for (const [name, field] of Object.entries(fields)) {
    const isOwnField = isOwn || (type === 'Query' && ownRoots.includes(name));
    if (showsValue(type, field)) note(sightings, `${type}.${name}`, isOwnField);
    visit(viewer, field, isOwnField, sightings);
  }
};

/** Adds what an answer shows. `isAboutOwn`: whether the question named an organisation of the asker's. */
export const addSightings = (
  viewer: Viewer | null,
  data: unknown,
  isAboutOwn: boolean,
  sightings: Sightings,
): void => visit(viewer, data, isAboutOwn, sightings);

/** Pages that were asked for hold this many nodes at most; a full one may count more than it shows. */
const fullPages: readonly number[] = [20, 100];

/** The types of pages that count more than they show, though they are not full. */
export const overcountedPages = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(overcountedPages);
  if (!isObject(value)) return [];
  const { __typename: type, nodes, totalCount } = value;
  const isOver = nodes !== undefined && !fullPages.includes(nodes.length) && (totalCount ?? 0) > nodes.length;
  return [...(isOver ? [type] : []), ...Object.values(value).flatMap(overcountedPages)];
};
