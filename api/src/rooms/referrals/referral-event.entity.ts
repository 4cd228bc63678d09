import { defineEntity, p } from '@mikro-orm/postgresql';
import { secured } from '../../platform/db/row-security.ts';
import { Organisation } from '../organisations/index.ts';
import { Region } from '../regions/index.ts';
import { Referral } from './referral.entity.ts';
import { isOfAssigned, isReceivingSideOnce, isReferringSide } from './referral.security.ts';
import type { ReferralState } from './referral.words.ts';

const isSide = `${isReferringSide} or ${isReceivingSideOnce('to_state')}
  or ${isOfAssigned('referral_events.referral_id')}`;

/** What happened to a referral, one row a move. The app role can only add. */
export const ReferralEvent = defineEntity({
  name: 'ReferralEvent',
  tableName: 'referral_events',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    referral: () => p.manyToOne(Referral).mapToPk().deleteRule('cascade'),
    /** The referral's, repeated for row-level security. */
    referringOrganisation: () => p.manyToOne(Organisation).mapToPk(),
    receivingOrganisation: () => p.manyToOne(Organisation).mapToPk(),
    at: p.datetime(),
    /** A person's id without a foreign key: the history outlives the account. Null: the system. */
    actorPersonId: p.uuid().nullable(),
    actorOrganisation: () => p.manyToOne(Organisation).nullable().mapToPk(),
    /** A move of the table, or 'create'. */
    action: p.text(),
    fromState: p.text().$type<ReferralState>().nullable(),
    toState: p.text().$type<ReferralState>(),
    /** The referral's version after it. */
    version: p.integer(),
    /** Codes and ids; never a text that someone wrote. */
    facts: p.json(),
  },
  uniques: [{ properties: ['referral', 'version'] }],
  ...secured('referral_events', { read: isSide, write: 'false', insert: isSide }),
});
