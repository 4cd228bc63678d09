import { definePolicy } from '../../platform/policy/policy.ts';
import { holds, isSystem, type Viewer } from '../../platform/policy/viewer.ts';
import type { PlaceStatus, SwapStatus } from './volunteer.words.ts';

interface InOrganisation {
  readonly organisationId: string;
}

interface OfPerson extends InOrganisation {
  readonly personId: string | null;
}

interface ShiftFacts extends InOrganisation {
  readonly startsAt: Date;
  readonly isCancelled: boolean;
  readonly now: Date;
}

const coordinates = (viewer: Viewer, { organisationId }: InOrganisation): boolean =>
  isSystem(viewer) || holds(viewer, organisationId, 'COORDINATOR');

const isOwn = (viewer: Viewer, { personId }: { readonly personId: string | null }): boolean =>
  viewer.personId !== null && viewer.personId === personId;

const isComing = ({ startsAt, isCancelled, now }: Omit<ShiftFacts, 'organisationId'>): boolean =>
  !isCancelled && startsAt > now;

/** Volunteers and shifts are the business of one organisation: no network admin, no co-host looks in. */
export const volunteerPolicy = definePolicy('volunteer', {
  list: (viewer, organisation: InOrganisation) => coordinates(viewer, organisation),

  /** One's own skills and times, or a coordinator for somebody without a computer. */
  update: (viewer, volunteer: OfPerson) =>
    coordinates(viewer, volunteer) ||
    (isOwn(viewer, volunteer) && holds(viewer, volunteer.organisationId, 'VOLUNTEER')),

  /** Only who saw the extract says so, and never on oneself. */
  checkExtract: (viewer, volunteer: OfPerson) => coordinates(viewer, volunteer) && !isOwn(viewer, volunteer),

  manageShifts: (viewer, shift: InOrganisation) => coordinates(viewer, shift),

  takeShift: (viewer, shift: ShiftFacts) =>
    isComing(shift) && holds(viewer, shift.organisationId, 'VOLUNTEER', 'COORDINATOR'),

  giveBackShift: (viewer, place: ShiftFacts & { personId: string | null; status: PlaceStatus }) =>
    isOwn(viewer, place) && place.status === 'TAKEN' && isComing(place),

  confirmHours: (viewer, place: InOrganisation & { endsAt: Date; now: Date; status: PlaceStatus }) =>
    coordinates(viewer, place) &&
    ['TAKEN', 'WORKED', 'MISSED'].includes(place.status) &&
    place.endsAt <= place.now,

  answerSwap: (
    viewer,
    swap: { toPersonId: string; status: SwapStatus } & Omit<ShiftFacts, 'organisationId'>,
  ) => isOwn(viewer, { personId: swap.toPersonId }) && swap.status === 'ASKED' && isComing(swap),

  takeSwapBack: (viewer, swap: { fromPersonId: string; status: SwapStatus }) =>
    isOwn(viewer, { personId: swap.fromPersonId }) && swap.status === 'ASKED',
});
