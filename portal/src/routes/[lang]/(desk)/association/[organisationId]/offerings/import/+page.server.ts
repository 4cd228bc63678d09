import { error as refuse, redirect } from '@sveltejs/kit';
import { imports_reason_file_too_large, imports_reason_nothing_to_read } from '#lib/paraglide/messages.js';
import { importInput, readImportForm } from '#lib/rooms/imports/import-form.server.ts';
import { PreviewImport } from '#lib/rooms/imports/imports.queries.ts';
import { failBecause, failWith } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => {
  const { organisation } = await parent();
  if (!organisation.viewerCan.createOffering) refuse(403, 'FORBIDDEN');
  return {};
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
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
};
