import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer } from '../src/server.ts';
import { useOwnHub } from './harness.ts';
import { longRun } from './long-run.ts';
import { aClient } from './makers/client.ts';
import { anOrganisation } from './makers/organisation.ts';
import { aMember } from './makers/person.ts';
import { testEnv } from './test-env.ts';

const PEOPLE = 50;
const AT_ONCE = 20;

const plenty = { perAddressPerMinute: 1e7, perAccountPerMinute: 1e7, costPerMinute: 1e9 };
const env = { ...testEnv, demo: true, rateLimit: { ...testEnv.rateLimit, ...plenty, signInPerHour: 1e6 } };
const test = useOwnHub(env, 2);
let server: FastifyInstance;
let address: string;

interface Someone {
  readonly personId: string;
  readonly clientId: string;
  readonly cookie: string;
}
const people: Someone[] = [];

const post = (cookie: string, query: string, signal?: AbortSignal): Promise<Response> =>
  fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query }),
    ...(signal && { signal }),
  });

const signIn = async (key: string): Promise<string> => {
  const answer = await post(
    '',
    `mutation { demoSignIn(input: { personKey: "${key}" }) { viewer { assurance } } }`,
  );
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
};

beforeAll(async () => {
  server = await createServer({ hub: test.hub, withPortal: false });
  address = await server.listen({ port: 0, host: '127.0.0.1' });
  const { id: organisationId } = await anOrganisation(test, { kind: 'CITY' });
  for (let index = 0; index < PEOPLE; index += 1) {
    const demoKey = `caseworker-${index}`;
    const member = await aMember(test, {
      organisationId,
      role: 'CASEWORKER',
      municipalityCode: '167',
      demoKey,
    });
    const client = await aClient(test, member.viewer);
    people.push({ personId: member.id, clientId: client.id, cookie: await signIn(demoKey) });
  }
}, 120_000);
afterAll(() => server.close());

const own = '{ viewer { person { id } } clients(first: 100) { nodes { id } totalCount } }';
const acts = {
  look: own,
  lookAtForeign: (id: string) => `{ viewer { person { id } } client(id: "${id}") { id } }`,
  change: 'mutation { updateProfile(input: { languageTag: "en" }) { person { id } } }',
  // A transaction that is rolled back.
  fail: (id: string) =>
    `mutation { sendReferral(input: { referralId: "${id}", version: 1 }) { referral { id } } }`,
} as const;

const step = fc.record({
  by: fc.nat({ max: PEOPLE - 1 }),
  other: fc.nat({ max: PEOPLE - 1 }),
  act: fc.constantFrom('look', 'look', 'lookAtForeign', 'change', 'fail'),
  abortAfterMilliseconds: fc.option(fc.nat({ max: 12 }), { freq: 3 }),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const queryOf = ({ act, other }: Step): string => {
  const { clientId = '', personId = '' } = people[other] ?? {};
  if (act === 'lookAtForeign') return acts.lookAtForeign(clientId);
  return act === 'fail' ? acts.fail(personId) : acts[act as 'look' | 'change'];
};

/** Every id of an answer: all must be one's own. */
const idsIn = (text: string): string[] => [...text.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id ?? '');

const counted = { answered: 0, aborted: 0 };

const make = async (each: Step): Promise<void> => {
  const someone = people[each.by];
  if (!someone) return;
  const signal =
    each.abortAfterMilliseconds === null ? undefined : AbortSignal.timeout(each.abortAfterMilliseconds);
  try {
    const text = await (await post(someone.cookie, queryOf(each), signal)).text();
    counted.answered += 1;
    const known = [someone.personId, someone.clientId];
    expect(idsIn(text).filter((id) => !known.includes(id))).toEqual([]);
    if (each.act === 'look') expect(idsIn(text)).toEqual(known);
  } catch (error) {
    if (!signal?.aborted) throw error;
    counted.aborted += 1;
  }
};

describe('fifty people over two connections', () => {
  it('never read with each other’s rights, whoever hangs up half-way', async () => {
    const rounds = longRun(500, 20_000) / AT_ONCE;
    const property = fc.asyncProperty(fc.array(step, { minLength: AT_ONCE, maxLength: AT_ONCE }), (steps) =>
      Promise.all(steps.map(make)).then(() => undefined),
    );
    await fc.assert(property, { numRuns: rounds, seed: 20_261_124, endOnFailure: true });
    expect(counted.answered).toBeGreaterThan(rounds * 5);
    expect(counted.aborted).toBeGreaterThan(rounds);
  }, 3_600_000);
});
