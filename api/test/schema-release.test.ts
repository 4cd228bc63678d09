import { readFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges, type GraphQLField, type GraphQLNamedType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createSchema } from '../src/schema.ts';

const released = buildSchema(readFileSync(new URL('../schema.released.graphql', import.meta.url), 'utf8'));

/** Only what was deprecated in the release may be gone. */
const wasDeprecated = (description: string): boolean => {
  const [, typeName = '', fieldName = ''] = /(\w+)\.(\w+) was removed/.exec(description) ?? [];
  const type: GraphQLNamedType | undefined = released.getType(typeName);
  const fields =
    type && 'getFields' in type ? (type.getFields() as Record<string, GraphQLField<unknown, unknown>>) : {};
  return Boolean(fields[fieldName]?.deprecationReason);
};

describe('the schema', () => {
  it('breaks nothing that the released one promised', () => {
    const broken = findBreakingChanges(released, createSchema()).filter(
      ({ description }) => !wasDeprecated(description),
    );
    expect(broken.map(({ description }) => description)).toEqual([]);
  });

  it('describes every type, field, argument, enum value and input', () => {
    const bare: string[] = [];
    for (const [name, type] of Object.entries(createSchema().getTypeMap())) {
      if (name.startsWith('__')) continue;
      // type-graphql makes the three roots itself and has no place for their descriptions.
      if (!type.description && !['Query', 'Mutation', 'Subscription'].includes(name)) bare.push(name);
      if ('getValues' in type)
        for (const value of type.getValues()) if (!value.description) bare.push(`${name}.${value.name}`);
      if (!('getFields' in type)) continue;
      for (const field of Object.values(type.getFields())) {
        if (!field.description) bare.push(`${name}.${field.name}`);
        if ('args' in field)
          for (const argument of field.args)
            if (!argument.description) bare.push(`${name}.${field.name}(${argument.name})`);
      }
    }
    expect(bare).toEqual([]);
  });
});
