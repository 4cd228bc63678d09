import { path } from '#lib/i18n/locale.ts';
import {
  shell_admin_desk,
  shell_association_desk,
  shell_caseworker_desk,
  shell_events,
  shell_organisations,
  shell_protection_desk,
} from '#lib/paraglide/messages.js';
import type { Viewer } from '#lib/server/viewer.ts';

interface MainLink {
  href: string;
  label: string;
  isCurrent: boolean;
}

/** The links of the header: what everybody may see, then the desks this person may open. */
export function mainLinks(viewer: Viewer, pathname: string): MainLink[] {
  const home = path('/');
  const isHome = pathname === home || pathname.startsWith(path('/offerings'));
  const link = (rest: `/${string}`, label: string): MainLink => {
    const href = path(rest);
    return { href, label, isCurrent: pathname === href || pathname.startsWith(`${href}/`) };
  };
  const can = viewer?.viewerCan;
  return [
    { href: home, label: shell_events(), isCurrent: isHome },
    link('/organisations', shell_organisations()),
    ...(can?.openAssociationDesk ? [link('/association', shell_association_desk())] : []),
    ...(can?.openCaseworkerDesk ? [link('/caseworker', shell_caseworker_desk())] : []),
    ...(can?.openProtectionDesk ? [link('/protection', shell_protection_desk())] : []),
    ...(can?.openAdminDesk ? [link('/admin', shell_admin_desk())] : []),
  ];
}
