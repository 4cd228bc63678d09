import { formatNumber } from '#lib/i18n/words.ts';
import {
  association_coming,
  association_coming_of,
  ui_cancelled,
  ui_postponed,
} from '#lib/paraglide/messages.js';

import type { DateStatus } from './date-change.ts';

interface DeskDate {
  status: DateStatus;
  placesTaken: number;
  capacity: number | null;
}

/** What a desk's list says of one date: cancelled, or how many come. */
export function dateNote(date: DeskDate, takesSignUps: boolean): string {
  if (date.status === 'CANCELLED') return ui_cancelled();
  if (date.status === 'POSTPONED') return ui_postponed();
  if (!takesSignUps) return '';
  if (date.capacity === null) return association_coming({ count: date.placesTaken });
  return association_coming_of({
    taken: formatNumber(date.placesTaken),
    capacity: formatNumber(date.capacity),
  });
}
