import { GraphQLEmailAddress } from 'graphql-scalars';
import { textScalar } from './scalar.factory.ts';

const asIs = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const webAddressOf = (text: string): string | undefined => {
  const url = text.length <= 2000 ? URL.parse(text) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol)) return undefined;
  return url.username || url.password || url.href.length > 2000 ? undefined : url.href;
};

export const Bcp47Scalar = textScalar<string>({
  name: 'BCP47',
  description: 'A language tag after BCP 47 in its canonical form, e.g. fi, sv-FI, zh-Hant.',
  specifiedByURL: 'https://www.rfc-editor.org/info/bcp47',
  reason: 'INVALID_LANGUAGE_TAG',
  expected: 'A language tag is expected, e.g. fi or sv-FI.',
  parse: (text) => (text.length <= 35 ? Intl.getCanonicalLocales(text)[0] : undefined),
  serialize: asIs,
});

export const MunicipalityCodeScalar = textScalar<string>({
  name: 'MunicipalityCode',
  description: "A municipality by Statistics Finland's code: three digits, e.g. 167 for Joensuu.",
  reason: 'INVALID_MUNICIPALITY_CODE',
  expected: 'A municipality code of three digits is expected, e.g. 167.',
  parse: (text) => (/^\d{3}$/.test(text) ? text : undefined),
  serialize: asIs,
});

export const EmailAddressScalar = textScalar<string>({
  name: 'EmailAddress',
  description: 'An e-mail address as HTML forms accept it, at most 254 characters.',
  specifiedByURL: 'https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address',
  reason: 'INVALID_EMAIL_ADDRESS',
  expected: 'An e-mail address is expected, e.g. name@example.fi.',
  parse: (text) => (text.length <= 254 ? String(GraphQLEmailAddress.parseValue(text)) : undefined),
  serialize: asIs,
});

export const UrlScalar = textScalar<string>({
  name: 'URL',
  description: 'A web address with http or https, without user name and password, at most 2000 characters.',
  specifiedByURL: 'https://url.spec.whatwg.org/',
  reason: 'INVALID_URL',
  expected: 'A web address is expected, e.g. https://www.example.fi/.',
  parse: webAddressOf,
  serialize: asIs,
});
