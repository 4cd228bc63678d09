import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import { organisationsOf, type Viewer } from '../../platform/policy/viewer.ts';
import type { Change, ChangedRow } from '../../platform/pubsub/changes.ts';
import { streamTo } from '../people/index.ts';
import { referralPolicy } from './referral.policy.ts';
import { readVersions } from './referral.read.ts';

/** Where to look again. Both null: anything may have changed, or nothing may be seen any more. */
export interface ReferralNews {
  readonly referralId: string | null;
  readonly version: number | null;
}

const lookAgain: ReferralNews = { referralId: null, version: null };

/** Of changed rows those that the viewer may see now, by the same policy as every read. */
const visibleNews = async (
  hub: Hub,
  viewer: Viewer,
  rows: readonly ChangedRow[],
): Promise<ReferralNews[]> => {
  const own = new Set(organisationsOf(viewer));
  const near = rows.filter(({ organisationIds }) => organisationIds.some((id) => own.has(id)));
  if (near.length === 0) return [];
  const seen = await readVersions(hub, viewer, [...new Set(near.map(({ id }) => id))]);
  return seen.map(({ id, version }) => ({ referralId: id, version }));
};

/**
 * News of every referral on the viewer's lists. It begins with "look again": what happened since the page was made is
 * on it. Errors: UNAUTHENTICATED.
 */
export const followInbox = async (hub: Hub, viewer: Viewer): Promise<AsyncIterableIterator<ReferralNews>> => {
  referralPolicy.authorize(viewer, 'list', null);
  return streamTo<ReferralNews>(hub, viewer, {
    begin: () => Promise.resolve([lookAgain]),
    change: async (present, change) =>
      change.kind === 'referral' ? visibleNews(hub, present, change.rows) : [lookAgain],
    last: [lookAgain],
  });
};

/**
 * News of one referral, its present version first. When it can no longer be seen the stream says "look again".
 * Errors: UNAUTHENTICATED; NOT_FOUND.
 */
export const followReferral = async (
  hub: Hub,
  viewer: Viewer,
  referralId: string,
): Promise<AsyncIterableIterator<ReferralNews>> => {
  referralPolicy.authorize(viewer, 'list', null);
  const id = referralId.toLowerCase();
  const isVisible = isId(id) && (await readVersions(hub, viewer, [id])).length > 0;
  if (!isVisible) throw notFound();
  const tell = async (present: Viewer): Promise<ReferralNews[]> => {
    const [row] = await readVersions(hub, present, [id]);
    return [row ? { referralId: row.id, version: row.version } : lookAgain];
  };
  const isAbout = (change: Change): boolean =>
    change.kind === 'resync' || (change.kind === 'referral' && change.rows.some((row) => row.id === id));
  return streamTo<ReferralNews>(hub, viewer, {
    begin: tell,
    change: async (present, change) => (isAbout(change) ? tell(present) : []),
    last: [lookAgain],
  });
};
