import type { Hub } from '../../platform/hub.ts';
import type { Loaders } from '../../platform/loader.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { occurrenceLoader, readJoinLinks } from '../offerings/index.ts';
import type { SignUpRow } from './sign-up.row.ts';

/** The link to join by, for a person's own confirmed place on a date that takes place and is not over. */
export const joinLinkOf = async (
  hub: Hub,
  loaders: Loaders,
  { isOwn, status, occurrenceId }: SignUpRow,
): Promise<string | null> => {
  if (!isOwn || (status !== 'CONFIRMED' && status !== 'ATTENDED')) return null;
  const date = await loaders.load(occurrenceLoader, occurrenceId);
  if (date?.status !== 'SCHEDULED' || date.endsAt <= hub.clock.now()) return null;
  const [link] = await readJoinLinks(hub, systemViewer('signup'), [date.offeringId]);
  return link?.url ?? null;
};
