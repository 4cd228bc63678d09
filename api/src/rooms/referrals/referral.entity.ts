import { defineEntity, p } from '@mikro-orm/postgresql';
import { secured } from '../../platform/db/row-security.ts';
import {
  accessNeeds,
  ageBands,
  areAllOf,
  Client,
  Consent,
  isOneOf,
  type AccessNeed,
  type ToldAgeBand,
} from '../clients/index.ts';
import { Offering } from '../offerings/index.ts';
import { Organisation } from '../organisations/index.ts';
import { Person } from '../people/index.ts';
import { Municipality, Region } from '../regions/index.ts';
import { liveStates } from './referral.machine.ts';
import { isAssigned, isReceivingSideOnce, isReferringSide } from './referral.security.ts';
import {
  contactChannels,
  declineReasons,
  holdReasons,
  needCategories,
  referralOutcomes,
  referralPriorities,
  referralStates,
  summaryFields,
  withdrawReasons,
  type ContactChannel,
  type DeclineReason,
  type HoldReason,
  type NeedCategory,
  type ReferralOutcome,
  type ReferralPriority,
  type ReferralState,
  type SummaryField,
  type WithdrawReason,
} from './referral.words.ts';

// What the receiver's copy was is gone from its sight once that copy is erased.
const isReceived = `(${isReceivingSideOnce('state')} and receiver_erased_at is null)`;
const isSide = `${isReferringSide} or ${isReceived} or ${isAssigned}`;

/** One client × one offering × one receiving organisation. Bears tier 0 and no more (DOMAIN.md §4.1). */
export const Referral = defineEntity({
  name: 'Referral',
  tableName: 'referrals',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    /** Null once erased: the row that stays for statistics belongs to nobody. */
    client: () => p.manyToOne(Client).nullable().mapToPk(),
    offering: () => p.manyToOne(Offering).mapToPk(),
    /** The offering as it stood when the referral was written, then when it was sent. */
    offeringVersion: p.integer(),
    isSensitive: p.boolean(),
    /** Null: they left, and nobody else serves the client yet. */
    referrer: () => p.manyToOne(Person).nullable().mapToPk(),
    referringOrganisation: () => p.manyToOne(Organisation).mapToPk(),
    receivingOrganisation: () => p.manyToOne(Organisation).mapToPk(),
    /** The referral that this one takes the place of. No foreign key: that one may be erased first. */
    predecessorId: p.uuid().nullable(),
    state: p.text().$type<ReferralState>(),
    version: p.integer().default(1),

    needCategory: p.text().$type<NeedCategory>(),
    municipality: () => p.manyToOne(Municipality).mapToPk(),
    languages: p.array().columnType('text[]'),
    needsInterpreter: p.boolean(),
    /** Null once erased. */
    ageBand: p.text().$type<ToldAgeBand>().nullable(),
    priority: p.text().$type<ReferralPriority>(),
    accessNeeds: p.array().columnType('text[]').$type<AccessNeed[]>(),
    note: p.text().nullable(),
    /** What the sender keeps back: it is not copied here at all. */
    withheld: p.array().columnType('text[]').default([]).$type<SummaryField[]>(),

    consent: () => p.manyToOne(Consent).nullable().mapToPk(),
    /** What the client is asked with while consent is awaited. */
    consentLanguage: p.text().nullable(),
    consentTextVersion: p.text().nullable(),
    /** Places left when it was sent; null = no limit. */
    capacityThen: p.integer().nullable(),
    assignee: () => p.manyToOne(Person).nullable().mapToPk(),
    declineReason: p.text().$type<DeclineReason>().nullable(),
    withdrawReason: p.text().$type<WithdrawReason>().nullable(),
    outcome: p.text().$type<ReferralOutcome>().nullable(),
    sessionsAttended: p.integer().nullable(),
    /** Weeks that the receiver expects the client to wait. */
    estimatedWaitWeeks: p.integer().nullable(),
    holdReason: p.text().$type<HoldReason>().nullable(),
    /** When a waiting or interrupted referral is looked at again. */
    reviewAt: p.datetime().nullable(),
    /** Since when the answer waits for the referrer. */
    answerPausedAt: p.datetime().nullable(),
    /** Seals its messages; wrapped by the master key. Null before the first one. */
    messageKey: p.text().nullable(),
    contactChannel: p.text().$type<ContactChannel>().nullable(),

    createdAt: p.datetime(),
    sentAt: p.datetime().nullable(),
    answerDueAt: p.datetime().nullable(),
    acceptedAt: p.datetime().nullable(),
    firstContactDueAt: p.datetime().nullable(),
    contactedAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
    /** Since when the receiver has no copy: 30 days after the end, or with a consent withdrawn after it. */
    receiverErasedAt: p.datetime().nullable(),
  },
  checks: [
    { name: 'referrals_state', expression: isOneOf('state', referralStates) },
    { name: 'referrals_need_category', expression: isOneOf('need_category', needCategories) },
    { name: 'referrals_age_band', expression: isOneOf('age_band', [...ageBands, 'NOT_TOLD']) },
    { name: 'referrals_priority', expression: isOneOf('priority', referralPriorities) },
    { name: 'referrals_access_needs', expression: areAllOf('access_needs', accessNeeds) },
    { name: 'referrals_withheld', expression: areAllOf('withheld', summaryFields) },
    { name: 'referrals_note', expression: 'char_length(note) <= 280' },
    { name: 'referrals_decline_reason', expression: isOneOf('decline_reason', declineReasons) },
    { name: 'referrals_withdraw_reason', expression: isOneOf('withdraw_reason', withdrawReasons) },
    { name: 'referrals_outcome', expression: isOneOf('outcome', referralOutcomes) },
    { name: 'referrals_closed', expression: `state <> 'CLOSED' or outcome is not null` },
    { name: 'referrals_hold_reason', expression: isOneOf('hold_reason', holdReasons) },
    { name: 'referrals_estimated_wait', expression: 'estimated_wait_weeks between 1 and 52' },
    { name: 'referrals_sessions', expression: 'sessions_attended between 0 and 500' },
    { name: 'referrals_channel', expression: isOneOf('contact_channel', contactChannels) },
    { name: 'referrals_sent', expression: `sent_at is null or consent_id is not null or state = 'ERASED'` },
    {
      name: 'referrals_erased',
      expression: `case when state = 'ERASED' then num_nonnulls(client_id, consent_id, note, age_band, message_key) = 0
        else num_nulls(client_id, age_band) = 0 end`,
    },
  ],
  indexes: [
    {
      name: 'referrals_live',
      expression: `create unique index "referrals_live" on "referrals" ("client_id", "offering_id") where ${isOneOf('"state"', liveStates)}`,
    },
    { properties: ['receivingOrganisation', 'createdAt', 'id'] },
    { properties: ['referringOrganisation', 'createdAt', 'id'] },
    { properties: ['referrer', 'createdAt', 'id'] },
    { properties: ['client', 'createdAt', 'id'] },
    { properties: ['consent'] },
    { properties: ['predecessorId'] },
    { properties: ['assignee', 'createdAt', 'id'] },
  ],
  ...secured('referrals', {
    read: isSide,
    write: isSide,
    insert: isReferringSide,
    remove: `${isReferringSide} and state = 'DRAFT'`,
  }),
});
