import type { Hub } from '../../platform/hub.ts';
import type { Loaders } from '../../platform/loader.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { offeringLoader, readJoinLinks } from '../offerings/index.ts';
import type { ReferralView } from './referral.view.ts';

/** For the caseworker to pass on, as long as the client takes part. */
export const joinLinkOf = async (
  hub: Hub,
  loaders: Loaders,
  { side, state, offeringId }: Pick<ReferralView, 'side' | 'state' | 'offeringId'>,
): Promise<string | null> => {
  if (side !== 'SENT' || (state !== 'ACCEPTED' && state !== 'IN_PROGRESS')) return null;
  const offering = await loaders.load(offeringLoader, offeringId);
  if (!offering?.isOnline) return null;
  const [link] = await readJoinLinks(hub, systemViewer('referral'), [offeringId]);
  return link?.url ?? null;
};
