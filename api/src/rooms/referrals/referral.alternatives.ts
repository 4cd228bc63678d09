import sql from 'sql-template-tag';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { loadClient } from '../clients/index.ts';
import { MatchingService, needsOfClient, type Match } from '../matching/index.ts';
import { reroutableStates } from './referral.machine.ts';
import { referralPolicy } from './referral.policy.ts';
import { readReferrals } from './referral.read.ts';
import { sentBy } from './referral.visibility.ts';

const mostShown = 10;
const looked = 40;

/**
 * What an offering presumes of who comes and nobody said of this client: that they are a woman or a man, or what a
 * sensitive name tells. It may be right, but never by accident: it comes after all others.
 */
const presumingOf = async (
  hub: Hub,
  viewer: Viewer,
  ids: readonly string[],
  { isForWomen, isSensitive }: { readonly isForWomen: boolean; readonly isSensitive: boolean },
): Promise<ReadonlySet<string>> => {
  const rows = await hub.db.read<{ id: string }>(
    viewer,
    sql`select id from offerings o where o.id = any(${[...ids]}::uuid[])
        and (o.audience = 'MEN' or (not ${isForWomen} and (o.women_only or o.audience = 'WOMEN'))
          or (not ${isSensitive} and o.is_sensitive))`,
  );
  return new Set(rows.map(({ id }) => id));
};

/**
 * Where a client could go instead, the best fit first: by what is known of the client, without the offerings to which
 * they were referred before; what presumes something that the need does not say comes last. Empty while the referral goes on. `first`: 1 to 10. Errors: UNAUTHENTICATED; NOT_FOUND;
 * FORBIDDEN, for all but its author.
 */
export const findAlternatives = async (
  hub: Hub,
  viewer: Viewer,
  referralId: string,
  first: number,
): Promise<Match[]> => {
  referralPolicy.authorize(viewer, 'list', null);
  const [referral] = isId(referralId) ? await readReferrals(hub, viewer, [referralId]) : [];
  if (!referral) throw notFound();
  referralPolicy.authorize(viewer, 'reroute', referral);
  if (!reroutableStates.includes(referral.state)) return [];
  const client = await hub.db.write(viewer, (tx) => loadClient(tx, referral.clientId));
  const tried = await hub.db.read<{ offeringId: string }>(
    viewer,
    sql`select distinct r.offering_id as "offeringId" from referrals r
        where r.client_id = ${client.id} and ${sentBy(viewer)}`,
  );
  const before = new Set(tried.map(({ offeringId }) => offeringId));
  const { matches } = await hub
    .get(MatchingService)
    .match(viewer, needsOfClient(client), looked + before.size);
  const others = matches.filter(({ offeringId }) => !before.has(offeringId));
  const presuming = await presumingOf(
    hub,
    viewer,
    others.map(({ offeringId }) => offeringId),
    { isForWomen: client.accessNeeds.includes('WOMEN_ONLY'), isSensitive: referral.isSensitive },
  );
  const isPresuming = ({ offeringId }: Match): boolean => presuming.has(offeringId);
  const ranked = [...others.filter((each) => !isPresuming(each)), ...others.filter(isPresuming)];
  return ranked.slice(0, Math.min(mostShown, Math.max(1, first)));
};
