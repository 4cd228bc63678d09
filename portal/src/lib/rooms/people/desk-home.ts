interface Abilities {
  openAssociationDesk: boolean;
  openCaseworkerDesk: boolean;
  openProtectionDesk: boolean;
  openAdminDesk: boolean;
}

/** Where somebody lands who has just signed in: the desk where work waits, else the public list. */
export function homePath(lang: string, can: Abilities | undefined): string {
  if (can?.openCaseworkerDesk) return `/${lang}/caseworker`;
  if (can?.openAssociationDesk) return `/${lang}/association`;
  if (can?.openProtectionDesk) return `/${lang}/protection`;
  if (can?.openAdminDesk) return `/${lang}/admin`;
  return `/${lang}`;
}
