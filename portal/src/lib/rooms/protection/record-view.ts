import { protection_guarded, protection_sealed } from '#lib/paraglide/messages.js';
import type { Activity } from './protection.queries.ts';
import { purposeWords, retentionWords, subjectWords } from './protection.words.ts';

/** One activity of the record of processing, in the reader's words. */
export function activityOf({ purpose, fields }: Activity) {
  return {
    id: `purpose-${purpose.toLowerCase()}`,
    title: purposeWords[purpose](),
    fields: fields.map(({ name, about, retention, isSealed }) => ({
      name,
      whose: subjectWords[about](),
      how: isSealed ? protection_sealed() : protection_guarded(),
      kept: retentionWords[retention](),
    })),
  };
}
