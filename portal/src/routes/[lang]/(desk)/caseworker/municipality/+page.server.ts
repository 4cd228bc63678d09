import { error, redirect } from '@sveltejs/kit';
import { ui_answer_missing } from '#lib/paraglide/messages.js';
import { choicesOf, chosen } from '#lib/rooms/referrals/choices.ts';
import { ManagerDesk, ReassignReferral } from '#lib/rooms/referrals/managed.queries.ts';
import { managedOf, reassignWords } from '#lib/rooms/referrals/managed-view.ts';
import { versionOf } from '#lib/rooms/referrals/move-form.ts';
import { WithdrawReferral } from '#lib/rooms/referrals/move.queries.ts';
import { withdrawWords } from '#lib/rooms/referrals/referral.words.ts';
import { failBecause, failWith, orError, orNotFound, text } from '#lib/server/forms.ts';
import { loadViewer } from '#lib/server/viewer.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  const viewer = await loadViewer(event);
  if (!viewer?.viewerCan.openManagerDesk) error(403, 'FORBIDDEN');
  const place = orNotFound(viewer.memberships.find(({ role }) => role === 'MANAGER'));
  const after = url.searchParams.get('after');
  const variables = { organisationId: place.organisation.id, languages: [locals.lang], after };
  const { late, open, caseworkers } = orError(await locals.api.query(ManagerDesk, variables));
  const { hasNextPage, endCursor } = open.pageInfo;
  return {
    // On the pages behind the first one, what is late was told already.
    late: after ? [] : late.nodes.map(managedOf),
    rest: open.nodes.filter(({ isOverdue }) => !isOverdue).map(managedOf),
    shown: open.nodes.length,
    total: open.totalCount ?? undefined,
    next: hasNextPage && endCursor ? `?${new URLSearchParams({ after: endCursor })}` : undefined,
    colleagues: caseworkers
      .filter(({ hasLeft }) => !hasLeft)
      .map(({ personId, displayName }) => ({ value: personId, label: displayName ?? '' })),
    reassignReasons: choicesOf(reassignWords),
    withdrawReasons: choicesOf(withdrawWords),
    isSaved: url.searchParams.has('saved'),
  };
};

const saved = ({ locals }: RequestEvent): never =>
  redirect(303, `/${locals.lang}/caseworker/municipality?saved`);

export const actions: Actions = {
  reassign: async (event) => {
    const form = await event.request.formData();
    const referralId = text(form, 'referralId');
    const [caseworkerId, reason] = [text(form, 'caseworkerId'), text(form, 'reason')];
    const values = { act: 'reassign', referralId, caseworkerId, reason };
    const why = chosen(reassignWords, reason);
    if (!why || caseworkerId === '') {
      return failBecause(
        {
          ...(caseworkerId === '' ? { caseworkerId: ui_answer_missing() } : {}),
          ...(why ? {} : { reason: ui_answer_missing() }),
        },
        values,
      );
    }
    const input = { referralId, version: versionOf(form), caseworkerId, reason: why };
    const { error: refusal } = await event.locals.api.mutate(ReassignReferral, { input });
    return refusal ? failWith(refusal, values) : saved(event);
  },

  withdraw: async (event) => {
    const form = await event.request.formData();
    const [referralId, reason] = [text(form, 'referralId'), text(form, 'reason')];
    const values = { act: 'withdraw', referralId, caseworkerId: '', reason };
    const why = chosen(withdrawWords, reason);
    if (!why) return failBecause({ reason: ui_answer_missing() }, values);
    const input = { referralId, version: versionOf(form), reason: why };
    const { error: refusal } = await event.locals.api.mutate(WithdrawReferral, { input });
    return refusal ? failWith(refusal, values) : saved(event);
  },
};
