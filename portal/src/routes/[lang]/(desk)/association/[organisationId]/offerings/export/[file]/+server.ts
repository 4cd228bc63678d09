import { error } from '@sveltejs/kit';
import { ExportViewer } from '#lib/rooms/exports/exports.queries.ts';
import { datesTable, offeringsTable } from '#lib/rooms/exports/export-tables.server.ts';
import { tableResponse, type TableFormat } from '#lib/server/table-file.ts';
import { orError } from '#lib/server/forms.ts';
import type { RequestHandler } from './$types';

const name = /^(offerings|dates-(20\d{2}))\.(csv|xlsx)$/;

/** One’s own offerings, or the dates of a year, as a file; for members alone. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const [, , year, format] = name.exec(params.file) ?? [];
  if (format === undefined) error(404, 'NOT_FOUND');
  const { viewer } = orError(await locals.api.query(ExportViewer, {}));
  const { organisationId } = params;
  if (!viewer?.memberships.some(({ organisation }) => organisation.id === organisationId))
    error(404, 'NOT_FOUND');
  const asked = { locals, organisationId };
  const rows = year ? await datesTable(asked, Number(year)) : await offeringsTable(asked);
  return tableResponse(year ? `dates-${year}` : 'offerings', format as TableFormat, rows);
};
