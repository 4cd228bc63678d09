import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useHub } from '../../test/harness.ts';
import { anOffering } from '../../test/makers/offering.ts';
import { anOrganisation } from '../../test/makers/organisation.ts';
import { createServer } from '../server.ts';

const test = useHub();
let server: FastifyInstance;
let published: string;
let draft: string;
let organisationId: string;
let applicantId: string;
beforeAll(async () => {
  server = await createServer({ hub: test.hub, withPortal: false });
  organisationId = (await anOrganisation(test)).id;
  applicantId = (await anOrganisation(test, { status: 'APPLIED', agreement: 'none' })).id;
  published = (await anOffering(test, { organisationId })).id;
  draft = (await anOffering(test, { organisationId, publish: false })).id;
});
afterAll(() => server.close());

const addressesIn = (xml: string): string[] => [...xml.matchAll(/<loc>([^<]+)/g)].map(([, url]) => url ?? '');

describe('the sitemap', () => {
  it('is named in robots.txt, and leads to one for each of the eight languages', async () => {
    const robots = await server.inject('/robots.txt');
    expect(robots.headers['content-type']).toMatch(/^text\/plain/);
    const [, address = ''] = /^Sitemap: (.+)$/m.exec(robots.body) ?? [];
    const index = await server.inject(new URL(address).pathname);
    const languages = addressesIn(index.body).map((url) => /\/sitemaps\/(\w+)\.xml$/.exec(url)?.[1]);
    expect(languages).toEqual(['fi', 'sv', 'en', 'ru', 'uk', 'ar', 'fa', 'so']);
  });

  it('names what anyone may read, in the language and its seven others, and nothing else', async () => {
    const { body } = await server.inject('/sitemaps/ar.xml');
    const paths = addressesIn(body).map((url) => new URL(url).pathname);
    expect(paths).toContain(`/ar/offerings/${published}`);
    expect(paths).toContain(`/ar/organisations/${organisationId}`);
    expect(paths.every((path) => path.startsWith('/ar'))).toBe(true);
    expect(body).not.toContain(draft);
    expect(body).not.toContain(applicantId);
    expect(body.match(new RegExp(`hreflang="so" href="[^"]+/so/offerings/${published}"`, 'g'))).toHaveLength(
      1,
    );
  });

  it('exists in no other language', async () => {
    expect((await server.inject('/sitemaps/xx.xml')).statusCode).toBe(404);
  });
});
