import { graphql, parse, validate } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { executeInProcess } from '../http/graphql-request.ts';
import { createApollo } from './apollo.server.ts';
import { createFormatError } from './format-error.ts';
import { createLimits } from './limits.ts';
import { createTestLog, tinySchema } from './tiny-schema.test-kit.ts';

const log = createTestLog();
const apollo = createApollo({ schema: tinySchema, log, introspection: false });

beforeAll(() => apollo.start());
afterAll(() => apollo.stop());
beforeEach(() => void log.lines.splice(0));

const run = async (query: string, variables: Record<string, unknown> = {}) => {
  const { status, body } = await executeInProcess(apollo, { query, variables }, async () => ({}));
  const parsed: { data?: unknown; errors?: { message: string; extensions: Record<string, unknown> }[] } =
    JSON.parse(body);
  return { status, body, ...parsed, error: parsed.errors?.[0] };
};

const create = (input: object) => run('mutation ($input: PersonInput!) { create(input: $input) }', { input });

describe('expected failures', () => {
  it('keep their code, reason, facts and place', async () => {
    const { status, error, data } = await run('{ hello expected }');
    expect(status).toBe(200);
    expect(data).toEqual({ hello: 'world', expected: null });
    expect(error).toMatchObject({
      message: 'All places are taken.',
      path: ['expected'],
      extensions: { code: 'CONFLICT', reason: 'OCCURRENCE_FULL', facts: { capacity: 10 } },
    });
    expect(log.lines).toEqual([]);
  });

  it('of the database go by their SQLSTATE, and its refusals are logged without values', async () => {
    expect((await run('{ database }')).error).toMatchObject({
      extensions: { code: 'CONFLICT', reason: 'ALREADY_EXISTS' },
    });
    expect(log.lines).toEqual([]);
    const { body } = await run('{ wall }');
    expect(body).toContain('FORBIDDEN');
    expect(log.lines).toHaveLength(1);
    expect(log.lines[0]).toMatchObject({ level: 'warn', fields: { report: [{ sqlState: '42501' }] } });
    expect(body + JSON.stringify(log.lines)).not.toContain('secret');
  });
});

describe('unexpected failures', () => {
  it('say nothing but a number, and are logged under it without personal data', async () => {
    const { error, body } = await run('{ unexpected }');
    const { errorId } = error?.extensions ?? {};
    expect(error?.extensions).toEqual({ code: 'INTERNAL', errorId: expect.stringMatching(/^\d{10}$/) });
    expect(error?.message).toBe(
      `Something went wrong on our side. Try again; if it stays, tell us this number: ${String(errorId)}`,
    );
    expect(log.lines).toMatchObject([{ level: 'error', fields: { errorId, path: ['unexpected'] } }]);
    expect(JSON.stringify(log.lines)).toContain('tiny-schema.test-kit');
    expect(body + JSON.stringify(log.lines)).not.toContain('someone@example.fi');
    expect(body).not.toMatch(/stack|at .*\.ts/);
  });

  it.each(['thrownText', 'notANumber', 'broken', 'unexpectedType'])('%s is INTERNAL too', async (field) => {
    const { body, error } = await run(`{ ${field} }`);
    expect(error?.extensions['code']).toBe('INTERNAL');
    expect(body + JSON.stringify(log.lines)).not.toMatch(/secret|someone@/);
    expect(log.lines).toHaveLength(1);
  });

  it('of the language itself keep their message in the log', async () => {
    await run('{ unexpectedType }');
    expect(JSON.stringify(log.lines)).toContain('x is not a function');
  });
});

describe('documents', () => {
  it.each([
    ['{', 'SYNTAX'],
    ['{ hello "secret" }', 'SYNTAX'],
    ['{ hello(x: """secret""" }', 'SYNTAX'],
    ['{ helo }', 'INVALID_QUERY'],
    ['{ echo(txt: "secret") }', 'INVALID_QUERY'],
    ['{ age(age: "secret") }', 'INVALID_QUERY'],
    ['{ paint(colour: "secret") }', 'INVALID_QUERY'],
    ['{ paint(colour: REDD) }', 'INVALID_QUERY'],
    ['query ($x: Colur) { hello }', 'INVALID_QUERY'],
    ['mutation { create(input: "secret") }', 'INVALID_QUERY'],
    ['mutation { create(input: { nam: "secret" }) }', 'INVALID_QUERY'],
    ['{ email(email: "secret") }', 'INVALID_EMAIL_ADDRESS'],
    ['{ __schema { types { name } } }', 'INTROSPECTION_OFF'],
    ['subscription { changed }', 'SUBSCRIPTION_NOT_HERE'],
    [`{ ${'hello '.repeat(2001)} }`, 'QUERY_TOO_LONG'],
    [`{ ${Array.from({ length: 11 }, () => 'hello').join(' ')} }`, 'TOO_MANY_ROOT_FIELDS'],
    ['query a { hello } query b { hello }', 'UNKNOWN_OPERATION'],
    ['{ echo(text: "a\\u0000b") }', 'TEXT_NOT_ALLOWED'],
    ['{ echo(text: "\\ud800") }', 'SYNTAX'],
  ])('%s is refused without suggestions and values', async (query, reason) => {
    const { status, body, error } = await run(query);
    expect(status).toBe(400);
    expect(error?.extensions).toMatchObject({ code: 'INVALID_INPUT', reason });
    expect(body).not.toMatch(/Did you mean|secret|stacktrace|"data"/);
    expect(log.lines).toEqual([]);
  });
});

