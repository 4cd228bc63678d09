import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { newId } from '../../platform/ids.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';

/** Reference data as it stands in `seeds/reference/`. */
export interface ReferenceData {
  readonly region: {
    readonly code: string;
    readonly name: Record<string, string>;
    readonly municipalityCodes: readonly string[];
  };
  readonly municipalities: readonly { readonly code: string; readonly name: Record<string, string> }[];
  readonly themes: readonly {
    readonly id: string;
    readonly uri: string;
    readonly labels: Record<string, string>;
  }[];
  readonly languages: readonly {
    readonly tag: string;
    readonly endonym: string;
    readonly direction: string;
  }[];
}

/** Writes the reference data; idempotent, run at every start. Municipalities that vanished stay, for old addresses. */
export const loadReference = (hub: Hub, data: ReferenceData): Promise<void> =>
  hub.db.write(systemViewer('reference'), async (tx) => {
    const [region] = await tx.query<{ id: string }>(
      sql`insert into regions (id, code, name) values (${newId()}, ${data.region.code}, ${JSON.stringify(data.region.name)})
          on conflict (code) do update set name = excluded.name returning id`,
    );
    await tx.query(
      sql`insert into municipalities (code, name, region_id)
          select code, name, case when code = any(${[...data.region.municipalityCodes]}::text[]) then ${region?.id}::uuid end
          from jsonb_to_recordset(${JSON.stringify(data.municipalities)}::jsonb) as entry(code text, name jsonb)
          on conflict (code) do update set name = excluded.name, region_id = excluded.region_id`,
    );
    const themes = data.themes.map((theme, position) => ({ ...theme, position }));
    await tx.query(
      sql`insert into themes (id, uri, labels, position)
          select id, uri, labels, position
          from jsonb_to_recordset(${JSON.stringify(themes)}::jsonb) as entry(id text, uri text, labels jsonb, position int)
          on conflict (id) do update set labels = excluded.labels, position = excluded.position`,
    );
    const languages = data.languages.map((language, position) => ({
      ...language,
      direction: language.direction.toUpperCase(),
      position,
    }));
    await tx.query(
      sql`insert into languages (tag, endonym, direction, position)
          select tag, endonym, direction, position
          from jsonb_to_recordset(${JSON.stringify(languages)}::jsonb) as entry(tag text, endonym text, direction text, position int)
          on conflict (tag) do update set endonym = excluded.endonym, direction = excluded.direction, position = excluded.position`,
    );
  });
