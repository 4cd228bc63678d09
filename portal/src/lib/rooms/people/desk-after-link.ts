/** Who came by a mail link and has no better way to sign in is offered one, then led on to where they wanted. */
export function afterLink(
  lang: string,
  next: string,
  viewer: { signInSecurity: { hasAuthenticator: boolean; passkeys: readonly unknown[] } | null } | null,
): string {
  const security = viewer?.signInSecurity;
  if (!security || security.hasAuthenticator || security.passkeys.length > 0) return next;
  return `/${lang}/sign-in/passkey?${new URLSearchParams({ next })}`;
}
