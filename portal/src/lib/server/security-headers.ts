/** Headers of every page beside the content security policy, which `vite.config.ts` holds. */
export function setSecurityHeaders(response: Response, isHttps: boolean): void {
  const headers: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
    ...(isHttps ? { 'strict-transport-security': 'max-age=63072000' } : {}),
  };
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
}
