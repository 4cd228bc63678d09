import { redirect } from '@sveltejs/kit';
import { ui_answer_missing } from '#lib/paraglide/messages.js';
import {
  DelegateClients,
  EndDelegation,
  HandOverClients,
  TeamPage,
} from '#lib/rooms/clients/team.queries.ts';
import { failBecause, failWith, orError, orNotFound, text } from '#lib/server/forms.ts';
import { loadViewer } from '#lib/server/viewer.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

type Event = Pick<RequestEvent, 'locals' | 'url'> & Parameters<typeof loadViewer>[0];

/** The municipality in the address, or the viewer's first one. */
const municipalityOf = async (event: Event): Promise<string> => {
  const viewer = await loadViewer(event);
  const places = viewer?.memberships.filter(({ role }) => role === 'CASEWORKER' || role === 'MANAGER') ?? [];
  const named = event.url.searchParams.get('municipality');
  const chosen = places.find(({ organisation }) => organisation.id === named) ?? places[0];
  return orNotFound(chosen).organisation.id;
};

export const load: PageServerLoad = async (event) => {
  const organisationId = await municipalityOf(event);
  const { accessReview, caseworkers, clientsWithoutCaseworker } = orError(
    await event.locals.api.query(TeamPage, { organisationId }),
  );
  const ownFirst = caseworkers.toSorted((left, right) => Number(right.isViewer) - Number(left.isViewer));
  return {
    caseworkers: ownFirst,
    review: accessReview && { organisationId, isWaiting: accessReview.viewerCan.answer },
    withoutCaseworker: clientsWithoutCaseworker?.count ?? 0,
    isSaved: event.url.searchParams.has('saved'),
  };
};

const done = ({ locals }: RequestEvent): never => redirect(303, `/${locals.lang}/caseworker/team?saved`);

const valuesOf = (form: FormData) => ({
  fromPersonId: text(form, 'fromPersonId'),
  toPersonId: text(form, 'toPersonId'),
  startsOn: text(form, 'startsOn'),
  endsOn: text(form, 'endsOn'),
});

export const actions: Actions = {
  delegate: async (event) => {
    const values = { act: 'delegate', ...valuesOf(await event.request.formData()) };
    const { act: _act, ...answers } = values;
    const missing = (['toPersonId', 'startsOn', 'endsOn'] as const).filter((name) => answers[name] === '');
    if (missing.length > 0)
      return failBecause(Object.fromEntries(missing.map((name) => [name, ui_answer_missing()])), values);
    const organisationId = await municipalityOf(event);
    const { error } = await event.locals.api.mutate(DelegateClients, {
      input: { organisationId, ...answers },
    });
    return error ? failWith(error, values) : done(event);
  },
  handOver: async (event) => {
    const values = { act: 'handOver', ...valuesOf(await event.request.formData()) };
    const { fromPersonId, toPersonId } = values;
    if (toPersonId === '') return failBecause({ toPersonId: ui_answer_missing() }, values);
    const organisationId = await municipalityOf(event);
    const from = fromPersonId === '' ? { fromNobody: true } : { fromPersonId };
    const { error } = await event.locals.api.mutate(HandOverClients, {
      input: { organisationId, ...from, toPersonId },
    });
    return error ? failWith(error, values) : done(event);
  },
  end: async (event) => {
    const form = await event.request.formData();
    const { error } = await event.locals.api.mutate(EndDelegation, {
      input: { delegationId: text(form, 'delegationId') },
    });
    return error ? failWith(error, { act: 'end', ...valuesOf(form) }) : done(event);
  },
};
