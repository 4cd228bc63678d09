import type { OfferingTranslationInput } from '../offerings/index.ts';
import type { EventProblems } from './event.problems.ts';
import type { ImportedEvent, ImportedTranslation } from './import-source.ts';

/** The limits of an offering, in characters. */
const limits = { title: 120, summary: 200, description: 5_000 };

/** The text within a limit, its end marked; one problem for each cut. */
export const cutText = (text: string, limit: number, field: string, problems: EventProblems): string => {
  const characters = [...text];
  if (characters.length <= limit) return text;
  problems.note(
    field,
    'TEXT_TOO_LONG',
    `${field} is longer than the ${limit} characters there is room for; cut.`,
  );
  const kept = characters
    .slice(0, limit - 1)
    .join('')
    .trimEnd();
  return `${kept}…`;
};

/** What an offering has no field for: where in the place, and the pages that tell more. */
const postscriptOf = ({ placeDetails, infoUrl, enrolmentUrl }: ImportedEvent, language: string): string => {
  const where = placeDetails.find((details) => details.language === language)?.text;
  return [where, infoUrl, enrolmentUrl === infoUrl ? null : enrolmentUrl].filter(Boolean).join('\n');
};

const textOf = (
  event: ImportedEvent,
  { language, title, summary, description }: ImportedTranslation,
  problems: EventProblems,
): OfferingTranslationInput => {
  const postscript = postscriptOf(event, language);
  const room = limits.description - (postscript ? [...postscript].length + 2 : 0);
  const body = description && cutText(description, room, `description (${language})`, problems);
  return {
    language,
    title: cutText(title, limits.title, `name (${language})`, problems),
    summary: summary && cutText(summary, limits.summary, `short_description (${language})`, problems),
    description: [body, postscript].filter(Boolean).join('\n\n') || null,
  };
};

/**
 * An event's texts within an offering's limits. A copy of the source is written exactly like it, so that the offering
 * knows it for one.
 */
export const textsOf = (event: ImportedEvent, problems: EventProblems): OfferingTranslationInput[] => {
  const [first, ...others] = event.translations;
  if (!first) return [];
  const source = textOf(event, first, problems);
  const rest = others.map((translation) =>
    translation.isCopyOfSource
      ? { ...source, language: translation.language }
      : textOf(event, translation, problems),
  );
  return [source, ...rest];
};
