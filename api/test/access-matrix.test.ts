import { getNamedType, isNonNullType, parse, subscribe, type GraphQLField } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { createContext } from '../src/context.ts';
import { createFormatError } from '../src/platform/graphql/format-error.ts';
import { newId } from '../src/platform/ids.ts';
import { anonymousViewer } from '../src/platform/policy/viewer.ts';
import { createSchema } from '../src/schema.ts';
import { accessFieldsOf } from './access/access.fields.ts';
import { useFingerprints } from './access/access.fingerprint.ts';
import { readAccessMatrix, readCapabilities } from './access/access-matrix.reader.ts';
import { hiddenSubjects } from './access/access.hidden.ts';
import { mutationDocument, mutationInputs } from './access/access.mutations.ts';
import { accessQuestions } from './access/access.questions.ts';
import { accessRoles, type AccessRole } from './access/access.roles.ts';
import { anAccessScene, type AccessScene } from './access/access.scene.ts';
import { openRoots, secretsOf } from './access/access.secrets.ts';
import { askRaw, refusals, walk, type RawAnswer, type WalkResult } from './access/access.walk.ts';
import { useOwnHub } from './harness.ts';
import { testEnv } from './test-env.ts';

/** Beside the permission matrix: what one's own account or link opens, and what is the same for everyone. */
const ownCapabilities = ['own.account', 'reference.read'];

const employer = {
  id: 'city',
  name: 'City',
  // Nothing answers there: who may begin is told apart all the same.
  issuer: 'http://localhost:9',
  clientId: 'hub',
  clientSecret: 'secret',
  domains: { 'city.test': '167' },
  acr: null,
};
const hub = useOwnHub({
  ...testEnv,
  demo: true,
  employers: [employer],
  rateLimit: { ...testEnv.rateLimit, signInPerHour: 1_000_000 },
});
const fingerprints = useFingerprints(hub);
const schema = createSchema();
const rows = readAccessMatrix();
/** Those are tried out, one by one, instead of read. */
const isTried = (field: string): boolean => /^(Mutation|Subscription)\./.test(field);

let scene: AccessScene;
beforeAll(async () => {
  scene = await anAccessScene(hub);
}, 120_000);

describe('the access matrix', () => {
  it('has exactly one row for each field of the schema, in the order of the alphabet', () => {
    expect(rows.map(({ field }) => field)).toEqual(accessFieldsOf(schema));
  });

  it('names a capability that exists in each row', () => {
    const known = new Set([...readCapabilities(), ...ownCapabilities]);
    expect(rows.filter(({ capability }) => !known.has(capability))).toEqual([]);
  });

  it('shows each readable field to someone, so that its row is tested', () => {
    const unseen = rows.filter(({ cells }) => Object.values(cells).every((cell) => cell === '-'));
    expect(unseen.map(({ field }) => field)).toEqual([]);
  });

  it('asks every root query', () => {
    const roots = accessQuestions(scene).map(({ root }) => root);
    expect([...new Set(roots)].sort()).toEqual(Object.keys(schema.getQueryType()?.getFields() ?? {}).sort());
  });

  it('has an input for every mutation', () => {
    const names = Object.keys(schema.getMutationType()?.getFields() ?? {});
    expect(Object.keys(mutationInputs).sort()).toEqual(names.sort());
  });
});

/** Who a client is, giving and taking them, and the reset of another's sign-in, need a strong one. */
const needsStrong = (field: string): boolean =>
  field === 'PersonAbilities.resetSignIn' ||
  /^((Client|Referral)Identity\.|(Client|Referral)\.identity$|ReferralDetail\.value$|SubjectExport\.|Query\.subjectExport$|ClientAbilities\.move$|ClientMoveAbilities\.accept$|(ClientMovePreview|ClientMoveEffect)\.|Query\.clientMovePreview$)/.test(
    field,
  );

const expectedOf = (role: AccessRole): Record<string, string> =>
  Object.fromEntries(
    rows.filter(({ field }) => !isTried(field)).map(({ field, cells }) => [field, cells[role]]),
  );