describe('variables', () => {
  it.each([
    [{ name: 1 }, 'input.name', 'A value of type String is expected.'],
    [{ name: 'x', age: 'secret' }, 'input.age', 'A value of type Int is expected.'],
    [{ name: 'x', age: 2 ** 40 }, 'input.age', 'A value of type Int is expected.'],
    [{ name: 'x', colour: 'secret' }, 'input.colour', 'The value is none of Colour.'],
    [{ name: 'x', colour: 'REDD' }, 'input.colour', 'The value is none of Colour.'],
    [
      { name: 'x', friends: [{ name: 'y' }, { name: null }] },
      'input.friends[1].name',
      'Expected non-nullable type "String!" not to be null.',
    ],
    [{ name: 'secret', nam: 1 }, 'input', 'Field "nam" is not defined by type "PersonInput".'],
    [{ name: 'x', 'secret key': 1 }, 'input', 'The value does not have the expected form.'],
    [{ age: 1, email: 'secret at "input.age"; x' }, undefined, undefined],
    ['secret', 'input', 'Expected type "PersonInput" to be an object.'],
    [null, 'input', 'A value is required here.'],
  ])('%j is refused at its place without the value', async (input, path, message) => {
    const { status, body, error } = await create(input as object);
    expect(status).toBe(400);
    expect(error?.extensions).toMatchObject({ code: 'INVALID_INPUT', reason: 'INVALID_VARIABLES' });
    if (path) expect(error?.extensions).toMatchObject({ fields: [{ path, message }] });
    expect(body).not.toMatch(/Did you mean|secret|REDD/);
    expect(log.lines).toEqual([]);
  });

  it('of our own scalars say what is expected, with a reason for the field', async () => {
    const { error } = await create({ name: 'x', email: 'secret' });
    expect(error).toMatchObject({
      message: 'Variable $input.email: An e-mail address is expected, e.g. name@example.fi.',
      extensions: {
        code: 'INVALID_INPUT',
        reason: 'INVALID_VARIABLES',
        fields: [{ path: 'input.email', reason: 'INVALID_EMAIL_ADDRESS' }],
      },
    });
  });

  it('that are null where an argument needs a value are refused when the field runs', async () => {
    const { status, error, data } = await run('query ($n: Int = 2) { required(count: $n) }', { n: null });
    expect([status, data]).toEqual([200, { required: null }]);
    expect(error?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      reason: 'INVALID_VARIABLES',
      fields: [{ path: 'count' }],
    });
  });

  it.each([
    [{ name: 'a\0b' }, 'input.name'],
    [{ name: 'x', friends: [{ name: 'y' }, { name: '\ud83d' }] }, 'input.friends[1].name'],
  ])('with NUL or half a surrogate pair are refused: %j', async (input, path) => {
    const { status, error } = await create(input);
    expect(status).toBe(400);
    expect(error?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      reason: 'TEXT_NOT_ALLOWED',
      fields: [{ path }],
    });
    expect(log.lines).toEqual([]);
  });

  it('may hold any other text', async () => {
    const text = 'Ääkköset, العربية, 👩‍👧, \u200f\n\t';
    expect((await run('query ($text: String) { echo(text: $text) }', { text })).data).toEqual({ echo: text });
  });

  it('nested deeper than the stack are refused, not fatal', async () => {
    const deep = JSON.parse(`${'['.repeat(40_000)}"\\u0000"${']'.repeat(40_000)}`);
    expect(
      (await run('query ($text: String) { echo(text: $text) }', { text: deep })).error?.extensions['reason'],
    ).toBe('TEXT_NOT_ALLOWED');
  });
});

describe('outside Apollo, as in streams', () => {
  it.each([
    ['{', {}, 'SYNTAX'],
    ['{ helo }', {}, 'INVALID_QUERY'],
    ['{ email(email: "secret") }', {}, 'INVALID_EMAIL_ADDRESS'],
    ['query a { hello } query b { hello }', {}, 'UNKNOWN_OPERATION'],
    ['query ($n: Int) { age(age: $n) }', { n: 'secret' }, 'INVALID_VARIABLES'],
    ['query ($e: EmailAddress) { email(email: $e) }', { e: 'secret' }, 'INVALID_VARIABLES'],
    ['query ($n: Int = 2) { required(count: $n) }', { n: null }, 'INVALID_VARIABLES'],
    ['{ expected }', {}, 'OCCURRENCE_FULL'],
    ['{ unexpected }', {}, undefined],
  ])('%s is formatted alike', async (source, variableValues, reason) => {
    const { errors = [] } = await graphql({ schema: tinySchema, source, variableValues });
    const format = createFormatError({ log });
    const formatted = errors.map((error) => format(error.toJSON(), error));
    expect(formatted.map(({ extensions }) => extensions?.['reason'])).toEqual([reason]);
    expect(JSON.stringify(formatted)).not.toMatch(/secret|someone@|Did you mean/);
    expect(log.lines).toHaveLength(reason ? 0 : 1);
  });

  it('refusals of limits keep their reason', () => {
    const error = validate(
      tinySchema,
      parse(`{ ${'hello '.repeat(11)} }`),
      createLimits().validationRules,
    )[0];
    const formatted = error && createFormatError({ log })(error.toJSON(), error);
    expect(formatted?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      reason: 'TOO_MANY_ROOT_FIELDS',
      facts: { limit: 10 },
    });
  });
});
