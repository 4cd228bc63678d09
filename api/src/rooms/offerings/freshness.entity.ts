import { defineEntity, p } from '@mikro-orm/postgresql';
import { isAdmin, secured } from '../../platform/db/row-security.ts';
import { Region } from '../regions/index.ts';
import { checkReasons, type CheckReason } from './freshness.rules.ts';
import { Offering } from './offering.entity.ts';
import { sqlList } from './offering.words.ts';

/** "Is this still right?": a question to the hosts of an offering, open until they confirm or change it. */
export const OfferingCheck = defineEntity({
  name: 'OfferingCheck',
  tableName: 'offering_checks',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    offering: () => p.manyToOne(Offering).mapToPk(),
    reason: p.text().$type<CheckReason>(),
    askedAt: p.datetime(),
    closedAt: p.datetime().nullable(),
  },
  checks: [{ name: 'offering_checks_reason', expression: `reason in (${sqlList(checkReasons)})` }],
  indexes: [
    {
      // One open question at a time.
      name: 'offering_checks_open',
      expression:
        'create unique index "offering_checks_open" on "offering_checks" ("offering_id") where "closed_at" is null',
    },
  ],
  ...secured('offering_checks', { read: isAdmin, write: 'false' }),
});
