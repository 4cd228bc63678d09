import { text } from '#lib/server/forms.ts';

export interface ImportValues {
  kind: string;
  address: string;
  language: string;
  /** Files are not given back: a browser fills in none. */
  file: string;
}

export const kinds = ['ICS', 'LINKED_EVENTS'] as const;
type Kind = (typeof kinds)[number];

const isKind = (word: string): word is Kind => (kinds as readonly string[]).includes(word);

/** More is not even turned into a question. */
const mostBytes = 10 * 1024 * 1024;

export const readImportForm = (form: FormData): ImportValues => ({
  kind: text(form, 'kind') || 'ICS',
  address: text(form, 'address'),
  language: text(form, 'language'),
  file: '',
});

/** The input of an import; null where the form names neither file nor address. */
export const importInput = async (form: FormData, organisationId: string, values: ImportValues) => {
  const file = form.get('file');
  const hasFile = file instanceof File && file.size > 0;
  if (!hasFile && values.address === '') return null;
  const isTooLarge = hasFile && file.size > mostBytes;
  const bytes = hasFile ? Buffer.from(await file.slice(0, mostBytes + 1).arrayBuffer()) : null;
  return {
    isTooLarge,
    input: {
      organisationId,
      kind: isKind(values.kind) ? values.kind : ('ICS' as const),
      language: values.language || null,
      address: values.address || null,
      file: bytes && hasFile ? { name: file.name.slice(0, 120), base64: bytes.toString('base64') } : null,
    },
  };
};
