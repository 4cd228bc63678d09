import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import { Loaders } from '../../platform/loader.ts';
import { anonymousViewer } from '../../platform/policy/viewer.ts';
import { describeOffering, pageOf } from '../feeds/index.ts';
import {
  countOpenServices,
  readOpenService,
  readOpenServices,
  schedulesLoader,
  themeIdsLoader,
  type OpenService,
  type OpenServiceFilter,
} from '../offerings/index.ts';
import {
  countOpenOrganisations,
  organisationLoader,
  readOpenOrganisations,
  type OpenOrganisationFilter,
} from '../organisations/index.ts';
import { RegionService } from '../regions/index.ts';
import {
  hsdsOrganisation,
  hsdsService,
  hsdsTaxonomy,
  hsdsTerm,
  taxonomyId,
  withoutLists,
} from './hsds.write.ts';
import { derivedId } from './derived-id.ts';
import {
  instantIn,
  knownUntil,
  nextOf,
  textIn,
  valuesIn,
  windowOf,
  type OpenAnswer,
  type OpenRequest,
  type OpenWindow,
} from './open.query.ts';

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Organisations and lasting offerings in the shape of HSDS 3.1 (STANDARDS.md, Directory), as anyone may see them. */
export class HsdsService {
  constructor(private readonly hub: Hub) {}

  /** What this interface is. */
  about({ languageTag }: OpenRequest): OpenAnswer {
    const { publicUrl } = this.hub.env;
    return this.answer(languageTag, {
      version: '3.1',
      profile: `${publicUrl}/hsds`,
      openapi_url: `${publicUrl}/openapi.json`,
      license: 'https://creativecommons.org/licenses/by/4.0/',
    });
  }

  /** A page of services. Errors: INVALID_INPUT INVALID_FILTER, INVALID_CURSOR, PAGE_TOO_DEEP. */
  async services(request: OpenRequest): Promise<OpenAnswer> {
    const { query, languageTag } = request;
    const viewer = anonymousViewer(languageTag);
    const window = windowOf(query, 'per_page', 'hsds.services', 50);
    const filter = await this.serviceFilter(query);
    const [rows, count] = await Promise.all([
      readOpenServices(this.hub, viewer, filter, window),
      window.count ?? countOpenServices(this.hub, viewer, filter),
    ]);
    const loaders = new Loaders(this.hub, viewer);
    const shapes = await Promise.all(
      rows.slice(0, window.size).map((row) => this.service(loaders, languageTag, row)),
    );
    const contents = query.get('full') === 'true' ? shapes : shapes.map(withoutLists);
    return this.page(request, window, rows, count, contents);
  }

  /** One service with all that belongs to it. Errors: NOT_FOUND. */
  async serviceOf({ languageTag }: OpenRequest, id: string): Promise<OpenAnswer> {
    const viewer = anonymousViewer(languageTag);
    const row = isId(id) ? await readOpenService(this.hub, viewer, id) : undefined;
    if (!row) throw notFound();
    return this.answer(languageTag, await this.service(new Loaders(this.hub, viewer), languageTag, row));
  }

  /** A page of verified organisations. Errors: INVALID_INPUT INVALID_FILTER, INVALID_CURSOR, PAGE_TOO_DEEP. */
  async organisations(request: OpenRequest): Promise<OpenAnswer> {
    const { query, languageTag } = request;
    const viewer = anonymousViewer(languageTag);
    const window = windowOf(query, 'per_page', 'hsds.organizations', 50);
    const changedSince = instantIn(query, 'modified_after', 'modified_since');
    const filter: OpenOrganisationFilter = { text: textIn(query, 'search'), changedSince };
    const [rows, count] = await Promise.all([
      readOpenOrganisations(this.hub, viewer, filter, window),
      window.count ?? countOpenOrganisations(this.hub, viewer, filter),
    ]);
    const contents = rows
      .slice(0, window.size)
      .map((row) => hsdsOrganisation(row, languageTag, this.hub.env.publicUrl));
    return this.page(request, window, rows, count, contents);
  }