describe.each(accessRoles)('what is shown to: %s', (role) => {
  let seen: WalkResult;
  beforeAll(async () => {
    seen = await walk(hub, schema, scene.viewers[role], accessQuestions(scene));
  });

  it('is what the matrix says, field by field', () => {
    const expected = expectedOf(role);
    const found = Object.keys(expected).map((field) => [field, seen.sightings.get(field) ?? '-']);
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  it('is refused with no other code than the three, and not counted where it is hidden', () => {
    expect(seen.failures).toEqual([]);
  });

  it('holds no text that is others’ to know, and those that are its own', () => {
    const texts = seen.answers.filter(({ root }) => !openRoots.includes(root)).map(({ text }) => text);
    const isTold = (secret: string): boolean => texts.some((text) => text.includes(secret));
    const secrets = secretsOf(scene);
    const told = secrets.filter(({ text }) => isTold(text)).map(({ what }) => what);
    const expected = secrets.filter(({ knownTo }) => knownTo.includes(role)).map(({ what }) => what);
    expect(told).toEqual(expected);
  });
});

describe.each(['caseworker', 'coordinator'] as const)('a %s who signed in by link alone', (role) => {
  it('is shown the same but who a client is', async () => {
    const strong = scene.viewers[role];
    const viewer = strong && { ...strong, assurance: 'LINK' as const };
    const { sightings } = await walk(hub, schema, viewer, accessQuestions(scene));
    const expected = Object.entries(expectedOf(role)).filter(
      ([field, cell]) => cell !== '-' && !needsStrong(field),
    );
    expect([...sightings.keys()].filter((field) => field in expectedOf(role)).sort()).toEqual(
      expected.map(([field]) => field).sort(),
    );
  });
});

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
type Mutation = GraphQLField<unknown, unknown>;

const inputTypeOf = ({ args }: Mutation): string => {
  const [input] = args;
  return input && isNonNullType(input.type) ? `${getNamedType(input.type).name}!` : '';
};

const cellsOf = (name: string) => rows.find(({ field }) => field === `Mutation.${name}`)?.cells;
const rolesWith = (name: string, isAllowed: boolean): AccessRole[] =>
  accessRoles.filter((role) => ((cellsOf(name)?.[role] ?? '-') !== '-') === isAllowed);

interface Call {
  readonly role: AccessRole;
  readonly input: object;
}

const callsOf = async (name: string, roles: readonly AccessRole[]): Promise<Call[]> => {
  const calls: Call[] = [];
  for (const role of roles) calls.push({ role, input: (await mutationInputs[name]?.(scene, role)) ?? {} });
  return calls;
};

const call = (mutation: Mutation, { role, input }: Call): Promise<RawAnswer> =>
  askRaw(hub, schema, scene.viewers[role], mutationDocument(mutation.name, inputTypeOf(mutation)), { input });

/** The code of the first error by role, null where it succeeded. */
const codesOf = async (mutation: Mutation, calls: readonly Call[]): Promise<Map<AccessRole, unknown>> => {
  const codes = new Map<AccessRole, unknown>();
  for (const each of calls) codes.set(each.role, (await call(mutation, each)).errors[0]?.code ?? null);
  return codes;
};

const isRefused = (code: unknown): boolean => refusals.includes(code);
/** CONFLICT: another role was quicker, or an earlier mutation moved the object on. */
const isOpen = (code: unknown): boolean => code === null || code === 'CONFLICT';

// Refusals come first: they must leave everything as it was for those who may.
describe.each(mutations)('$name', (mutation) => {
  it('is refused to every role without it, and then changes nothing', async () => {
    const calls = await callsOf(mutation.name, rolesWith(mutation.name, false));
    const before = await fingerprints.take();
    const codes = await codesOf(mutation, calls);
    expect([...codes].filter(([, code]) => !isRefused(code))).toEqual([]);
    expect(await fingerprints.take()).toEqual(before);
  });
});

describe.each(mutations.filter(({ name }) => name in hiddenSubjects))('$name', (mutation) => {
  it('answers about what someone cannot see as about what does not exist', async () => {
    const { id: field, knownTo } = hiddenSubjects[mutation.name] ?? { id: '', knownTo: [] };
    for (const { role, input } of await callsOf(
      mutation.name,
      accessRoles.filter((each) => !knownTo.includes(each)),
    )) {
      const answer = await call(mutation, { role, input });
      expect([role, answer]).toEqual([
        role,
        await call(mutation, { role, input: { ...input, [field]: newId() } }),
      ]);
    }
  });
});

describe.each(mutations)('$name', (mutation) => {
  it('is open to every role with it', async () => {
    const codes = await codesOf(mutation, await callsOf(mutation.name, rolesWith(mutation.name, true)));
    expect(codes.size).toBeGreaterThan(0);
    expect([...codes].filter(([, code]) => !isOpen(code))).toEqual([]);
  });
});

const subscriptionArguments: Readonly<Record<string, () => string>> = {
  referralChanged: () => `(id: "${scene.referrals.SENT.id}")`,
};

/** The code with which a stream is refused, null where it begins. */
const streamCodeOf = async (name: string, role: AccessRole): Promise<unknown> => {
  const document = parse(`subscription { ${name}${subscriptionArguments[name]?.() ?? ''} { __typename } }`);
  const contextValue = createContext(hub.hub, scene.viewers[role] ?? anonymousViewer());
  const stream = await subscribe({ schema, document, contextValue });
  if (!('errors' in stream)) {
    await (stream as AsyncGenerator).return(undefined);
    return null;
  }
  const [error] = stream.errors ?? [];
  return error && createFormatError({ log: hub.hub.log })(error.toJSON(), error).extensions?.['code'];
};

describe.each(Object.keys(schema.getSubscriptionType()?.getFields() ?? {}))('%s', (name) => {
  it('is open to every role with it, and refused to the others', async () => {
    const cells = rows.find(({ field }) => field === `Subscription.${name}`)?.cells;
    for (const role of accessRoles) {
      const code = await streamCodeOf(name, role);
      if ((cells?.[role] ?? '-') === '-') expect(refusals, role).toContain(code);
      else expect(code, role).toBeNull();
    }
  });
});
