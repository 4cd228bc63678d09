/**
 * graphql-js repeats values in its messages and proposes names of the schema. Values can be personal data, names are
 * nobody's business who does not know them: what leaves the hub goes through here.
 */
const withoutSuggestion = (message: string): string => message.replace(/ ?Did you mean [\s\S]*$/, '');

const wrongType = (type: string): string => `A value of type ${type} is expected.`;

/** Messages of built-in scalars, enums and literals, which repeat the value; only the type's name is kept. */
const coercionMessage = (message: string): string | undefined => {
  const scalar = /^(Int|Float|String|Boolean|ID) cannot represent /.exec(message);
  const type = /^Expected (?:value of )?type "([\w[\]!]+)"(?:\. |, found )/.exec(message);
  const name = scalar?.[1] ?? type?.[1];
  if (name) return wrongType(name);
  const enumType =
    /^Enum "(\w+)" cannot represent /.exec(message) ??
    /^Value "[\s\S]*" does not exist in "(\w+)" enum/.exec(message);
  return enumType?.[1] && `The value is none of ${enumType[1]}.`;
};

/** Forms of messages about input that name nothing but parts of the schema. */
const aboutSchema = [
  /^Expected non-nullable type "[\w[\]!]+" not to be null\.$/,
  /^Expected type "\w+" to be an object\.$/,
  /^Field "\w+(?:\.\w+)?" of required type "[\w[\]!]+" was not provided\.$/,
  /^Field "\w{1,60}" is not defined by type "\w+"\.$/,
  /^Field "\w+" must be non-null\.$/,
  /^Exactly one key must be specified for OneOf type "\w+"\.$/,
];

/** A message about one value of a variable. `isOwn` marks our own scalars' messages, which repeat nothing. */
export const safeValueMessage = (message: string, isOwn: boolean): string => {
  if (isOwn) return message;
  const plain = withoutSuggestion(message);
  return (
    coercionMessage(message) ??
    (aboutSchema.some((form) => form.test(plain)) ? plain : 'The value does not have the expected form.')
  );
};

/** A message of a validation rule. */
export const safeQueryMessage = (message: string): string =>
  coercionMessage(message) ?? withoutSuggestion(message);

/** A message of the parser: names of token kinds stay, literals go. */
export const safeSyntaxMessage = (message: string): string =>
  message.replace(/\b(BlockString|String|Int|Float) "[\s\S]*"/, '$1');
