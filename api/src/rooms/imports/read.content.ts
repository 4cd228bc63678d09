import type { ImportOptions, ImportResult } from './import-source.ts';
import { readCalendar } from './ics.source.ts';
import { linkedEventsSource } from './linked-events.source.ts';

/** Kinds of content that are read behind the guard. */
export type ContentKind = 'ics' | 'linked-events';

export interface Content {
  readonly kind: ContentKind;
  readonly bytes: Uint8Array;
  readonly options: ImportOptions;
}

/** The reader of each kind. Pure: the same bytes and options give the same result. */
export const readers: Readonly<
  Record<ContentKind, (bytes: Uint8Array, options: ImportOptions) => ImportResult | Promise<ImportResult>>
> = {
  ics: readCalendar,
  'linked-events': (bytes, options) => linkedEventsSource.read(new TextDecoder().decode(bytes), options),
};
