import sql, { type Sql } from 'sql-template-tag';
import { isNetworkAdmin, isSystem, organisationsOf, type Viewer } from '../../platform/policy/viewer.ts';

const seesEveryone = (viewer: Viewer): boolean => isSystem(viewer) || isNetworkAdmin(viewer);
const led = (viewer: Viewer): string[] => organisationsOf(viewer, 'COORDINATOR', 'MANAGER');

/** Oneself, and the people of organisations that one leads. The rows stand under the alias `person`. */
export const visiblePersons = (viewer: Viewer): Sql =>
  seesEveryone(viewer)
    ? sql`true`
    : sql`(person.id = ${viewer.personId}::uuid or person.organisation_ids && ${led(viewer)}::uuid[])`;

/** One's own memberships, and those in organisations that one leads. The rows stand under the alias `membership`. */
export const visibleMemberships = (viewer: Viewer): Sql =>
  seesEveryone(viewer)
    ? sql`true`
    : sql`(membership.person_id = ${viewer.personId}::uuid or membership.organisation_id = any(${led(viewer)}::uuid[]))`;

/** Invitations into organisations that one leads. The rows stand under the alias `invitation`. */
export const visibleInvitations = (viewer: Viewer): Sql =>
  seesEveryone(viewer) ? sql`true` : sql`invitation.organisation_id = any(${led(viewer)}::uuid[])`;
