import { redirect } from '@sveltejs/kit';
import { ui_answer_missing } from '#lib/paraglide/messages.js';
import {
  ConnectionsPage,
  CreateApiKey,
  CreateWebhook,
  DeleteWebhook,
  PingWebhook,
  ReplayWebhookDelivery,
  RevokeApiKey,
  RotateApiKey,
  RotateWebhookSecret,
} from '#lib/rooms/integrations/connections.queries.ts';
import { isHookEvent, isScope } from '#lib/rooms/integrations/connection-words.ts';
import type { ApiError } from '#lib/api/api-error.ts';
import { failBecause, failWith, orError, orNotFound, text, texts } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const data = orError(await locals.api.query(ConnectionsPage, { id: params.organisationId }));
  const { apiKeys, webhooks } = orNotFound(data.organisation);
  return {
    apiKeys: orNotFound(apiKeys),
    webhooks: orNotFound(webhooks),
    isSaved: url.searchParams.has('saved'),
  };
};

interface Values {
  name: string;
  scopes: string[];
  url: string;
  events: string[];
}
const nothing: Values = { name: '', scopes: [], url: '', events: [] };

/** A key or secret is told in the answer itself: an address would be kept in the browser's history. */
const made = (secret: string) => ({ made: secret, values: nothing, errors: {}, message: '' });

const done = ({ locals, params }: RequestEvent): never =>
  redirect(303, `/${locals.lang}/association/${params.organisationId}/connections?saved`);

const ended = (event: RequestEvent, error: ApiError | undefined | null) =>
  error ? failWith(error, nothing) : done(event);

const idIn = async ({ request }: RequestEvent): Promise<string> => text(await request.formData(), 'id');

export const actions: Actions = {
  makeKey: async ({ request, locals, params }) => {
    const form = await request.formData();
    const values = { ...nothing, name: text(form, 'name'), scopes: texts(form, 'scopes') };
    const scopes = values.scopes.filter(isScope);
    if (values.name === '') return failBecause({ name: ui_answer_missing() }, values);
    if (scopes.length === 0) return failBecause({ scopes: ui_answer_missing() }, values);
    const input = { organisationId: params.organisationId, name: values.name, scopes };
    const { data, error } = await locals.api.mutate(CreateApiKey, { input });
    return error ? failWith(error, values) : made(data.createApiKey.key);
  },
  rotateKey: async (event) => {
    const input = { apiKeyId: await idIn(event) };
    const { data, error } = await event.locals.api.mutate(RotateApiKey, { input });
    return error ? failWith(error, nothing) : made(data.rotateApiKey.key);
  },
  revokeKey: async (event) => {
    const input = { apiKeyId: await idIn(event) };
    return ended(event, (await event.locals.api.mutate(RevokeApiKey, { input })).error);
  },
  makeHook: async ({ request, locals, params }) => {
    const form = await request.formData();
    const values = { ...nothing, url: text(form, 'url'), events: texts(form, 'events') };
    const events = values.events.filter(isHookEvent);
    if (values.url === '') return failBecause({ url: ui_answer_missing() }, values);
    if (events.length === 0) return failBecause({ events: ui_answer_missing() }, values);
    const input = { organisationId: params.organisationId, url: values.url, events };
    const { data, error } = await locals.api.mutate(CreateWebhook, { input });
    return error ? failWith(error, values) : made(data.createWebhook.secret);
  },
  rotateSecret: async (event) => {
    const input = { webhookId: await idIn(event) };
    const { data, error } = await event.locals.api.mutate(RotateWebhookSecret, { input });
    return error ? failWith(error, nothing) : made(data.rotateWebhookSecret.secret);
  },
  ping: async (event) => {
    const input = { webhookId: await idIn(event) };
    return ended(event, (await event.locals.api.mutate(PingWebhook, { input })).error);
  },
  removeHook: async (event) => {
    const input = { webhookId: await idIn(event) };
    return ended(event, (await event.locals.api.mutate(DeleteWebhook, { input })).error);
  },
  replay: async (event) => {
    const input = { deliveryId: await idIn(event) };
    return ended(event, (await event.locals.api.mutate(ReplayWebhookDelivery, { input })).error);
  },
};
