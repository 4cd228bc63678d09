import { fail, type ActionFailure } from '@sveltejs/kit';
import { ApiError } from '#lib/api/api-error.ts';
import { isTicked, texts } from '#lib/server/forms.ts';
import type { RequestApi } from '#lib/server/request-api.ts';
import type { ScheduleInput } from './desk-offering-times.ts';
import type { OfferingValues } from './desk-offering-values.ts';
import { StrandedDates } from './desk-offering.queries.ts';

export interface StrandedDate {
  id: string;
  startsAt: string;
  endsAt: string;
  placesTaken: number;
}

interface Stranded {
  values: OfferingValues;
  errors: Record<string, string>;
  message: string;
  stranded: StrandedDate[];
}

/** The dates whose cancelling was agreed to; none without the tick. */
export const agreedDates = (form: FormData): string[] =>
  isTicked(form, 'agreeStranded') ? texts(form, 'strandedId') : [];

export const isStranded = ({ reason }: ApiError): boolean => reason === 'STRANDED_CHANGED';

/** Gives the form back with the dates that its times would cancel. */
export async function askToStrand(
  api: RequestApi,
  offeringId: string,
  schedule: ScheduleInput,
  values: OfferingValues,
): Promise<ActionFailure<Stranded>> {
  const { data } = await api.query(StrandedDates, { offeringId, schedules: [schedule] });
  const stranded = data?.previewScheduleChange.stranded ?? [];
  return fail(409, { values, errors: {}, message: '', stranded });
}
