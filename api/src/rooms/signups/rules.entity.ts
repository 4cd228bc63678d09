import { defineEntity, p } from '@mikro-orm/postgresql';
import { isAdmin, secured } from '../../platform/db/row-security.ts';
import { Offering } from '../offerings/index.ts';
import { anyHost } from './sign-up.entity.ts';
import { needs, sqlList, type Need } from './sign-up.words.ts';

/** What the hosts say of sign-ups to an offering's dates; without a row the defaults of `defaultRules` hold. */
export const SignUpRules = defineEntity({
  name: 'SignUpRules',
  tableName: 'sign_up_rules',
  properties: {
    offering: () => p.oneToOne(Offering).mapToPk().primary().deleteRule('cascade').owner(),
    hostIds: p.array().columnType('uuid[]'),
    /** Null = as soon as the date stands in the calendar. */
    opensDaysBefore: p.integer().nullable(),
    /** 0 = at the start. */
    closesHoursBefore: p.integer(),
    /** A date takes place when so many come; null = in any case. */
    minimumPeople: p.integer().nullable(),
    largestParty: p.integer(),
    heldPlaces: p.integer(),
    needsAsked: p.array().$type<Need[]>(),
    hasWaitingList: p.boolean(),
    updatedAt: p.datetime(),
  },
  checks: [
    { name: 'sign_up_rules_opens', expression: 'opens_days_before between 1 and 365' },
    { name: 'sign_up_rules_closes', expression: 'closes_hours_before between 0 and 336' },
    { name: 'sign_up_rules_minimum', expression: 'minimum_people between 1 and 10000' },
    { name: 'sign_up_rules_party', expression: 'largest_party between 1 and 10' },
    { name: 'sign_up_rules_held', expression: 'held_places between 0 and 10000' },
    { name: 'sign_up_rules_needs', expression: `needs_asked <@ array[${sqlList(needs)}]` },
  ],
  ...secured('sign_up_rules', {
    read: `(${isAdmin}) or ${anyHost('app.orgs')}`,
    write: `(${isAdmin}) or ${anyHost('app.coordinates')}`,
  }),
});
