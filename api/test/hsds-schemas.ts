import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const folder = new URL('fixtures/hsds/', import.meta.url);

/** A validator that says what is wrong; it never fetches. */
export const aValidator = (): Ajv2020 => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  return ajv;
};

/** The schemas of HSDS 3.1 by name: 'service', 'organization', … */
export const hsdsSchemas = (): ((name: string) => ValidateFunction) => {
  const ajv = aValidator();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    ajv.addSchema({
      ...JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
      $id: `https://hsds.test/${file}`,
    });
  }
  return (name) => {
    const found = ajv.getSchema(`https://hsds.test/${name}.json`);
    if (!found) throw new Error(`No schema ${name}`);
    return found;
  };
};

/** What a validator has against a value; nothing when it is right. */
export const faultsOf = (validate: ValidateFunction, value: unknown): string[] => {
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};
