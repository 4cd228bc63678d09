import { HubError, notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import { holds, type Viewer } from '../../platform/policy/viewer.ts';
import { readColleagues, type ColleagueRow } from './shift.colleagues.ts';
import { findShift } from './shift.manage.ts';
import { listShifts, listSwaps, type ShiftRow, type ShiftSwapRow } from './shift.read.ts';
import { volunteerPolicy } from './volunteer.policy.ts';
import { readVolunteers, type VolunteerRow } from './volunteer.read.ts';
import type { ShiftList } from './volunteer.words.ts';

/** What is read of volunteers and their shifts; every change is a function of its own. */
export class VolunteerService {
  constructor(private readonly hub: Hub) {}

  /** The volunteers of an organisation, for its coordinators. Errors: UNAUTHENTICATED; NOT_FOUND for others. */
  async list(viewer: Viewer, organisationId: string): Promise<VolunteerRow[]> {
    const id = this.known(viewer, organisationId);
    if (!volunteerPolicy.can(viewer, 'list', { organisationId: id })) throw notFound();
    return readVolunteers(this.hub, viewer, id);
  }

  /** Oneself as a volunteer of an organisation; null for whoever is none. */
  async own(viewer: Viewer, organisationId: string): Promise<VolunteerRow | null> {
    if (viewer.personId === null || !isId(organisationId)) return null;
    const [row] = await readVolunteers(this.hub, viewer, organisationId.toLowerCase(), viewer.personId);
    return row ?? null;
  }

  /** Shifts of one's own organisation, soonest first. Errors: UNAUTHENTICATED; NOT_FOUND for others. */
  async shifts(
    viewer: Viewer,
    organisationId: string,
    list: ShiftList,
    occurrenceId: string | null,
  ): Promise<ShiftRow[]> {
    const id = this.known(viewer, organisationId);
    if (occurrenceId !== null && !isId(occurrenceId)) return [];
    return listShifts(this.hub, viewer, id, list, occurrenceId);
  }

  /** Requests that wait in one's own organisation. Errors: UNAUTHENTICATED; NOT_FOUND for others. */
  async swaps(viewer: Viewer, organisationId: string): Promise<ShiftSwapRow[]> {
    return listSwaps(this.hub, viewer, this.known(viewer, organisationId));
  }

  /** See `readColleagues`. Errors: UNAUTHENTICATED; NOT_FOUND. */
  async colleagues(viewer: Viewer, shiftId: string): Promise<ColleagueRow[]> {
    return readColleagues(this.hub, viewer, await findShift(this.hub, viewer, shiftId));
  }

  /** An organisation that the viewer belongs to. */
  private known(viewer: Viewer, organisationId: string): string {
    if (viewer.kind === 'anonymous')
      throw new HubError('UNAUTHENTICATED', 'SIGN_IN_NEEDED', 'Sign in to do this.');
    const id = organisationId.toLowerCase();
    const isKnown = viewer.kind === 'system' || holds(viewer, id, 'COORDINATOR', 'VOLUNTEER');
    if (!isId(id) || !isKnown) throw notFound();
    return id;
  }
}
