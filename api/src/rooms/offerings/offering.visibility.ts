import sql, { raw, type Sql } from 'sql-template-tag';
import { isNetworkAdmin, isSystem, organisationsOf, type Viewer } from '../../platform/policy/viewer.ts';

const own = (viewer: Viewer, otherwise: string, alias: string): Sql => {
  if (isNetworkAdmin(viewer) || isSystem(viewer)) return sql`true`;
  const ids = organisationsOf(viewer);
  const open = raw(`${alias}.${otherwise}`);
  return ids.length === 0 ? open : sql`(${open} or ${raw(alias)}.host_ids && ${ids}::uuid[])`;
};

/** The policy's `read` as a condition on rows of an offering: published once, or of a host the viewer belongs to. */
export const visibleTo = (viewer: Viewer, alias: string): Sql => own(viewer, 'is_public', alias);

/** Texts of an offering: one that is not ready yet is its hosts' alone. */
export const textsVisibleTo = (viewer: Viewer): Sql => {
  if (isNetworkAdmin(viewer) || isSystem(viewer)) return sql`true`;
  const ids = organisationsOf(viewer);
  const ready = sql`(t.is_public and t.state <> 'DRAFT')`;
  return ids.length === 0 ? ready : sql`(${ready} or t.host_ids && ${ids}::uuid[])`;
};

/** What is offered now: published, and not hidden because nobody confirmed it (decision 0032). */
export const isOffered = sql`(o.status = 'PUBLISHED' and o.hidden_at is null)`;

/** When it last changed for whoever copies it: hiding and confirming change no word of it. */
export const changedAt = sql`greatest(o.updated_at, o.hidden_at, o.confirmed_at)`;

/** What lists of offerings show: the published ones, and everything of the viewer's own organisations. */
export const offeringsListedTo = (viewer: Viewer): Sql => {
  if (isNetworkAdmin(viewer) || isSystem(viewer)) return sql`true`;
  const ids = organisationsOf(viewer);
  return ids.length === 0 ? isOffered : sql`(${isOffered} or o.host_ids && ${ids}::uuid[])`;
};

/** What a desk's list of dates shows: the listed ones, and those of the viewer's own organisations. */
export const occurrencesOfDesk = (viewer: Viewer): Sql => own(viewer, 'is_listed', 'c');
