/** Bytes of a calendar as text without folds. */
export interface DecodedCalendar {
  readonly text: string;
  /** True when the bytes were no UTF-8, and the letters of Western Europe were taken for what was meant. */
  readonly isGuessed: boolean;
}

const FOLD = /(?:\r\n|\n|\r)[ \t]/g;

/** Two bytes a letter, as its mark at the beginning says. */
const wideEncodingOf = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
};

/** Reads UTF-8 and UTF-16 with and without byte-order mark, else Windows-1252. */
export function decodeCalendar(bytes: Uint8Array): DecodedCalendar {
  const wide = wideEncodingOf(bytes);
  if (wide !== null) {
    return { text: new TextDecoder(wide).decode(bytes).replaceAll(FOLD, ''), isGuessed: false };
  }
  // Many writers fold by octets and cut letters in two: folds are undone before letters are read.
  const octets = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const unfolded = Buffer.from(octets.replaceAll(FOLD, ''), 'latin1');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(unfolded), isGuessed: false };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(unfolded), isGuessed: true };
  }
}
