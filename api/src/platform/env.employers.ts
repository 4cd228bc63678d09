/** An employer's sign-in service: an OpenID provider, and whose addresses it may vouch for. */
export interface EmployerProvider {
  /** In addresses and in the redirect URI: PUBLIC_URL/sign-in/employer/<id>/return. */
  readonly id: string;
  /** As the button names it. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Municipality code by mail domain. */
  readonly domains: Readonly<Record<string, string>>;
  /** The authentication context that is asked for and then insisted on; null = the provider's own is trusted. */
  readonly acr: string | null;
}

const remedy =
  'OIDC_PROVIDERS must be a JSON list such as [{"id":"joensuu","name":"Joensuun kaupunki","issuer":"https://login.example","clientId":"…","clientSecret":"…","domains":{"joensuu.fi":"167"},"acr":"…"}] (acr may be left out).';

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** https, or a provider on the same machine. */
const isIssuer = (value: unknown): value is string => {
  const url = isText(value) ? URL.parse(value) : null;
  return (
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(url.hostname))
  );
};

const isDomains = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).length > 0 &&
  Object.entries(value).every(
    ([domain, code]) => /^[a-z0-9.-]+$/.test(domain) && /^\d{3}$/.test(String(code)),
  );

const providerIn = (value: unknown): EmployerProvider | null => {
  const { id, name, issuer, clientId, clientSecret, domains, acr } = (value ?? {}) as Record<string, unknown>;
  const isNamed = isText(id) && /^[a-z0-9-]{1,40}$/.test(id) && isText(name);
  if (!isNamed || !isIssuer(issuer) || !isText(clientId) || !isText(clientSecret) || !isDomains(domains))
    return null;
  return { id, name, issuer, clientId, clientSecret, domains, acr: isText(acr) ? acr : null };
};

/** The providers of OIDC_PROVIDERS; none when it is not set. `refuse` throws with the remedy. */
export const employersIn = (
  text: string | undefined,
  refuse: (message: string) => never,
): readonly EmployerProvider[] => {
  if (!text) return [];
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return refuse(remedy);
  }
  const providers = Array.isArray(read) ? read.map(providerIn) : [null];
  const right = providers.filter((provider) => provider !== null);
  const areDifferent = new Set(right.map(({ id }) => id)).size === right.length;
  return right.length === providers.length && areDifferent ? right : refuse(remedy);
};
