import { defineEntity, p } from '@mikro-orm/postgresql';
import { secured } from '../../platform/db/row-security.ts';
import { isOneOf } from '../clients/index.ts';
import { Organisation } from '../organisations/index.ts';
import { Region } from '../regions/index.ts';
import { Referral } from './referral.entity.ts';
import { isOfAssigned, isReceivingSide, isReferringSide } from './referral.security.ts';

export const messageKinds = ['QUESTION', 'ANSWER', 'MESSAGE'] as const;
export type MessageKind = (typeof messageKinds)[number];

const isSide = `${isReferringSide} or ${isReceivingSide} or ${isOfAssigned('referral_messages.referral_id')}`;

/** What the two sides write to each other about a referral; the words are sealed with the referral's own key. */
export const ReferralMessage = defineEntity({
  name: 'ReferralMessage',
  tableName: 'referral_messages',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    referral: () => p.manyToOne(Referral).mapToPk(),
    /** The referral's, repeated for row-level security. */
    referringOrganisation: () => p.manyToOne(Organisation).mapToPk(),
    receivingOrganisation: () => p.manyToOne(Organisation).mapToPk(),
    sentAt: p.datetime(),
    /** A person's id without a foreign key: the thread outlives the account. */
    authorPersonId: p.uuid(),
    authorOrganisation: () => p.manyToOne(Organisation).mapToPk(),
    kind: p.text().$type<MessageKind>(),
    body: p.text(),
  },
  checks: [{ name: 'referral_messages_kind', expression: isOneOf('kind', messageKinds) }],
  indexes: [{ properties: ['referral', 'id'] }],
  ...secured('referral_messages', { read: isSide, write: 'false', insert: isSide }),
});
