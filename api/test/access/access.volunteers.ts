import { systemViewer } from '../../src/platform/policy/viewer.ts';
import {
  askShiftSwap,
  checkExtract,
  confirmShiftHours,
  createShift,
  takeShift,
  updateVolunteer,
} from '../../src/rooms/volunteers/index.ts';
import type { TestHub } from '../harness.ts';
import { queryAs } from '../query-as.ts';
import type { AccessOfferings } from './access.offerings.ts';
import type { AccessOrganisations } from './access.organisations.ts';
import type { AccessPeople } from './access.people.ts';
import type { AccessRole } from './access.roles.ts';

/** Shifts of the association, on a date of its own. */
export interface AccessVolunteers {
  /** The volunteer is on it, and asked the coordinator to take it over. */
  readonly swapShiftId: string;
  readonly swapId: string;
  /** Somebody is needed on it. */
  readonly openShiftId: string;
  /** Over, and not confirmed yet: the volunteer's place on it. */
  readonly unconfirmedPlaceId: string;
}

const system = systemViewer('test');
type Where = Pick<AccessOrganisations, 'association'> & Pick<AccessOfferings, 'openOccurrenceId'>;

const open = async (
  hub: TestHub,
  { association, openOccurrenceId }: Where,
  role: string,
): Promise<string> => {
  const { id } = await createShift(hub.hub, system, {
    organisationId: association.id,
    occurrenceId: openOccurrenceId,
    role,
    startsAt: new Date('2026-11-26T17:00:00+02:00'),
    endsAt: new Date('2026-11-26T18:00:00+02:00'),
    neededCount: 5,
  });
  return id;
};

/** A new shift, on which the role is when it is one of the association's people. */
export const aShiftOf = async (
  hub: TestHub,
  where: Where & Pick<AccessPeople, 'members'>,
  role: AccessRole,
): Promise<string> => {
  const id = await open(hub, where, 'Coffee');
  const member = role === 'volunteer' || role === 'coordinator' ? where.members[role] : null;
  if (member) await takeShift(hub.hub, member.viewer, id, true);
  return id;
};

/** A shift that is over, with the volunteer on it; the id of their place. */
export const anUnconfirmedPlace = async (
  hub: TestHub,
  where: Where & Pick<AccessPeople, 'members'>,
): Promise<string> => {
  const id = await aShiftOf(hub, where, 'volunteer');
  await queryAs(
    hub,
    'hub_owner',
    `update shifts set starts_at = starts_at - interval '10 days', ends_at = ends_at - interval '10 days' where id = $1`,
    [id],
  );
  const [place] = await queryAs<{ id: string }>(
    hub,
    'hub_owner',
    'select id from shift_places where shift_id = $1',
    [id],
  );
  return place?.id ?? '';
};

export const accessVolunteers = async (
  hub: TestHub,
  where: Where & Pick<AccessPeople, 'members'>,
): Promise<AccessVolunteers> => {
  const { association, members } = where;
  const key = { organisationId: association.id, personId: members.volunteer.id };
  await updateVolunteer(hub.hub, members.volunteer.viewer, {
    ...key,
    skills: ['COOKING'],
    languages: ['fi', 'so'],
    freeTimes: [{ weekday: 2, part: 'EVENING' }],
  });
  await checkExtract(hub.hub, members.coordinator.viewer, key, '2026-11-20');
  await confirmShiftHours(hub.hub, members.coordinator.viewer, await anUnconfirmedPlace(hub, where), 60);
  const swapShiftId = await aShiftOf(hub, where, 'volunteer');
  const swap = await askShiftSwap(hub.hub, members.volunteer.viewer, swapShiftId, members.coordinator.id);
  return {
    swapShiftId,
    swapId: swap.id,
    openShiftId: await open(hub, where, 'Chairs'),
    unconfirmedPlaceId: await anUnconfirmedPlace(hub, where),
  };
};
