import { error, redirect } from '@sveltejs/kit';
import { languageName } from '#lib/i18n/words.ts';
import { SaveTranslation, TranslatedOffering } from '#lib/rooms/offerings/desk-translation.queries.ts';
import { failWith, isTicked, orError, orNotFound, text, wholeNumber } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

const blank = { title: '', summary: '', description: '' };

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { language } = params;
  const data = orError(await locals.api.query(TranslatedOffering, { id: params.offeringId }));
  const offering = orNotFound(data.offering);
  if (!offering.viewerCan.update) error(403, 'FORBIDDEN');
  if (language === offering.sourceLanguage) error(404, 'NOT_FOUND');
  const own = offering.translations.find((one) => one.language === language);
  const wanted = url.searchParams.get('from') ?? own?.sourceLanguage ?? offering.sourceLanguage;
  const others = offering.translations.filter((one) => one.language !== language);
  const source = orNotFound(others.find((one) => one.language === wanted) ?? others[0]);
  const isSameSource = own?.sourceLanguage === source.language;
  return {
    language,
    version: offering.version,
    title: source.title,
    source,
    sources: others.map((one) => ({ value: one.language, label: languageName(one.language) })),
    values: own ?? { ...blank, isDraft: true },
    state: own?.state ?? 'DRAFT',
    changes: isSameSource ? own.sourceChanges : [],
  };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const values = {
      title: text(form, 'title'),
      summary: text(form, 'summary'),
      description: text(form, 'description'),
    };
    const { error: refusal } = await locals.api.mutate(SaveTranslation, {
      input: {
        offeringId: params.offeringId,
        version: wholeNumber(form, 'version') ?? 0,
        translation: {
          ...values,
          language: params.language,
          sourceLanguage: text(form, 'sourceLanguage') || null,
          isDraft: text(form, 'intent') === 'draft',
          isChecked: isTicked(form, 'isChecked') || null,
        },
      },
    });
    if (refusal) return failWith(refusal, values);
    redirect(
      303,
      `/${locals.lang}/association/${params.organisationId}/offerings/${params.offeringId}?saved#translations`,
    );
  },
};
