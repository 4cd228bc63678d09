import { redirect } from '@sveltejs/kit';
import { imports_reason_file_too_large, imports_reason_nothing_to_read } from '#lib/paraglide/messages.js';
import { importInput, readImportForm, type ImportValues } from '#lib/rooms/imports/import-form.server.ts';
import { ImportSources, PreviewImport, UnfollowImport } from '#lib/rooms/imports/imports.queries.ts';
import { failBecause, failWith, orError, orNotFound, text } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const data = orError(await locals.api.query(ImportSources, { id: params.organisationId }));
  const sources = orNotFound(orNotFound(data.organisation).importSources);
  return { sources, isStopped: url.searchParams.has('stopped') };
};

const nothing: ImportValues = { kind: 'ICS', address: '', language: '', file: '' };

export const actions: Actions = {
  read: async ({ request, locals, params }) => {
    const form = await request.formData();
    const values = readImportForm(form);
    const read = await importInput(form, params.organisationId, values);
    if (!read) return failBecause({ file: imports_reason_nothing_to_read() }, values);
    if (read.isTooLarge) return failBecause({ file: imports_reason_file_too_large() }, values);
    const { data, error } = await locals.api.mutate(PreviewImport, { input: read.input });
    if (error) return failWith(error, values);
    const { id } = data.previewImport.preview;
    return redirect(303, `/${locals.lang}/association/${params.organisationId}/offerings/import/${id}`);
  },
  stop: async ({ request, locals, url }) => {
    const input = { sourceId: text(await request.formData(), 'id') };
    const { error } = await locals.api.mutate(UnfollowImport, { input });
    return error ? failWith(error, nothing) : redirect(303, `${url.pathname}?stopped`);
  },
};
