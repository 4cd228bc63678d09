import { defineEntity, p } from '@mikro-orm/postgresql';
import { inSession, isViewer, secured } from '../../platform/db/row-security.ts';
import { Organisation } from '../organisations/organisation.entity.ts';
import { Region } from '../regions/index.ts';
import { Person } from './person.entity.ts';

const isCasework = inSession('organisation_id', 'app.casework');
const isLed = `exists (select 1 from memberships led where ${isViewer('led.person_id')}
  and led.organisation_id = stand_ins.organisation_id and led.role = 'MANAGER' and led.ended_at is null)`;
const isGiver = `(${isCasework}) and ((${isViewer('caseworker_id')}) or ${isLed})`;

/** A caseworker is away, and a colleague of the same municipality stands in. Ends by its date, or before by hand. */
export const StandInPeriod = defineEntity({
  name: 'StandInPeriod',
  tableName: 'stand_ins',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    organisation: () => p.manyToOne(Organisation).mapToPk(),
    /** Who is away. */
    caseworker: () => p.manyToOne(Person).mapToPk(),
    standIn: () => p.manyToOne(Person).mapToPk(),
    startsAt: p.datetime(),
    /** The first instant at which it no longer holds. */
    endsAt: p.datetime(),
    createdAt: p.datetime(),
    /** Set when it was ended before its date. */
    endedAt: p.datetime().nullable(),
  },
  checks: [
    { name: 'stand_ins_dates', expression: 'ends_at > starts_at' },
    { name: 'stand_ins_people', expression: 'caseworker_id <> stand_in_id' },
  ],
  indexes: [{ properties: ['standIn', 'endsAt'] }, { properties: ['organisation', 'endsAt'] }],
  ...secured('stand_ins', { read: isCasework, write: isGiver }),
});
