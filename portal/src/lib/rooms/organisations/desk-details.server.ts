import { text } from '#lib/server/forms.ts';

/** The form of an organisation's details, as it was filled in. */
export interface DetailsValues {
  name: string;
  businessId: string;
  municipalityCode: string;
  email: string;
  phone: string;
  website: string;
  languages: string[];
  texts: { language: string; value: string }[];
}

export function readDetails(form: FormData): DetailsValues {
  const tags = form.getAll('textLanguage').filter((tag) => typeof tag === 'string');
  return {
    name: text(form, 'name'),
    businessId: text(form, 'businessId'),
    municipalityCode: text(form, 'municipalityCode'),
    email: text(form, 'email'),
    phone: text(form, 'phone'),
    website: text(form, 'website'),
    languages: form.getAll('languages').filter((tag) => typeof tag === 'string'),
    texts: tags.map((language) => ({ language, value: text(form, `text-${language}`) })),
  };
}

/** What the API takes of it: blank texts and fields are taken away. */
export function detailsInput({ texts, businessId, email, phone, website, ...values }: DetailsValues) {
  return {
    ...values,
    businessId: businessId || null,
    email: email || null,
    phone: phone || null,
    website: website || null,
    descriptions: texts.filter(({ value }) => value !== ''),
  };
}

/** A chosen image as the API takes it; `undefined` where none was chosen. */
export async function readLogo(form: FormData): Promise<{ mediaType: string; base64: string } | undefined> {
  const file = form.get('logo');
  if (!(file instanceof File) || file.size === 0) return undefined;
  return { mediaType: file.type, base64: Buffer.from(await file.arrayBuffer()).toString('base64') };
}
