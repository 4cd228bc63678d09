import { text, texts } from '#lib/server/forms.ts';
import type { ApplyValues } from './apply-values.ts';

/** Reads the application's form. */
export function readApplication(form: FormData): ApplyValues {
  return {
    name: text(form, 'name'),
    kind: text(form, 'kind'),
    businessId: text(form, 'businessId'),
    municipalityCode: text(form, 'municipalityCode'),
    languages: texts(form, 'languages'),
    description: text(form, 'description'),
    email: text(form, 'email'),
    applicantName: text(form, 'applicantName'),
    applicantEmail: text(form, 'applicantEmail'),
  };
}
