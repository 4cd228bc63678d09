import sql from 'sql-template-tag';
import { notFound } from '../../platform/errors/hub-error.ts';
import {
  pageOf,
  toConnection,
  type Connection,
  type ConnectionArgs,
} from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { createOffering, type Origin } from './offering.create.ts';
import type { OfferingFilter } from './offering.filters.ts';
import type { CreateOfferingInput, UpdateOfferingInput } from './offering.inputs.ts';
import { archiveOffering, publishOffering, type MoveInput } from './offering.lifecycle.ts';
import { countOfferings, listOfferings, listOfferingsOf } from './offering.list.ts';
import { readOfferings } from './offering.read.ts';
import type { OfferingRow } from './offering.row.ts';
import { updateOffering } from './offering.update.ts';
import { saveTranslation } from './translation.save.ts';
import type { SaveTranslationInput } from './translation.types.ts';

type PageArgs = Pick<ConnectionArgs, 'first' | 'after'>;

/** What an import needs to know of an offering it brought earlier. */
export interface ImportedOffering {
  readonly id: string;
  readonly importId: string;
  readonly contentHash: string;
  readonly version: number;
}

const offeringsPage = (args: PageArgs) => {
  const page = pageOf(args, 'offerings');
  const [id] = page.after ?? [];
  // A forged cursor is refused like one of another list.
  return page.after && !isId(String(id)) ? pageOf({ first: args.first, after: 'forged' }, 'offerings') : page;
};

/** Offerings: reading them, and every way to change them. */
export class OfferingService {
  constructor(private readonly hub: Hub) {}

  /** The offering; NOT_FOUND where it does not exist or the viewer may not see it. */
  async get(viewer: Viewer, id: string): Promise<OfferingRow> {
    const [row] = isId(id) ? await readOfferings(this.hub, viewer, [id]) : [];
    if (!row) throw notFound();
    return row;
  }

  /** One page, newest first. Errors: INVALID_INPUT for the page's arguments. */
  async page(viewer: Viewer, args: PageArgs, filter: OfferingFilter): Promise<Connection<OfferingRow>> {
    const page = offeringsPage(args);
    const rows = await listOfferings(this.hub, viewer, filter, page);
    return toConnection(
      rows,
      page,
      ({ id }) => [id],
      () => countOfferings(this.hub, viewer, filter),
    );
  }

  /** One page for each organisation, in one statement. */
  async pagesOf(
    viewer: Viewer,
    organisationIds: readonly string[],
    args: PageArgs,
  ): Promise<Connection<OfferingRow>[]> {
    const page = offeringsPage(args);
    const rows = await listOfferingsOf(this.hub, viewer, organisationIds, page);
    return organisationIds.map((organisationId) =>
      toConnection(
        rows.filter(({ wantedId }) => wantedId === organisationId),
        page,
        ({ id }) => [id],
        () => countOfferings(this.hub, viewer, { organisationId }),
      ),
    );
  }

  /** See `createOffering`. */
  async create(viewer: Viewer, input: CreateOfferingInput, origin?: Origin): Promise<OfferingRow> {
    return this.get(viewer, await createOffering(this.hub, viewer, input, origin));
  }

  /** See `updateOffering`; `contentHash` is the import's. */
  async update(viewer: Viewer, input: UpdateOfferingInput, contentHash?: string): Promise<OfferingRow> {
    return this.get(viewer, await updateOffering(this.hub, viewer, input, contentHash));
  }

  /** See `saveTranslation`. */
  async saveTranslation(viewer: Viewer, input: SaveTranslationInput): Promise<OfferingRow> {
    return this.get(viewer, await saveTranslation(this.hub, viewer, input));
  }

  /** See `publishOffering`. */
  async publish(viewer: Viewer, input: MoveInput): Promise<OfferingRow> {
    return this.get(viewer, await publishOffering(this.hub, viewer, input));
  }

  /** See `archiveOffering`. */
  async archive(viewer: Viewer, input: MoveInput): Promise<OfferingRow> {
    return this.get(viewer, await archiveOffering(this.hub, viewer, input));
  }

  /** What an organisation imported from a source earlier. */
  imported(viewer: Viewer, organisationId: string, importSource: string): Promise<ImportedOffering[]> {
    return this.hub.db.read(
      viewer,
      sql`select id, import_id as "importId", content_hash as "contentHash", version from offerings
          where organisation_id = ${organisationId} and import_source = ${importSource}`,
    );
  }
}
