import { defineEntity, p } from '@mikro-orm/postgresql';
import { isAdmin, secured } from '../../platform/db/row-security.ts';
import type { DateState, KnownTime } from './occurrence.state.ts';
import { Occurrence } from './occurrence.entity.ts';
import { occurrenceChangeKinds, sqlList, type OccurrenceChangeKind } from './offering.words.ts';

const anyHost = (setting: 'app.orgs' | 'app.coordinates'): string =>
  `host_ids && (select nullif(current_setting('${setting}', true), '')::uuid[])`;

/**
 * A host's change of one date. Those who are to be told are told a minute later, once; until then it can be taken back.
 */
export const OccurrenceChange = defineEntity({
  name: 'OccurrenceChange',
  tableName: 'occurrence_changes',
  properties: {
    id: p.uuid().primary(),
    occurrence: () => p.manyToOne(Occurrence).mapToPk().deleteRule('cascade'),
    hostIds: p.array().columnType('uuid[]'),
    kind: p.text().$type<OccurrenceChangeKind>(),
    madeAt: p.datetime(),
    /** The date as it was, for taking back. */
    before: p.json<DateState>(),
    /** When and where it was for those who are told: as before, or before the change that this one overtook. */
    known: p.json<KnownTime>(),
    /** The change, not told yet, that this one overtook. */
    overtakes: p.uuid().nullable(),
    overtakenAt: p.datetime().nullable(),
    undoneAt: p.datetime().nullable(),
    toldAt: p.datetime().nullable(),
  },
  checks: [
    { name: 'occurrence_changes_kind', expression: `kind in (${sqlList(occurrenceChangeKinds)})` },
    {
      name: 'occurrence_changes_end',
      expression: 'num_nonnulls(overtaken_at, undone_at, told_at) <= 1',
    },
  ],
  indexes: [
    {
      name: 'occurrence_changes_open',
      expression:
        'create unique index "occurrence_changes_open" on "occurrence_changes" ("occurrence_id") ' +
        'where "overtaken_at" is null and "undone_at" is null and "told_at" is null',
    },
  ],
  ...secured('occurrence_changes', {
    read: `(${isAdmin}) or ${anyHost('app.orgs')}`,
    write: `(${isAdmin}) or ${anyHost('app.coordinates')}`,
  }),
});
