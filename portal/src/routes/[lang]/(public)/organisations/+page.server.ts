import { redirect } from '@sveltejs/kit';
import { orError } from '#lib/server/forms.ts';
import { OrganisationList } from '#lib/rooms/organisations/organisation-list.queries.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

function queryOf(text: string, municipality: string, after?: string): string {
  const entries = Object.entries({ text, municipality, after: after ?? '' });
  const params = new URLSearchParams(entries.filter(([, value]) => value !== ''));
  return params.size > 0 ? `?${params}` : '';
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const text = (url.searchParams.get('text') ?? '').trim().slice(0, 100);
  const code = url.searchParams.get('municipality') ?? '';
  const municipality = /^\d{3}$/.test(code) ? code : '';
  const after = url.searchParams.get('after');
  const result = await locals.api.query(OrganisationList, {
    filter: {
      status: 'VERIFIED',
      ...(text ? { text } : {}),
      ...(municipality ? { municipalityCode: municipality } : {}),
    },
    after,
    languages: [locals.lang],
  });
  if (result.error?.code === 'INVALID_INPUT' && after !== null) {
    redirect(303, `/${locals.lang}/organisations${queryOf(text, municipality)}`);
  }
  const { organisations, municipalities } = orError(result);
  const { endCursor, hasNextPage } = organisations.pageInfo;
  return {
    organisations: organisations.nodes,
    municipalities,
    text,
    municipality,
    nextQuery: hasNextPage && endCursor ? queryOf(text, municipality, endCursor) : undefined,
  };
};
