import { invalidInput } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import type { OpenEventFilter } from '../offerings/index.ts';
import { RegionService } from '../regions/index.ts';
import { keywordIdOf } from './linked-events.words.ts';
import { instantIn, textIn, valuesIn } from './open.query.ts';

const idForm = /^(kotoverkko:)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const bare = (id: string | undefined): string | null => id?.replace(/^kotoverkko:/, '') ?? null;

const boundIn = (hub: Hub, query: URLSearchParams, name: string): Date | null => {
  const text = query.get(name);
  if (text === 'now') return hub.clock.now();
  if (text !== 'today') return instantIn(query, name);
  const today = Temporal.Instant.from(hub.clock.now().toISOString())
    .toZonedDateTimeISO('Europe/Helsinki')
    .startOfDay();
  return new Date(today.epochMilliseconds);
};

/**
 * Reads the filters that tools of Linked Events send; other parameters are let pass, as that interface does.
 * Errors: INVALID_INPUT INVALID_FILTER, with the parameter as its field.
 */
export const eventFilterOf = async (hub: Hub, query: URLSearchParams): Promise<OpenEventFilter> => {
  const divisions = valuesIn(query, 'division', /^(kunta:)?\d{3}$/, 'a municipality’s three-digit code');
  const languages = valuesIn(query, 'language', /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a BCP-47 tag');
  const keywords = valuesIn(query, 'keyword', /^yso:p\d{1,9}$/, 'a YSO concept, yso:p123');
  const [publisher] = valuesIn(query, 'publisher', idForm, 'an organisation, kotoverkko:<id>');
  const [superEvent] = valuesIn(query, 'super_event', idForm, 'a series, kotoverkko:<id>');
  const themes = keywords.length > 0 ? await hub.get(RegionService).themes() : [];
  const text = textIn(query, 'text');
  const changedSince = instantIn(query, 'last_modified_since', 'modified_since');
  const [from, to] = [boundIn(hub, query, 'start'), boundIn(hub, query, 'end')];
  if (from && to && to < from)
    throw invalidInput('end', 'INVALID_FILTER', 'Write an "end" that is after "start".');
  return {
    changedSince,
    from,
    to,
    seriesId: bare(superEvent),
    organisationId: bare(publisher),
    ...(divisions.length > 0 && { municipalityCodes: divisions.map((code) => code.replace('kunta:', '')) }),
    ...(languages.length > 0 && { languages }),
    // A keyword that nothing has finds nothing.
    ...(keywords.length > 0 && {
      themeIds: ['', ...themes.filter(({ uri }) => keywords.includes(keywordIdOf(uri))).map(({ id }) => id)],
    }),
    ...(text && { text }),
  };
};
