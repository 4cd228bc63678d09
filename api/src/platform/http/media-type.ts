export const JSON_TYPE = 'application/json';
export const GRAPHQL_TYPE = 'application/graphql-response+json';

/** Type and character set of a content-type header, both in lower case; the set is null when it is not named. */
export const contentTypeOf = (
  header: string | undefined,
): { readonly type: string; readonly charset: string | null } => {
  const [type = '', ...parameters] = (header ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((each) => each.startsWith('charset='))?.slice('charset='.length);
  return { type, charset: charset?.replace(/^"(.*)"$/, '$1') ?? null };
};

interface Range {
  readonly type: string;
  readonly quality: number;
}

const rangesOf = (accept: string): Range[] =>
  accept.split(',').map((part) => {
    const [type = '', ...parameters] = part
      .toLowerCase()
      .split(';')
      .map((each) => each.trim());
    const quality = Number(parameters.find((each) => each.startsWith('q='))?.slice(2) ?? 1);
    return { type, quality: Number.isFinite(quality) ? quality : 0 };
  });

/** The most specific range that names a type decides its quality (RFC 9110, 12.5.1). */
const qualityOf = (
  type: string,
  ranges: readonly Range[],
): { readonly quality: number; readonly place: number } => {
  for (const pattern of [type, 'application/*', '*/*']) {
    const place = ranges.findIndex((range) => range.type === pattern);
    const range = ranges[place];
    if (range) return { quality: range.quality, place };
  }
  return { quality: 0, place: -1 };
};

/**
 * The type to answer with: the one the caller likes best, of two liked alike the one named first. Who names none of
 * the two, or has no preference at all, gets application/json. Null when neither is accepted (406).
 */
export const answerTypeOf = (accept: string | undefined): typeof JSON_TYPE | typeof GRAPHQL_TYPE | null => {
  if (!accept?.trim()) return JSON_TYPE;
  const ranges = rangesOf(accept);
  const json = qualityOf(JSON_TYPE, ranges);
  const graphql = qualityOf(GRAPHQL_TYPE, ranges);
  if (json.quality <= 0 && graphql.quality <= 0) return null;
  if (json.quality !== graphql.quality) return json.quality > graphql.quality ? JSON_TYPE : GRAPHQL_TYPE;
  return graphql.place < json.place ? GRAPHQL_TYPE : JSON_TYPE;
};
