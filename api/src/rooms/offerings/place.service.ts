import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import { holds, isNetworkAdmin, isSystem, type Viewer } from '../../platform/policy/viewer.ts';
import type { CreatePlaceInput } from './lifecycle.inputs.ts';
import { signInNeeded } from './offering.errors.ts';
import type { PlaceRow } from './offering.row.ts';
import { createPlace, createSharedPlace, type PlaceFields } from './place.create.ts';
import { listPlaces, readPlaces } from './place.read.ts';

/** Places of organisations, and shared ones. */
export class PlaceService {
  constructor(private readonly hub: Hub) {}

  /** The place; NOT_FOUND where it does not exist or the viewer may not see it. */
  async get(viewer: Viewer, id: string): Promise<PlaceRow> {
    const [row] = isId(id) ? await readPlaces(this.hub, viewer, [id]) : [];
    if (!row) throw notFound();
    return row;
  }

  /**
   * What an organisation's desk chooses from, 200 at most: its own places, then the shared ones. For its members
   * and the network admin. Errors: UNAUTHENTICATED; NOT_FOUND for every other organisation.
   */
  async choice(viewer: Viewer, organisationId: string, text: string | null): Promise<PlaceRow[]> {
    if (viewer.kind === 'anonymous') throw signInNeeded();
    const id = organisationId.toLowerCase();
    if (!isId(id) || !(holds(viewer, id) || isNetworkAdmin(viewer) || isSystem(viewer))) throw notFound();
    return listPlaces(this.hub, viewer, id, text?.trim().slice(0, 100) || null);
  }

  /** See `createPlace`. */
  async create(viewer: Viewer, input: CreatePlaceInput): Promise<PlaceRow> {
    return this.get(viewer, await createPlace(this.hub, viewer, input));
  }

  /** See `createSharedPlace`. */
  async createShared(viewer: Viewer, fields: PlaceFields): Promise<PlaceRow> {
    return this.get(viewer, await createSharedPlace(this.hub, viewer, fields));
  }
}
