import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { isNetworkAdmin, isSystem, organisationsOf, type Viewer } from '../../platform/policy/viewer.ts';
import type { PortalLanguage } from '../people/index.ts';

/** Stands in feeds and mails where there is no place: it is held over the network. The link itself never does. */
export const onlineWord: Readonly<Record<PortalLanguage, string>> = {
  fi: 'Verkossa',
  sv: 'På nätet',
  en: 'Online',
  ru: 'Онлайн',
  uk: 'Онлайн',
  ar: 'عبر الإنترنت',
  fa: 'برخط',
  so: 'Internetka',
};

export interface JoinLink {
  readonly offeringId: string;
  readonly url: string;
}

/**
 * The links by which one joins offerings online: for their hosts and the network admin, and for other rooms, which ask
 * as the system once they know that somebody has a place. No row of an offering carries it.
 */
export const readJoinLinks = (
  hub: Hub,
  viewer: Viewer,
  offeringIds: readonly string[],
): Promise<JoinLink[]> => {
  const isHosts =
    isSystem(viewer) || isNetworkAdmin(viewer)
      ? sql`true`
      : sql`o.host_ids && ${organisationsOf(viewer)}::uuid[]`;
  if (viewer.kind === 'anonymous') return Promise.resolve([]);
  return hub.db.read(
    viewer,
    sql`select o.id as "offeringId", o.online_url as url from offerings o
        where o.id = any(${[...offeringIds]}::uuid[]) and o.online_url is not null and ${isHosts}`,
  );
};
