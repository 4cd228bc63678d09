import { Migration } from '@mikro-orm/migrations';

export class Migration20261124205852_translation_states extends Migration {

  override name = 'Migration20261124205852_translation_states';

  override up(): void | Promise<void> {
    this.addSql(`alter table "offering_translations" add "source_language" text null, add "substance" jsonb not null default '{"title": 1, "summary": 1, "description": 1}', add "based_on" jsonb not null default '{}', add "outdated_fields" text[] not null default '{}', add "is_machine" boolean not null default false;`);
    // What was translated so far is based on what its source says now; what had fallen behind, on nobody knows what.
    this.addSql(`update offering_translations t set
        source_language = o.source_language,
        based_on = (select jsonb_object_agg(field.name, jsonb_build_object(
            'version', case when t.state = 'OUTDATED' then 0 else 1 end,
            'text', case when t.state = 'OUTDATED' then '' else field.text end))
          from (values ('title', s.title), ('summary', s.summary), ('description', s.description)) as field(name, text)),
        outdated_fields = case when t.state = 'OUTDATED' then array_remove(array[
            case when t.title <> '' then 'title' end, case when t.summary <> '' then 'summary' end,
            case when t.description <> '' then 'description' end], null) else '{}' end
      from offerings o, offering_translations s
      where o.id = t.offering_id and s.offering_id = o.id and s.language = o.source_language
        and t.language <> o.source_language;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "offering_translations" drop column "source_language", drop column "substance", drop column "based_on", drop column "outdated_fields", drop column "is_machine";`);
  }

}
