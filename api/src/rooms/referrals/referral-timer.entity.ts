import { defineEntity, p } from '@mikro-orm/postgresql';
import { secured } from '../../platform/db/row-security.ts';
import { isOneOf } from '../clients/index.ts';
import { Organisation } from '../organisations/index.ts';
import { Region } from '../regions/index.ts';
import { Referral } from './referral.entity.ts';
import { isOfAssigned, isReceivingSide, isReferringSide } from './referral.security.ts';
import { timerKinds, type TimerKind } from './timer.plan.ts';

// Whoever may move a referral stops and starts its clocks.
const isMover = `${isReferringSide} or ${isReceivingSide} or ${isOfAssigned('referral_timers.referral_id')}`;

/** A clock of a referral. It rings once, whoever hears it; a move takes away those that have not rung. */
export const ReferralTimer = defineEntity({
  name: 'ReferralTimer',
  tableName: 'referral_timers',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    referral: () => p.manyToOne(Referral).mapToPk().deleteRule('cascade'),
    /** The referral's, repeated for row-level security. */
    referringOrganisation: () => p.manyToOne(Organisation).mapToPk(),
    receivingOrganisation: () => p.manyToOne(Organisation).mapToPk(),
    kind: p.text().$type<TimerKind>(),
    dueAt: p.datetime(),
    firedAt: p.datetime().nullable(),
  },
  checks: [{ name: 'referral_timers_kind', expression: isOneOf('kind', timerKinds) }],
  uniques: [
    {
      name: 'referral_timers_one_of_a_kind',
      expression:
        'create unique index "referral_timers_one_of_a_kind" on "referral_timers" ("referral_id", "kind") where "fired_at" is null',
    },
  ],
  indexes: [
    {
      name: 'referral_timers_due',
      expression:
        'create index "referral_timers_due" on "referral_timers" ("due_at") where "fired_at" is null',
    },
  ],
  ...secured('referral_timers', { read: isMover, write: isMover }),
});
