import writeXlsxFile from 'write-excel-file/node';

export type Cell = string | number | null;
export type Table = readonly (readonly Cell[])[];

/** What a spreadsheet would take for a formula, also after blanks; an apostrophe before it makes it a text. */
const formula = /^[\s\0]*[=+\-@＝＋－＠]/;

/** A text of a stranger must not compute anything in the spreadsheet of whoever opens it. */
export const harmless = (cell: Cell): Cell =>
  typeof cell === 'string' && formula.test(cell) ? `'${cell}` : cell;

const field = (cell: Cell): string => {
  const text = String(harmless(cell) ?? '');
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** CSV of RFC 4180, with the mark by which spreadsheets know UTF-8. */
export const asCsv = (rows: Table): string =>
  `\uFEFF${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;

export const asXlsx = (rows: Table): Promise<Buffer> =>
  writeXlsxFile(rows.map((row) => row.map(harmless))).toBuffer();

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
export type TableFormat = keyof typeof types;

/** A table as a file to keep. */
export const tableResponse = async (name: string, format: TableFormat, rows: Table): Promise<Response> => {
  const body = format === 'csv' ? asCsv(rows) : new Uint8Array(await asXlsx(rows));
  return new Response(body, {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'cache-control': 'private, no-store',
    },
  });
};
