import { textFields, type TextField, type TranslationState } from './offering.words.ts';

/** What a translated field was made from: the source's substance version then, and its words. */
export interface Basis {
  readonly version: number;
  readonly text: string;
}

/** A text as an editor hands it in. What is undefined stays as it was. */
export interface CheckedText {
  readonly language: string;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  /** The text it was translated from; null = the offering's source. */
  readonly sourceLanguage?: string | null | undefined;
  readonly isDraft?: boolean | undefined;
  /** Whether its own changes alter no meaning; undefined = judged by letters and digits. */
  readonly isMinorEdit?: boolean | undefined;
  /** Somebody compared it with its source and found it right. */
  readonly isChecked?: boolean | undefined;
  readonly isMachine?: boolean | undefined;
}

export interface StoredText {
  readonly language: string;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  /** Null for the source itself. */
  readonly sourceLanguage: string | null;
  /** Rises with every change of a field's meaning. */
  readonly substance: Readonly<Record<TextField, number>>;
  /** Of a translation; `{}` for the source. */
  readonly basedOn: Readonly<Partial<Record<TextField, Basis>>>;
  readonly outdatedFields: readonly TextField[];
  readonly state: TranslationState;
  readonly isCopyOfSource: boolean;
  readonly isMachine: boolean;
}

/** A text that nobody touches: only its words go on. */
export const asItStands = ({ language, title, summary, description }: StoredText): CheckedText => ({
  language,
  title,
  summary,
  description,
});

type Words = Pick<CheckedText, 'language' | TextField>;
type ByLanguage<Text> = ReadonlyMap<string, Text>;

const byLanguage = <Text extends { language: string }>(texts: readonly Text[]): ByLanguage<Text> =>
  new Map(texts.map((text) => [text.language, text]));

/** Letters and digits alone: what is left when spelling of marks, blanks and case does not count. */
const meaningOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A field's substance version after an edit; the editor's word counts more than what the letters say. */
const substanceOf = (text: CheckedText, former: StoredText | undefined, field: TextField): number => {
  if (!former) return 1;
  if (former[field] === text[field]) return former.substance[field];
  const isMinor = text.isMinorEdit ?? meaningOf(former[field]) === meaningOf(text[field]);
  return former.substance[field] + (isMinor ? 0 : 1);
};

/**
 * From which text each one was translated; a source that is gone gives way to the offering's. Undefined where a
 * text would be made of itself in the end.
 */
export const sourcesOf = (
  texts: readonly CheckedText[],
  root: string,
  before: readonly StoredText[] = [],
): ReadonlyMap<string, string | null> | undefined => {
  const languages = new Set(texts.map(({ language }) => language));
  const former = byLanguage(before);
  const named = (text: CheckedText): string | null => {
    if (text.language === root) return null;
    const wanted =
      text.sourceLanguage === undefined ? former.get(text.language)?.sourceLanguage : text.sourceLanguage;
    // A former source whose own source was this text: the two have changed places.
    return wanted && languages.has(wanted) && wanted !== text.language ? wanted : root;
  };
  const sources = new Map(texts.map((text) => [text.language, named(text)]));
  const reachesRoot = (language: string): boolean => {
    let at: string | null | undefined = language;
    for (let steps = 0; at != null && steps <= texts.length; steps += 1) at = sources.get(at);
    return at === null;
  };
  return texts.every(({ language }) => reachesRoot(language)) ? sources : undefined;
};

interface Edit {
  readonly text: CheckedText;
  readonly former: StoredText | undefined;
  /** The source as it will stand, and its substance. */
  readonly source: Words & Pick<StoredText, 'substance'>;
  readonly isSameSource: boolean;
}

/** What a field is made from now: of today's source where somebody has just written or checked it. */
const basisOf = ({ text, former, source, isSameSource }: Edit, field: TextField): Basis => {
  const now = { version: source.substance[field], text: source[field] };
  const known = isSameSource ? former?.basedOn[field] : undefined;
  if (!known || text.isChecked || known.version === now.version) return now;
  const isWritten = former?.[field] !== text[field] && !text.isMinorEdit;
  return isWritten ? now : known;
};

const repeats = (text: Words, source: Words): boolean =>
  text.language !== source.language && text.title === source.title && text.description === source.description;

const isSameText = (text: Words, former: Words | undefined): boolean =>
  former !== undefined && textFields.every((field) => text[field] === former[field]);

/** Whether a machine wrote it and nobody has touched or checked it since. */
const isMachine = (text: CheckedText, former: StoredText | undefined): boolean =>
  text.isMachine ?? (isSameText(text, former) && !text.isChecked && former?.isMachine === true);

const stateOf = (
  text: CheckedText,
  former: StoredText | undefined,
  outdated: readonly TextField[],
): TranslationState => {
  if (text.isDraft ?? former?.state === 'DRAFT') return 'DRAFT';
  return outdated.length > 0 ? 'OUTDATED' : 'CURRENT';
};

/**
 * The texts as they are to be kept: each field's substance version, what each translation is based on, and which
 * of its fields fell behind, also where its source fell behind its own (DOMAIN.md §6). `sources` as from `sourcesOf`.
 */
export const settleTexts = (
  texts: readonly CheckedText[],
  root: string,
  sources: ReadonlyMap<string, string | null>,
  before: readonly StoredText[] = [],
): StoredText[] => {
  const former = byLanguage(before);
  const substances = new Map(
    texts.map((text) => {
      const of = (field: TextField): number => substanceOf(text, former.get(text.language), field);
      return [text.language, { title: of('title'), summary: of('summary'), description: of('description') }];
    }),
  );
  const written = byLanguage(texts);
  const settled = new Map<string, StoredText>();

  const settle = (text: CheckedText): StoredText => {
    const known = settled.get(text.language);
    if (known) return known;
    const { language, title, summary, description } = text;
    const substance = substances.get(language) ?? { title: 1, summary: 1, description: 1 };
    const own = { language, title, summary, description, substance };
    const sourceLanguage = sources.get(language) ?? null;
    const sourceText = sourceLanguage === null ? undefined : written.get(sourceLanguage);
    const was = former.get(language);
    const source = sourceText && settle(sourceText);
    const isSameSource = (was?.sourceLanguage ?? root) === sourceLanguage;
    const bases = source
      ? textFields.map(
          (field) => [field, basisOf({ text, former: was, source, isSameSource }, field)] as const,
        )
      : [];
    const outdatedFields = bases
      .filter(
        ([field, { version }]) =>
          version < (source?.substance[field] ?? 0) || source?.outdatedFields.includes(field),
      )
      .map(([field]) => field)
      .filter((field) => text[field] !== '');
    const rootText = written.get(root);
    const result: StoredText = {
      ...own,
      sourceLanguage,
      basedOn: Object.fromEntries(bases),
      outdatedFields,
      state: source ? stateOf(text, was, outdatedFields) : 'CURRENT',
      isCopyOfSource: [source, rootText].some((other) => other !== undefined && repeats(text, other)),
      isMachine: source !== undefined && isMachine(text, was),
    };
    settled.set(language, result);
    return result;
  };
  return texts.map(settle);
};

/** Fields that the source has and a translation lacks. */
export const missingFieldsOf = (text: Words, source: Words | undefined): TextField[] =>
  source ? textFields.filter((field) => source[field] !== '' && text[field] === '') : [];
