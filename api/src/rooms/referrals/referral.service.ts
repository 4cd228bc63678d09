import {
  pageOf,
  toConnection,
  type Connection,
  type ConnectionArgs,
} from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { referralPolicy } from './referral.policy.ts';
import {
  countTabs,
  countReferrals,
  listReferrals,
  readReferrals,
  type ReferralFilter,
} from './referral.read.ts';
import { noneInTabs } from './referral.tabs.ts';
import { viewOf, type ReferralView } from './referral.view.ts';

interface TabCounts {
  readonly unassigned: number;
  readonly mine: number;
  readonly waitingForUs: number;
  readonly overdue: number;
}

const empty = (args: ConnectionArgs): Connection<ReferralView> =>
  toConnection(
    [],
    pageOf(args, 'referrals.newest'),
    () => [],
    () => Promise.resolve(0),
  );

/** Referrals as each side may see them; the moves stand in files of their own. */
export class ReferralService {
  constructor(private readonly hub: Hub) {}

  /** What the viewer sent and received, the newest first. Errors: UNAUTHENTICATED; those of pages. */
  async list(
    viewer: Viewer,
    args: ConnectionArgs,
    filter: ReferralFilter = {},
  ): Promise<Connection<ReferralView>> {
    referralPolicy.authorize(viewer, 'list', null);
    const { organisationId, clientId } = filter;
    if ([organisationId, clientId].some((id) => id && !isId(id))) return empty(args);
    const page = pageOf(args, 'referrals.newest');
    const now = this.hub.clock.now();
    const rows = await listReferrals(this.hub, viewer, filter, page);
    const views = rows.map((row) => viewOf(viewer, row, now));
    return toConnection(
      views,
      page,
      (view) => [view.createdAt.toISOString(), view.id],
      () => countReferrals(this.hub, viewer, filter),
    );
  }

  /** How many stand in each pile of the viewer's desk. Errors: UNAUTHENTICATED. */
  async counts(viewer: Viewer, filter: ReferralFilter): Promise<TabCounts> {
    referralPolicy.authorize(viewer, 'list', null);
    const isKnown = [filter.organisationId, filter.clientId].every((id) => !id || isId(id));
    const tabs = isKnown ? await countTabs(this.hub, viewer, filter) : noneInTabs;
    return {
      unassigned: tabs.UNASSIGNED,
      mine: tabs.MINE,
      waitingForUs: tabs.WAITING_FOR_US,
      overdue: tabs.OVERDUE,
    };
  }

  /** Null for one that does not exist or that the viewer may not see. Errors: UNAUTHENTICATED. */
  async find(viewer: Viewer, id: string): Promise<ReferralView | null> {
    referralPolicy.authorize(viewer, 'list', null);
    if (!isId(id)) return null;
    const [row] = await readReferrals(this.hub, viewer, [id]);
    return row ? viewOf(viewer, row, this.hub.clock.now()) : null;
  }
}
