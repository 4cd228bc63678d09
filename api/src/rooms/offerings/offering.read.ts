import sql, { raw } from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import {
  offeringColumns,
  scheduleColumns,
  type OfferingRow,
  type ScheduleRow,
  type TranslationRow,
} from './offering.row.ts';
import type { StoredText } from './translation.rules.ts';
import { textsVisibleTo, visibleTo } from './offering.visibility.ts';

type Ids = readonly string[];

/** Offerings by id, as the viewer may see them. */
export const readOfferings = (hub: Hub, viewer: Viewer, ids: Ids): Promise<OfferingRow[]> =>
  hub.db.read(
    viewer,
    sql`select ${offeringColumns} from offerings o where o.id = any(${[...ids]}::uuid[]) and ${visibleTo(viewer, 'o')}`,
  );

const translationColumns = raw(
  `t.offering_id as "offeringId", t.language, t.title, t.summary, t.description, t.state,
   t.is_copy_of_source as "isCopyOfSource", t.source_language as "sourceLanguage",
   t.outdated_fields as "outdatedFields", t.is_machine as "isMachine"`,
);

/** The texts of offerings with what they are based on, for those who change them. */
export const readStoredTexts = (
  hub: Hub,
  viewer: Viewer,
  offeringIds: Ids,
): Promise<(StoredText & Pick<TranslationRow, 'offeringId'>)[]> =>
  hub.db.read(
    viewer,
    sql`select ${translationColumns}, t.substance, t.based_on as "basedOn"
        from offering_translations t
        where t.offering_id = any(${[...offeringIds]}::uuid[]) and ${textsVisibleTo(viewer)}
        order by t.offering_id, t.position`,
  );

/** The texts of offerings, the source first. */
export const readTranslations = (hub: Hub, viewer: Viewer, offeringIds: Ids): Promise<TranslationRow[]> =>
  hub.db.read(
    viewer,
    sql`select ${translationColumns}
        from offering_translations t
        where t.offering_id = any(${[...offeringIds]}::uuid[]) and ${textsVisibleTo(viewer)}
        order by t.offering_id, t.position`,
  );

export interface ThemeOfOffering {
  readonly offeringId: string;
  readonly themeId: string;
}

export const readThemes = (hub: Hub, viewer: Viewer, offeringIds: Ids): Promise<ThemeOfOffering[]> =>
  hub.db.read(
    viewer,
    sql`select h.offering_id as "offeringId", h.theme_id as "themeId" from offering_themes h
        where h.offering_id = any(${[...offeringIds]}::uuid[]) and ${visibleTo(viewer, 'h')}
        order by h.offering_id, h.position`,
  );

/** The schedules in force. */
export const readSchedules = (hub: Hub, viewer: Viewer, offeringIds: Ids): Promise<ScheduleRow[]> =>
  hub.db.read(
    viewer,
    sql`select ${scheduleColumns} from schedules s join offerings o on o.id = s.offering_id
        where s.offering_id = any(${[...offeringIds]}::uuid[]) and s.replaced_at is null and ${visibleTo(viewer, 's')}
        order by s.offering_id, s.position`,
  );

export interface EndOfOffering {
  readonly offeringId: string;
  /** ISO date in Helsinki of the last date that is in the database and not cancelled. */
  readonly endsOn: string;
}

export const readEnds = (hub: Hub, viewer: Viewer, offeringIds: Ids): Promise<EndOfOffering[]> =>
  hub.db.read(
    viewer,
    sql`select c.offering_id as "offeringId", (max(c.starts_at) at time zone 'Europe/Helsinki')::date::text as "endsOn"
        from occurrences c
        where c.offering_id = any(${[...offeringIds]}::uuid[]) and c.status = 'SCHEDULED' and ${visibleTo(viewer, 'c')}
        group by c.offering_id`,
  );