  /** Errors: NOT_FOUND. */
  async organisationOf({ languageTag }: OpenRequest, id: string): Promise<OpenAnswer> {
    const loaders = new Loaders(this.hub, anonymousViewer(languageTag));
    const row = isId(id) ? await loaders.load(organisationLoader, id) : null;
    if (!row) throw notFound();
    return this.answer(languageTag, hsdsOrganisation(row, languageTag, this.hub.env.publicUrl));
  }

  taxonomies(request: OpenRequest): OpenAnswer {
    return this.whole(request, [hsdsTaxonomy]);
  }

  /** Errors: NOT_FOUND. */
  taxonomyOf({ languageTag }: OpenRequest, id: string): OpenAnswer {
    if (id !== taxonomyId) throw notFound();
    return this.answer(languageTag, hsdsTaxonomy);
  }

  async terms(request: OpenRequest): Promise<OpenAnswer> {
    const themes = await this.hub.get(RegionService).themes();
    return this.whole(
      request,
      themes.map((theme) => hsdsTerm(theme, request.languageTag)),
    );
  }

  /** Errors: NOT_FOUND. */
  async termOf({ languageTag }: OpenRequest, id: string): Promise<OpenAnswer> {
    const themes = await this.hub.get(RegionService).themes();
    const theme = themes.find(({ uri }) => derivedId('term', uri) === id);
    if (!theme) throw notFound();
    return this.answer(languageTag, hsdsTerm(theme, languageTag));
  }

  private async serviceFilter(query: URLSearchParams): Promise<OpenServiceFilter> {
    const [organisationId] = valuesIn(query, 'organization_id', uuidForm, 'an organisation’s id');
    const terms = valuesIn(query, 'taxonomy_term_id', uuidForm, 'the id of a taxonomy term');
    const themes = terms.length > 0 ? await this.hub.get(RegionService).themes() : [];
    return {
      organisationId: organisationId ?? null,
      ...(terms.length > 0 && {
        // A term that nothing has finds nothing.
        themeIds: [
          '',
          ...themes.filter(({ uri }) => terms.includes(derivedId('term', uri))).map(({ id }) => id),
        ],
      }),
      text: textIn(query, 'search'),
      changedSince: instantIn(query, 'modified_after', 'modified_since'),
    };
  }

  private async service(loaders: Loaders, languageTag: string, offering: OpenService): Promise<object> {
    const { publicUrl } = this.hub.env;
    const regions = this.hub.get(RegionService);
    const [described, host, schedules, themeIds] = await Promise.all([
      describeOffering(this.hub, loaders, languageTag, offering),
      loaders.load(organisationLoader, offering.organisationId),
      loaders.load(schedulesLoader, offering.id),
      loaders.load(themeIdsLoader, offering.id),
    ]);
    const themes = await Promise.all(themeIds.map(({ themeId }) => regions.theme(themeId)));
    const themeRows = themes.filter((theme) => theme !== null);
    const page = pageOf(publicUrl, languageTag, offering.id);
    return hsdsService({ ...described, offering, host, schedules, themeRows, page }, languageTag, publicUrl);
  }

  private answer(languageTag: string, body: object): OpenAnswer {
    return { status: 200, body, languageTag };
  }

  /** A list that is always whole. */
  private whole({ languageTag }: OpenRequest, contents: readonly object[]): OpenAnswer {
    return this.answer(languageTag, {
      total_items: contents.length,
      total_pages: 1,
      page_number: 1,
      size: contents.length,
      first_page: true,
      last_page: true,
      empty: contents.length === 0,
      contents,
    });
  }

  private page(
    request: OpenRequest,
    window: OpenWindow,
    rows: readonly { readonly id: string }[],
    count: number,
    contents: readonly object[],
  ): OpenAnswer {
    const next = nextOf(this.hub.env.publicUrl, request, window, rows, count);
    const body = {
      total_items: count,
      total_pages: Math.max(1, Math.ceil(count / window.size)),
      page_number: window.number,
      size: contents.length,
      first_page: window.skip === 0 && window.after === null,
      last_page: next === null,
      empty: contents.length === 0,
      next,
      known_until: knownUntil(this.hub.clock.now()),
      contents,
    };
    return { status: 200, body, next, languageTag: request.languageTag };
  }
}
