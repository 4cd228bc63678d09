import { formatNumber } from '#lib/i18n/words.ts';
import { association_coming, association_coming_of, ui_cancelled } from '#lib/paraglide/messages.js';

interface DeskDate {
  status: 'SCHEDULED' | 'CANCELLED';
  placesTaken: number;
  capacity: number | null;
}

/** What a desk's list says of one date: cancelled, or how many come. */
export function dateNote(date: DeskDate, takesSignUps: boolean): string {
  if (date.status === 'CANCELLED') return ui_cancelled();
  if (!takesSignUps) return '';
  if (date.capacity === null) return association_coming({ count: date.placesTaken });
  return association_coming_of({
    taken: formatNumber(date.placesTaken),
    capacity: formatNumber(date.capacity),
  });
}
