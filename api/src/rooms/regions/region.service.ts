import sql from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { anonymousViewer } from '../../platform/policy/viewer.ts';

type Labels = Readonly<Record<string, string>>;

export interface RegionRow {
  readonly id: string;
  readonly code: string;
  readonly name: Labels;
}
export interface MunicipalityRow {
  readonly code: string;
  readonly name: Labels;
  readonly isInRegion: boolean;
}
export interface ThemeRow {
  readonly id: string;
  readonly uri: string;
  readonly labels: Labels;
}
export interface SpokenLanguageRow {
  readonly tag: string;
  readonly endonym: string;
  readonly direction: 'LTR' | 'RTL';
}

interface Reference {
  readonly region: RegionRow;
  readonly municipalities: ReadonlyMap<string, MunicipalityRow>;
  readonly themes: ReadonlyMap<string, ThemeRow>;
  readonly languages: readonly SpokenLanguageRow[];
}

/** The region's reference data. It changes with releases alone, so it is read once per process. */
export class RegionService {
  private reference: Promise<Reference> | undefined;

  constructor(private readonly hub: Hub) {}

  async region(): Promise<RegionRow> {
    return (await this.load()).region;
  }

  /** All municipalities by name, or those of the region alone. */
  async municipalities(regionOnly: boolean): Promise<MunicipalityRow[]> {
    const all = [...(await this.load()).municipalities.values()];
    return regionOnly ? all.filter(({ isInRegion }) => isInRegion) : all;
  }

  async municipality(code: string): Promise<MunicipalityRow | null> {
    return (await this.load()).municipalities.get(code) ?? null;
  }

  async themes(): Promise<ThemeRow[]> {
    return [...(await this.load()).themes.values()];
  }

  async theme(id: string): Promise<ThemeRow | null> {
    return (await this.load()).themes.get(id) ?? null;
  }

  async languages(): Promise<readonly SpokenLanguageRow[]> {
    return (await this.load()).languages;
  }

  private load(): Promise<Reference> {
    this.reference ??= this.read().catch((error: unknown) => {
      this.reference = undefined;
      throw error;
    });
    return this.reference;
  }

  private async read(): Promise<Reference> {
    const viewer = anonymousViewer();
    const { db } = this.hub;
    const [[region], municipalities, themes, languages] = await Promise.all([
      db.read<RegionRow>(viewer, sql`select id, code, name from regions order by code limit 1`),
      db.read<MunicipalityRow>(
        viewer,
        sql`select code, name, region_id is not null as "isInRegion" from municipalities order by name->>'fi' collate "C"`,
      ),
      db.read<ThemeRow>(viewer, sql`select id, uri, labels from themes order by position`),
      db.read<SpokenLanguageRow>(
        viewer,
        sql`select tag, endonym, direction from languages order by position`,
      ),
    ]);
    if (!region) throw new Error('No region: run the migrations and load the reference data');
    return {
      region,
      municipalities: new Map(municipalities.map((row) => [row.code, row])),
      themes: new Map(themes.map((row) => [row.id, row])),
      languages,
    };
  }
}
