/** Plain-text paragraphs, parted by an empty line. */
export const paragraphs = (...texts: readonly string[]): string => texts.join('\n\n');
