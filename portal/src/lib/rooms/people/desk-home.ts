import type { Desks } from './desks.queries.ts';

/** Where somebody lands who has just signed in: the desk where work waits, else the public list. */
export function homePath(lang: string, can: Desks | undefined): string {
  if (can?.openCaseworkerDesk) return `/${lang}/caseworker`;
  if (can?.openAssociationDesk) return `/${lang}/association`;
  if (can?.openAdminDesk) return `/${lang}/admin`;
  if (can?.openProtectionDesk) return `/${lang}/protection`;
  return `/${lang}`;
}
