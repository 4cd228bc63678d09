import { redirect } from '@sveltejs/kit';
import { ImportPreview, TakeImport } from '#lib/rooms/imports/imports.queries.ts';
import { failWith, isTicked, orError, orNotFound, texts } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

const counted = (url: URL, name: string): string => String(Number(url.searchParams.get(name)) || 0);

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { importPreview } = orError(await locals.api.query(ImportPreview, { id: params.previewId }));
  orNotFound(importPreview.organisationId === params.organisationId ? importPreview : null);
  const taken = url.searchParams.has('created') && {
    created: counted(url, 'created'),
    changed: counted(url, 'changed'),
    ended: counted(url, 'ended'),
  };
  return { preview: importPreview, taken };
};

export const actions: Actions = {
  default: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    const input = {
      previewId: params.previewId,
      eventIds: texts(form, 'event'),
      endOfferingIds: texts(form, 'ended'),
      isFollowed: isTicked(form, 'follow'),
    };
    const { data, error } = await locals.api.mutate(TakeImport, { input });
    if (error) return failWith(error, {});
    const { created, changed, ended } = data.takeImport;
    const counts = { created: `${created}`, changed: `${changed}`, ended: `${ended}` };
    return redirect(303, `${url.pathname}?${new URLSearchParams(counts)}`);
  },
};
