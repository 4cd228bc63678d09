import type { FeedSubject } from '#lib/rooms/feeds/feed-links.ts';
import { CalendarPage } from '#lib/rooms/feeds/calendar-page.queries.ts';
import { activeFilters } from '#lib/rooms/offerings/active-filters.ts';
import { readFilter } from '#lib/rooms/offerings/upcoming-filter.ts';
import { orError, orNotFound } from '#lib/server/forms.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const noId = '00000000-0000-0000-0000-000000000000';

interface Contents {
  readonly subject: FeedSubject;
  /** What the calendar holds; nothing where it holds everything. */
  readonly words: readonly { readonly text: string; readonly lang?: string }[];
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const idIn = (name: string): string => {
    const id = url.searchParams.get(name);
    return id === null ? noId : orNotFound(uuid.test(id) ? id : undefined);
  };
  const [offeringId, organisationId] = [idIn('offering'), idIn('organisation')];
  const hasOffering = offeringId !== noId;
  const hasOrganisation = !hasOffering && organisationId !== noId;
  const data = orError(
    await locals.api.query(CalendarPage, {
      offeringId,
      organisationId,
      hasOffering,
      hasOrganisation,
      languages: [locals.lang],
    }),
  );
  if (hasOffering) {
    const { id, title } = orNotFound(data.offering);
    return {
      subject: { offeringId: id },
      words: [{ text: title.value, lang: title.language }],
    } satisfies Contents as Contents;
  }
  if (hasOrganisation) {
    const { id, name } = orNotFound(data.organisation);
    return {
      subject: { organisationId: id },
      words: [{ text: name, lang: 'fi' }],
    } satisfies Contents as Contents;
  }
  const filter = { ...readFilter(url.searchParams), when: '', from: '', to: '' } as const;
  const words = activeFilters(filter, data).map(({ what, lang }) => ({ text: what, ...(lang && { lang }) }));
  return { subject: { filter }, words } satisfies Contents as Contents;
};
