import { defineEntity, p } from '@mikro-orm/postgresql';
import { isAdmin, secured } from '../../platform/db/row-security.ts';
import { Occurrence, Offering } from '../offerings/index.ts';
import { Region } from '../regions/index.ts';
import {
  contactKinds,
  signUpStatuses,
  sqlList,
  type ContactKind,
  type SignUpStatus,
} from './sign-up.words.ts';

export const anyHost = (setting: 'app.orgs' | 'app.coordinates'): string =>
  `host_ids && (select nullif(current_setting('${setting}', true), '')::uuid[])`;

/** Places of a person or family on a date. What says who they are is sealed, and erased 30 days after the date. */
export const SignUp = defineEntity({
  name: 'SignUp',
  tableName: 'sign_ups',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    occurrence: () => p.manyToOne(Occurrence).mapToPk().deleteRule('cascade'),
    offering: () => p.manyToOne(Offering).mapToPk(),
    /** The occurrence's, repeated for row-level security; see `signUpSql`. */
    hostIds: p.array().columnType('uuid[]'),
    status: p.text().$type<SignUpStatus>(),
    /** Persons who come, the one who signed up among them. */
    partySize: p.integer(),
    firstName: p.text().nullable(),
    contactKind: p.text().$type<ContactKind>(),
    contact: p.text().nullable(),
    /** Finds a second sign-up with the same contact without reading any. */
    contactHash: p.text().nullable(),
    /** BCP-47; the language of this person's mails. */
    languageTag: p.text(),
    /** The code of the person's own link, sealed; needed once more for the answer to a repeated request. */
    code: p.text().nullable(),
    /** SHA-256 of the code: 100 random bits need no key. */
    codeHash: p.text().unique(),
    /** What they need to take part, sealed: it may tell of health. Null when nothing was asked. */
    needs: p.text().nullable(),
    /** Turn in the waiting list, given out under the occurrence's lock; null for who never waited. */
    waitingNumber: p.integer().nullable(),
    /** A place is held for them until then; null while they wait, and once they have answered. */
    acceptBy: p.datetime().nullable(),
    /** Sits on a place that is kept for people who come by referral. */
    usesHeldPlace: p.boolean().default(false),
    /** A client whom a referral brought: name and contact are read through its grant, and stand nowhere here. */
    isByReferral: p.boolean().default(false),
    /** Which referral; null once the receiver may not know. No foreign key: the referrals room lies above. */
    referralId: p.uuid().nullable(),
    /** The member of a host who signed them up; null = they did it themselves. */
    signedUpBy: p.uuid().nullable(),
    /** When they were reminded of the date. */
    remindedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    cancelledAt: p.datetime().nullable(),
    erasedAt: p.datetime().nullable(),
  },
  checks: [
    { name: 'sign_ups_status', expression: `status in (${sqlList(signUpStatuses)})` },
    { name: 'sign_ups_contact_kind', expression: `contact_kind in (${sqlList(contactKinds)})` },
    { name: 'sign_ups_party_size', expression: 'party_size between 1 and 10' },
    { name: 'sign_ups_cancelled', expression: `(status = 'CANCELLED') = (cancelled_at is not null)` },
    {
      name: 'sign_ups_waiting',
      expression: `(status <> 'WAITLISTED' or waiting_number is not null) and (accept_by is null or status = 'WAITLISTED')`,
    },
    {
      name: 'sign_ups_erased',
      expression:
        'case when erased_at is null and not is_by_referral ' +
        'then num_nulls(first_name, contact, contact_hash, code) = 0 ' +
        'else num_nonnulls(first_name, contact, contact_hash, code, needs) = 0 end',
    },
    { name: 'sign_ups_referral', expression: 'referral_id is null or is_by_referral' },
  ],
  indexes: [
    { properties: ['occurrence', 'createdAt', 'id'] },
    {
      name: 'sign_ups_one_per_reachable',
      expression:
        'create unique index "sign_ups_one_per_reachable" on "sign_ups" ("occurrence_id", "contact_hash") ' +
        `where "status" in ('CONFIRMED', 'WAITLISTED')`,
    },
    {
      name: 'sign_ups_one_per_referral',
      expression:
        'create unique index "sign_ups_one_per_referral" on "sign_ups" ("referral_id", "occurrence_id") ' +
        `where "status" <> 'CANCELLED'`,
    },
    {
      name: 'sign_ups_waiting_list',
      expression:
        'create index "sign_ups_waiting_list" on "sign_ups" ("occurrence_id", "waiting_number") ' +
        `where "status" = 'WAITLISTED'`,
    },
  ],
  // People without an account read and write through the system, by their code. A host's coordinator or the network
  // admin who cancels a date cancels its sign-ups in the same transaction.
  ...secured('sign_ups', {
    read: `(${isAdmin}) or ${anyHost('app.orgs')}`,
    write: `(${isAdmin}) or ${anyHost('app.coordinates')}`,
    insert: 'false',
  }),
});
