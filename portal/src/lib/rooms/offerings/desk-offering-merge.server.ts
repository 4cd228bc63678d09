import { fail } from '@sveltejs/kit';
import { association_conflict, association_conflict_theirs } from '#lib/paraglide/messages.js';
import { orError, orNotFound } from '#lib/server/forms.ts';
import type { RequestApi } from '#lib/server/request-api.ts';
import { valuesOf } from './desk-offering-edit.ts';
import { baseOf, mergeOffering } from './desk-offering-merge.ts';
import type { OfferingValues } from './desk-offering-values.ts';
import { EditedOffering } from './desk-offering.queries.ts';

/** Somebody else saved meanwhile: the form comes back with both editors' work, and says where they differ. */
export async function mergeWithOther(
  api: RequestApi,
  { offeringId }: { offeringId: string },
  sentBase: string,
  mine: OfferingValues,
) {
  const offering = orNotFound(orError(await api.query(EditedOffering, { id: offeringId })).offering);
  const theirs = valuesOf(offering, mine.newPlaceMunicipality);
  const { values, conflicts } = mergeOffering(baseOf(sentBase) ?? theirs, mine, theirs);
  const errors = Object.fromEntries(
    conflicts.map(({ control, theirs: text }) => [control, association_conflict_theirs({ text })]),
  );
  const merged = { version: offering.version, base: theirs };
  return fail(409, { values, errors, message: association_conflict(), merged });
}
