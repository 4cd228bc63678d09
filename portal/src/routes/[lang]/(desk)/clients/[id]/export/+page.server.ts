import { isLanguage } from '#lib/i18n/languages.ts';
import { formatDayAndTime } from '#lib/i18n/dates.ts';
import { sectionsOf } from '#lib/rooms/protection/export-view.ts';
import { SubjectExport } from '#lib/rooms/protection/protection.queries.ts';
import { orError } from '#lib/server/forms.ts';
import { ownLanguageName } from '#lib/i18n/words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { subjectExport } = orError(await locals.api.query(SubjectExport, { clientId: params.id }));
  const [own = ''] = subjectExport.languageTag.split('-');
  return {
    id: params.id,
    day: formatDayAndTime(subjectExport.generatedAt),
    sections: sectionsOf(subjectExport.json),
    // The page is for the client: one tap leads to it in their own language.
    own: isLanguage(own) && own !== locals.lang ? { tag: own, name: ownLanguageName(own) } : null,
  };
};
