import { defineEntity, p } from '@mikro-orm/postgresql';
import { secured } from '../../platform/db/row-security.ts';
import { detailFields, isOneOf, type DetailField } from '../clients/index.ts';
import { Organisation } from '../organisations/index.ts';
import { Region } from '../regions/index.ts';
import { detailStatuses, type DetailStatus } from './detail.words.ts';
import { Referral } from './referral.entity.ts';
import { isReceivingSide, isReferringSide } from './referral.security.ts';

/** The receiver's part of the second wall is the same key that opens tier 1: closed with consent, so is this. */
const isOpenReceiver = `(${isReceivingSide} and exists (
  select 1 from referral_grants held where held.referral_id = referral_details.referral_id
    and held.opened_at is not null and held.closed_at is null))`;

/**
 * Tier 2 (DOMAIN.md §4.1): one more thing about the client, asked for by the receiver with a reason and granted by the
 * referrer. Reason and value are sealed with the referral's own key.
 */
export const ReferralDetail = defineEntity({
  name: 'ReferralDetail',
  tableName: 'referral_details',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    referral: () => p.manyToOne(Referral).mapToPk().deleteRule('cascade'),
    /** The referral's, repeated for row-level security. */
    referringOrganisation: () => p.manyToOne(Organisation).mapToPk(),
    receivingOrganisation: () => p.manyToOne(Organisation).mapToPk(),
    field: p.text().$type<DetailField>(),
    status: p.text().$type<DetailStatus>(),
    reason: p.text(),
    /** Null until it is granted, and again once that is taken back. */
    value: p.text().nullable(),
    askedAt: p.datetime(),
    answeredAt: p.datetime().nullable(),
  },
  checks: [
    { name: 'referral_details_field', expression: isOneOf('field', detailFields) },
    { name: 'referral_details_status', expression: isOneOf('status', detailStatuses) },
    { name: 'referral_details_value', expression: `(value is not null) = (status = 'GRANTED')` },
  ],
  uniques: [{ properties: ['referral', 'field'] }],
  ...secured('referral_details', {
    read: `${isReferringSide} or ${isOpenReceiver}`,
    write: `${isReferringSide} or ${isOpenReceiver}`,
    insert: isOpenReceiver,
  }),
});
