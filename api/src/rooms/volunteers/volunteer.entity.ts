import { defineEntity, p } from '@mikro-orm/postgresql';
import { inSession, isViewer, secured } from '../../platform/db/row-security.ts';
import { Organisation } from '../organisations/index.ts';
import { Person } from '../people/index.ts';
import { skills, sqlList, type Skill } from './volunteer.words.ts';

const own = isViewer('person_id');
const coordinates = inSession('organisation_id', 'app.coordinates');

/** What a volunteer of an organisation says of themselves; gone when they leave it. */
export const VolunteerProfile = defineEntity({
  name: 'VolunteerProfile',
  tableName: 'volunteer_profiles',
  properties: {
    id: p.uuid().primary(),
    organisation: () => p.manyToOne(Organisation).mapToPk(),
    person: () => p.manyToOne(Person).mapToPk(),
    skills: p.array().columnType('text[]').$type<Skill[]>(),
    /** BCP-47. */
    languages: p.array().columnType('text[]'),
    /** When they have time: '2:EVENING' is a Tuesday evening. */
    freeTimes: p.array().columnType('text[]'),
    updatedAt: p.datetime(),
  },
  uniques: [{ name: 'volunteer_profiles_one', properties: ['organisation', 'person'] }],
  checks: [{ name: 'volunteer_profiles_skills', expression: `skills <@ array[${sqlList(skills)}]` }],
  ...secured('volunteer_profiles', {
    read: `(${own}) or (${coordinates})`,
    write: `(${own} and ${inSession('organisation_id', 'app.orgs')}) or (${coordinates})`,
  }),
});

/**
 * On which day a coordinator last saw a volunteer's criminal-record extract. The day is all that is kept: no copy, no
 * number, nothing of what it said (Act 148/2014 § 8). A table of its own, because volunteers may not write it.
 */
export const VolunteerExtract = defineEntity({
  name: 'VolunteerExtract',
  tableName: 'volunteer_extracts',
  properties: {
    id: p.uuid().primary(),
    organisation: () => p.manyToOne(Organisation).mapToPk(),
    person: () => p.manyToOne(Person).mapToPk(),
    checkedOn: p.date(),
  },
  uniques: [{ name: 'volunteer_extracts_one', properties: ['organisation', 'person'] }],
  ...secured('volunteer_extracts', { read: `(${own}) or (${coordinates})`, write: coordinates }),
});
