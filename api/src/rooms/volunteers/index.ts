/** Volunteers: what they are good at and when they have time, shifts on dates, swaps and hours. */
import type { Room } from '../../platform/room.ts';
import { ShiftFieldResolver, ShiftPlaceResolver, ShiftSwapResolver } from './shift.fields.ts';
import { Shift, ShiftPlace, ShiftSwap } from './shift.entity.ts';
import { remindQueue, remindVolunteers } from './shift.remind.ts';
import { ShiftResolver } from './shift.resolver.ts';
import { VolunteerExtract, VolunteerProfile } from './volunteer.entity.ts';
import { forgetQueue, forgetVolunteers, releaseVolunteer } from './volunteer.leave.ts';
import { onShiftOf, tellOnShift } from './volunteer.mails.ts';
import { volunteerPersonalData } from './volunteer.personal-data.ts';
import { VolunteerResolver } from './volunteer.resolver.ts';
import { volunteerSql } from './volunteer.sql.ts';

export { confirmShiftHours } from './shift.hours.ts';
export { createShift } from './shift.manage.ts';
export { askShiftSwap } from './shift.swap.ts';
export { takeShift } from './shift.take.ts';
export { checkExtract, updateVolunteer } from './volunteer.profile.ts';
export { onShiftOf } from './volunteer.mails.ts';

export const volunteersRoom: Room = {
  name: 'volunteers',
  entities: [VolunteerProfile, VolunteerExtract, Shift, ShiftPlace, ShiftSwap],
  personalData: volunteerPersonalData,
  resolvers: [VolunteerResolver, ShiftResolver, ShiftFieldResolver, ShiftPlaceResolver, ShiftSwapResolver],
  sql: volunteerSql,
  subscribe: (hub) => {
    hub.events.on('occurrence.cancelled', async (tx, { occurrenceId, notified }) => {
      notified.count += await tellOnShift(hub, tx, occurrenceId, 'volunteers.cancelled');
    });
    hub.events.on('occurrence.moved', async (tx, { occurrenceId, kind, notified }) => {
      const template = kind === 'MOVED' ? 'volunteers.moved' : 'volunteers.postponed';
      notified.count += await tellOnShift(hub, tx, occurrenceId, template);
    });
    hub.events.on('occurrence.changing', async (_tx, { occurrenceId, notified }) => {
      notified.count += (await onShiftOf(hub, occurrenceId)).length;
    });
    hub.events.on('people.roleEnded', (tx, event) => releaseVolunteer(hub, tx, event));
  },
  queues: [remindQueue, forgetQueue],
  jobs: (hub) => [
    { name: remindQueue, cron: '10 10-20 * * *', run: async () => void (await remindVolunteers(hub)) },
    { name: forgetQueue, cron: '50 3 * * *', run: async () => void (await forgetVolunteers(hub)) },
  ],
};
