import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import { Loaders } from '../../platform/loader.ts';
import { anonymousViewer, type Viewer } from '../../platform/policy/viewer.ts';
import {
  countOpenEvents,
  occurrenceLoader,
  offeringLoader,
  placeLoader,
  readOpenEvent,
  readOpenEvents,
  readSeriesDates,
  schedulesLoader,
  themeIdsLoader,
  translationsLoader,
  type OpenEvent,
  type SeriesDates,
} from '../offerings/index.ts';
import { organisationLoader } from '../organisations/index.ts';
import { RegionService } from '../regions/index.ts';
import { linkedKeyword, linkedLanguage } from './linked-events.keyword.ts';
import { linkedPlace, onlineId, onlinePlace } from './linked-events.place.ts';
import { eventFilterOf } from './linked-events.query.ts';
import { dataSource, keywordIdOf } from './linked-events.words.ts';
import { linkedEvent, removedEvent } from './linked-events.write.ts';
import { knownUntil, nextOf, windowOf, type OpenAnswer, type OpenRequest } from './open.query.ts';

const idIn = (text: string): string => {
  const [source, id] = text.split(':');
  if (source !== dataSource || !id || !isId(id)) throw notFound();
  return id;
};

/** Dates and series in the shape of Linked Events (STANDARDS.md, Directory), as anyone may see them. */
export class LinkedEventsService {
  constructor(private readonly hub: Hub) {}

  /** A page of events. Errors: INVALID_INPUT INVALID_FILTER, INVALID_CURSOR, PAGE_TOO_DEEP. */
  async events(request: OpenRequest): Promise<OpenAnswer> {
    const viewer = anonymousViewer();
    const window = windowOf(request.query, 'page_size', 'linked-events', 20);
    const filter = await eventFilterOf(this.hub, request.query);
    const [rows, count] = await Promise.all([
      readOpenEvents(this.hub, viewer, filter, window),
      window.count ?? countOpenEvents(this.hub, viewer, filter),
    ]);
    const next = nextOf(this.hub.env.publicUrl, request, window, rows, count);
    const data = await this.shapes(viewer, rows.slice(0, window.size));
    const meta = { count, next, previous: null, known_until: knownUntil(this.hub.clock.now()) };
    return { status: 200, body: { meta, data }, next };
  }

  /** One event; of a removed one what is left, with status 410. Errors: NOT_FOUND. */
  async eventOf(_request: OpenRequest, id: string): Promise<OpenAnswer> {
    const viewer = anonymousViewer();
    const row = await readOpenEvent(this.hub, viewer, idIn(id));
    const [body] = row ? await this.shapes(viewer, [row]) : [];
    if (!row || !body) throw notFound();
    return { status: row.kind === 'REMOVED' ? 410 : 200, body };
  }

  /** Errors: NOT_FOUND. */
  async placeOf(_request: OpenRequest, id: string): Promise<OpenAnswer> {
    const { publicUrl } = this.hub.env;
    if (id === onlineId) return { status: 200, body: onlinePlace(publicUrl) };
    const place = await new Loaders(this.hub, anonymousViewer()).load(placeLoader, idIn(id));
    if (!place) throw notFound();
    const municipality = await this.hub.get(RegionService).municipality(place.municipalityCode);
    return { status: 200, body: linkedPlace(publicUrl, place, municipality?.name ?? {}) };
  }

  async keywords(): Promise<OpenAnswer> {
    const themes = await this.hub.get(RegionService).themes();
    return this.whole(themes.map((theme) => linkedKeyword(this.hub.env.publicUrl, theme)));
  }

  /** Errors: NOT_FOUND. */
  async keywordOf(_request: OpenRequest, id: string): Promise<OpenAnswer> {
    const themes = await this.hub.get(RegionService).themes();
    const theme = themes.find(({ uri }) => keywordIdOf(uri) === id);
    if (!theme) throw notFound();
    return { status: 200, body: linkedKeyword(this.hub.env.publicUrl, theme) };
  }

  async languages(): Promise<OpenAnswer> {
    const languages = await this.hub.get(RegionService).languages();
    return this.whole(languages.map((language) => linkedLanguage(this.hub.env.publicUrl, language)));
  }

  private whole(data: readonly object[]): OpenAnswer {
    return { status: 200, body: { meta: { count: data.length, next: null, previous: null }, data } };
  }

  /** The same number of statements whatever the number of rows. */
  private async shapes(viewer: Viewer, rows: readonly OpenEvent[]): Promise<object[]> {
    const loaders = new Loaders(this.hub, viewer);
    const living = rows.filter(({ kind }) => kind !== 'REMOVED');
    const offeringIds = [...new Set(living.map(({ offeringId }) => offeringId))];
    const found = offeringIds.length > 0 ? await readSeriesDates(this.hub, viewer, offeringIds) : [];
    const seriesOf = new Map(found.map((dates) => [dates.offeringId, dates]));
    const shapes = await Promise.all(
      rows.map((row) => this.shape(loaders, row, seriesOf.get(row.offeringId))),
    );
    return shapes.filter((shape) => shape !== null);
  }

  private async shape(loaders: Loaders, row: OpenEvent, series?: SeriesDates): Promise<object | null> {
    const { publicUrl } = this.hub.env;
    const { id, offeringId, kind, removedAt } = row;
    if (kind === 'REMOVED') return removedEvent(publicUrl, id, removedAt);
    const [offering, occurrence, translations, themeIds, schedules] = await Promise.all([
      loaders.load(offeringLoader, offeringId),
      kind === 'DATE' ? loaders.load(occurrenceLoader, id) : null,
      loaders.load(translationsLoader, offeringId),
      loaders.load(themeIdsLoader, offeringId),
      loaders.load(schedulesLoader, offeringId),
    ]);
    if (!offering) return null;
    const regions = this.hub.get(RegionService);
    const placeId = occurrence?.placeId ?? offering.placeId;
    const [place, organisation, municipality, themes] = await Promise.all([
      placeId ? loaders.load(placeLoader, placeId) : null,
      loaders.load(organisationLoader, offering.organisationId),
      regions.municipality(offering.municipalityCode),
      Promise.all(themeIds.map(({ themeId }) => regions.theme(themeId))),
    ]);
    return linkedEvent({
      publicUrl,
      id,
      offering,
      translations,
      organisationName: organisation?.name ?? '',
      place,
      municipality: municipality?.name ?? {},
      themes: themes.filter((theme) => theme !== null),
      occurrence,
      series: schedules.some(({ rule }) => rule !== null) ? (series ?? null) : null,
    });
  }
}
