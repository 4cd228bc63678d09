import { ApiError } from '#lib/api/api-error.ts';
import { failBecause, failWith } from '#lib/server/forms.ts';
import type { RequestApi } from '#lib/server/request-api.ts';
import { similarTo } from './desk-offering-similar.server.ts';
import { PreviewSchedule, type SimilarOffering } from './desk-offering.queries.ts';
import { CreatePlace } from './desk-offering-save.queries.ts';
import { offeringErrors } from './desk-offering-input.ts';
import { scheduleOf } from './desk-offering-times.ts';
import { isBlank, type OfferingValues, type TextValues } from './desk-offering-values.ts';

/** The form's controls, where they bear other names than the API's fields. */
const controls: Readonly<Record<string, string>> = {
  startsAtLocal: 'firstOn',
  count: 'untilOn',
  rule: 'untilOn',
  extraStarts: 'extraOn',
  priceEuroCents: 'priceEuros',
  name: 'newPlaceName',
  streetAddress: 'newPlaceStreet',
  postalCode: 'newPlacePostalCode',
  municipalityCode: 'newPlaceMunicipality',
};

/** The place in the form of the API's text number `sent`: blank ones were not sent. */
function textIndex(texts: readonly TextValues[], sent: number): number {
  const filled = texts.flatMap((written, index) => (index > 0 && isBlank(written) ? [] : [index]));
  return filled[sent] ?? sent;
}

/** `input.translations[1].title` → `title-1`; `input.schedules[0].startsAtLocal` → `firstOn`. */
export function controlOf(path: string, texts: readonly TextValues[] = []): string {
  const parts = path
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter((part) => part !== 'input');
  const names = parts.filter((part) => !/^\d+$/.test(part));
  const last = names.at(-1) ?? path;
  if (names[0] === 'translations' && names.length > 1) {
    return `${last}-${textIndex(texts, Number(parts[1]) || 0)}`;
  }
  return controls[last] ?? last;
}

/** Gives the form back, each refusal beside its control. */
export function failOffering(
  error: ApiError,
  values: OfferingValues,
): ReturnType<typeof failWith<OfferingValues>> {
  const fields = error.fields.map((field) => ({ ...field, path: controlOf(field.path, values.texts) }));
  const { code, reason, message, facts } = error;
  return failWith(new ApiError({ code, reason, message, facts, fields }), values);
}

export type Failure = ReturnType<typeof failOffering>;

/** What the page itself finds wrong, as a failed form; `undefined` when nothing. */
export function refuseIncomplete(values: OfferingValues): Failure | undefined {
  const errors = offeringErrors(values);
  return Object.keys(errors).length > 0 ? failBecause(errors, values) : undefined;
}

export interface Preview {
  dates: { startsAt: string; endsAt: string }[];
  totalCount: number;
}

interface Previewed {
  values: OfferingValues;
  errors: Record<string, string>;
  message: string;
  /** The dates that the times in the form give; `undefined` where the times stay as they are. */
  preview: Preview | undefined;
  /** What may be the same. */
  similar: readonly SimilarOffering[];
}

/** The form as the public would see it: its values and the dates they give. Nothing is saved. */
export async function previewOffering(
  api: RequestApi,
  values: OfferingValues,
  asked: Parameters<typeof similarTo>[2],
): Promise<Failure | Previewed> {
  const incomplete = refuseIncomplete(values);
  if (incomplete) return incomplete;
  const similar = await similarTo(api, values, asked);
  if (!values.changeTimes) return { values, errors: {}, message: '', preview: undefined, similar };
  const { data, error } = await api.query(PreviewSchedule, {
    input: scheduleOf(values),
    municipalityCode: values.newPlaceMunicipality || null,
  });
  if (error) return failOffering(error, values);
  return { values, errors: {}, message: '', preview: data.previewSchedule, similar };
}

/** Creates the place that the form describes, if it does; the values then name it as chosen. */
export async function withPlace(
  api: RequestApi,
  organisationId: string,
  values: OfferingValues,
  idempotencyKey: string,
): Promise<{ values: OfferingValues; failure?: Failure }> {
  if (values.newPlaceName === '') return { values };
  const { data, error } = await api.mutate(CreatePlace, {
    input: {
      organisationId,
      name: values.newPlaceName,
      streetAddress: values.newPlaceStreet,
      postalCode: values.newPlacePostalCode || null,
      municipalityCode: values.newPlaceMunicipality,
      idempotencyKey,
    },
  });
  if (error) return { values, failure: failOffering(error, values) };
  const named = {
    placeId: data.createPlace.place.id,
    newPlaceName: '',
    newPlaceStreet: '',
    newPlacePostalCode: '',
  };
  return { values: { ...values, ...named } };
}
