import { decodeEntities } from './html-entities.ts';
import { stripText } from './plain-text.ts';

/** Elements whose content is no text for readers. */
const HIDDEN = new Set([
  'script',
  'style',
  'template',
  'iframe',
  'object',
  'svg',
  'math',
  'head',
  'title',
  'noscript',
  'textarea',
  'select',
  'xmp',
]);
const PARAGRAPHS = new Set(
  (
    'address article aside blockquote dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main ' +
    'nav ol p pre section table ul'
  ).split(' '),
);
const LINES = new Set(['br', 'tr', 'summary', 'figcaption', 'option']);

/** Marks of the reader for breaks; they cannot stand in the text, which is stripped of controls first. */
const PARAGRAPH = '\u0002';
const LINE = '\u0003';
const BULLET = '•';
const BEFORE_BREAK = new RegExp(`(?=[${PARAGRAPH}${LINE}])`);
const BREAK = new RegExp(`^[${PARAGRAPH}${LINE}]`);

type Tag = { name: string; isEnd: boolean; end: number };

/**
 * Plain text of an HTML fragment: tags, comments and scripts are gone, references decoded once, paragraphs kept
 * as blank lines, list items as lines with a bullet. Text without any tag keeps its line breaks. What comes out
 * may hold `<`: it is text, to be escaped where it is shown. Linear in the length; never throws.
 */
export function htmlToText(html: string): string {
  const source = stripText(html, { multiline: true });
  const pieces: string[] = [];
  let hasTags = false;
  let place = 0;
  while (place < source.length) {
    const open = source.indexOf('<', place);
    const tag = open < 0 ? null : tagAt(source, open);
    if (open < 0) {
      pieces.push(source.slice(place));
      break;
    }
    pieces.push(source.slice(place, open));
    place = open + 1;
    if (tag === null) {
      pieces.push('<');
      continue;
    }
    hasTags = true;
    pieces.push(breakFor(tag));
    place = !tag.isEnd && HIDDEN.has(tag.name) ? endOfHidden(source, tag) : tag.end;
  }
  return stripText(hasTags ? layOut(pieces.join('')) : decodeEntities(source), { multiline: true });
}

function breakFor({ name, isEnd }: Tag): string {
  if (PARAGRAPHS.has(name)) return PARAGRAPH;
  if (LINES.has(name)) return LINE;
  if (name === 'li') return isEnd ? '' : `${LINE}${BULLET} `;
  return name === 'td' || name === 'th' ? ' ' : '';
}

/** The tag or comment at `open`; null when `<` is a mere sign, as in `3 < 5`. An unclosed tag ends the text. */
function tagAt(source: string, open: number): Tag | null {
  if (source.startsWith('<!--', open)) {
    const close = source.indexOf('-->', open + 4);
    return { name: '', isEnd: false, end: close < 0 ? source.length : close + 3 };
  }
  const nameAt = source[open + 1] === '/' ? open + 2 : open + 1;
  const isTag = /[A-Za-z!?]/.test(source[nameAt] ?? '');
  if (!isTag) return null;
  const name = /^[A-Za-z][A-Za-z0-9:-]*/.exec(source.slice(nameAt, nameAt + 64))?.[0] ?? '';
  return { name: name.toLowerCase(), isEnd: nameAt === open + 2, end: endOfTag(source, nameAt) };
}

/** Past the `>` that stands in no quoted attribute value. */
function endOfTag(source: string, from: number): number {
  let quote = '';
  for (let index = from; index < source.length; index += 1) {
    const sign = source[index] ?? '';
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '>') return index + 1;
    else if ((sign === '"' || sign === "'") && source[index - 1] === '=') quote = sign;
  }
  return source.length;
}

function endOfHidden(source: string, tag: Tag): number {
  const closing = new RegExp(`</${tag.name}[\\s/>]`, 'gi');
  closing.lastIndex = tag.end;
  const match = closing.exec(source);
  return match === null ? source.length : endOfTag(source, match.index + 2);
}

/** White space as a browser sees it, then the breaks. References are decoded last: `&lt;p&gt;` is no tag. */
function layOut(marked: string): string {
  const lines = marked.replace(/[ \t\n]+/g, ' ').split(BEFORE_BREAK);
  const pieces: string[] = [];
  let isNewParagraph = false;
  let lineBreaks = 0;
  let bullet = '';
  let wasItem = false;
  for (const line of lines) {
    const text = line.replace(BREAK, '').trim();
    if (line.startsWith(PARAGRAPH)) isNewParagraph = true;
    lineBreaks += 1;
    if (text === BULLET) bullet = `${BULLET} `;
    if (text === '' || text === BULLET) continue;
    const isItem = bullet !== '' || text.startsWith(BULLET);
    // Two <br> in a row are how many editors part paragraphs.
    const isApart = (isNewParagraph || lineBreaks > 1) && !(isItem && wasItem);
    pieces.push(pieces.length === 0 ? '' : isApart ? '\n\n' : '\n', bullet, decodeEntities(text));
    isNewParagraph = false;
    lineBreaks = 0;
    bullet = '';
    wasItem = isItem;
  }
  return pieces.join('');
}
