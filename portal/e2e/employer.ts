import { Employer } from '../../api/test/makers/employer.ts';

const id = 'city';

/** OIDC_PROVIDERS of a hub whose one employer stands, or will stand, at a port of this machine. */
export function employerSettings(port: number): string {
  const { clientId, clientSecret } = new Employer();
  const issuer = `http://localhost:${port}`;
  const provider = { id, name: 'City', issuer, clientId, clientSecret, domains: { 'example.org': '167' } };
  return JSON.stringify([provider]);
}

/** Starts that employer's sign-in service; it signs in whoever its `account` is. */
export async function startEmployer(hubUrl: string, port: number): Promise<Employer> {
  const employer = new Employer();
  await employer.start([`${hubUrl}/sign-in/employer/${id}/return`], port);
  return employer;
}
