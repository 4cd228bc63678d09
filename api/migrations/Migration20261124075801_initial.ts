import { Migration } from '@mikro-orm/migrations';

export class Migration20261124075801_initial extends Migration {

  override name = 'Migration20261124075801_initial';

  override up(): void | Promise<void> {
    this.addSql(`create table "audit_log" ("id" uuid not null, "at" timestamptz not null, "person_id" uuid null, "viewer_kind" text not null, "organisation_id" uuid null, "purpose" text not null, "action" text not null, "subject_id" text not null, "facts" jsonb not null, primary key ("id"));`);
    this.addSql(`create index "audit_log_subject_id_at_index" on "audit_log" ("subject_id", "at");`);

    this.addSql(`create table "idempotency_keys" ("viewer_key" text not null, "operation" text not null, "key" text not null, "input_hash" text not null, "result_id" uuid not null, "created_at" timestamptz not null, primary key ("viewer_key", "operation", "key"));`);

    this.addSql(`create table "outbox_messages" ("id" uuid not null, "kind" text not null, "payload" text null, "created_at" timestamptz not null, "delivered_at" timestamptz null, "attempts" int not null, "last_error" text null, primary key ("id"));`);
    this.addSql(`create index "outbox_messages_waiting" on "outbox_messages" ("created_at") where "delivered_at" is null;`);

    this.addSql(`create table "regions" ("id" uuid not null, "code" text not null, "name" jsonb not null, "seeded_at" timestamptz null, primary key ("id"));`);
    this.addSql(`alter table "regions" add constraint "regions_code_unique" unique ("code");`);

    this.addSql(`create table "persons" ("id" uuid not null, "region_id" uuid not null, "display_name" text not null, "email" text not null, "email_hash" text not null, "language_tag" text not null, "demo_key" text null, "organisation_ids" uuid[] not null default '{}', "created_at" timestamptz not null, "closed_at" timestamptz null, primary key ("id"));`);
    this.addSql(`alter table "persons" add constraint "persons_demo_key_unique" unique ("demo_key");`);
    this.addSql(`create unique index "persons_email" on "persons" ("region_id", "email_hash") where "closed_at" is null;`);

    this.addSql(`create table "municipalities" ("code" text not null, "name" jsonb not null, "region_id" uuid null, primary key ("code"));`);
    this.addSql(`alter table "municipalities" add constraint "municipalities_code" check (code ~ '^[0-9]{3}\$');`);

    this.addSql(`create table "organisations" ("id" uuid not null, "region_id" uuid not null, "municipality_code" text not null, "kind" text not null, "status" text not null, "is_public" boolean not null, "is_example" boolean not null default false, "slug" text not null, "name" text not null, "sort_name" text not null, "business_id" text null, "email" text null, "phone" text null, "website" text null, "language_tags" text[] not null, "descriptions" jsonb not null, "logo_version" int null, "agreement_valid_until" date null, "applicant_name" text null, "applicant_email" text null, "applicant_language" text null, "version" int not null default 1, "created_at" timestamptz not null, "updated_at" timestamptz not null, "decided_at" timestamptz null, primary key ("id"));`);
    this.addSql(`alter table "organisations" add constraint "organisations_slug_unique" unique ("slug");`);
    this.addSql(`create index "organisations_by_name" on "organisations" ("sort_name" collate "C", "id");`);
    this.addSql(`create unique index "organisations_business_id" on "organisations" ("business_id") where "status" <> 'REJECTED';`);
    this.addSql(`alter table "organisations" add constraint "organisations_kind" check (kind in ('CITY', 'MUNICIPALITY', 'ASSOCIATION', 'CONGREGATION', 'SCHOOL', 'AUTHORITY'));`);
    this.addSql(`alter table "organisations" add constraint "organisations_status" check (status in ('APPLIED', 'VERIFIED', 'REJECTED'));`);
    this.addSql(`alter table "organisations" add constraint "organisations_public" check (is_public = (status = 'VERIFIED'));`);
    this.addSql(`alter table "organisations" add constraint "organisations_applicant" check (status = 'APPLIED' or (applicant_name is null and applicant_email is null));`);

    this.addSql(`create table "places" ("id" uuid not null, "region_id" uuid not null, "organisation_id" uuid null, "host_ids" uuid[] not null, "is_public" boolean not null, "name" text not null, "street_address" text not null, "postal_code" text null, "municipality_code" text not null, "latitude" double precision null, "longitude" double precision null, "directions" text null, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "places_organisation_id_name_index" on "places" ("organisation_id", "name");`);
    this.addSql(`alter table "places" add constraint "places_shared" check (organisation_id is not null or is_public);`);
    this.addSql(`alter table "places" add constraint "places_position" check ((latitude is null) = (longitude is null));`);
    this.addSql(`alter table "places" add constraint "places_latitude" check (latitude between 59 and 71);`);
    this.addSql(`alter table "places" add constraint "places_longitude" check (longitude between 19 and 32);`);

    this.addSql(`create table "partner_agreements" ("id" uuid not null, "region_id" uuid not null, "organisation_id" uuid not null, "terms_version" text not null, "accepted_by" uuid null, "accepted_at" timestamptz not null, "valid_until" date not null, "ended_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "partner_agreements_organisation_id_accepted_at_index" on "partner_agreements" ("organisation_id", "accepted_at");`);
    this.addSql(`create unique index "partner_agreements_running" on "partner_agreements" ("organisation_id") where "ended_at" is null;`);

    this.addSql(`create table "organisation_logos" ("organisation_id" uuid not null, "is_public" boolean not null, "media_type" text not null, "bytes" bytea not null, primary key ("organisation_id"));`);
    this.addSql(`alter table "organisation_logos" add constraint "organisation_logos_type" check (media_type in ('image/png', 'image/jpeg', 'image/webp'));`);
    this.addSql(`alter table "organisation_logos" add constraint "organisation_logos_size" check (octet_length(bytes) between 1 and 65536);`);

    this.addSql(`create table "offerings" ("id" uuid not null, "region_id" uuid not null, "organisation_id" uuid not null, "host_ids" uuid[] not null, "kind" text not null, "status" text not null, "is_public" boolean not null, "source_language" text not null, "spoken_languages" text[] not null, "language_keys" text[] not null, "finnish_level" text not null, "audience" text not null, "age_minimum" int null, "age_maximum" int null, "women_only" boolean not null, "children_welcome" boolean not null, "has_child_care" boolean not null, "step_free" boolean not null, "transport_help" boolean not null, "price_euro_cents" int not null, "price_note" text null, "capacity" int null, "takes_sign_ups" boolean not null, "takes_referrals" boolean not null, "is_sensitive" boolean not null, "contact_name" text null, "contact_email" text null, "contact_phone" text null, "place_id" uuid null, "online_url" text null, "municipality_code" text not null, "search_text" text not null, "import_source" text null, "import_id" text null, "content_hash" text null, "version" int not null default 1, "created_at" timestamptz not null, "updated_at" timestamptz not null, "published_at" timestamptz null, "archived_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "offerings_organisation_id_id_index" on "offerings" ("organisation_id", "id");`);
    this.addSql(`alter table "offerings" add constraint "offerings_import" unique ("organisation_id", "import_source", "import_id");`);
    this.addSql(`alter table "offerings" add constraint "offerings_kind" check (kind in ('PEER_SUPPORT', 'EVENT', 'VOLUNTEER_EVENT', 'COURSE', 'ADVICE'));`);
    this.addSql(`alter table "offerings" add constraint "offerings_status" check (status in ('DRAFT', 'PUBLISHED', 'ARCHIVED'));`);
    this.addSql(`alter table "offerings" add constraint "offerings_finnish_level" check (finnish_level in ('NONE', 'A1', 'A2', 'B1', 'B2'));`);
    this.addSql(`alter table "offerings" add constraint "offerings_audience" check (audience in ('EVERYONE', 'FAMILIES', 'CHILDREN', 'YOUNG_PEOPLE', 'ADULTS', 'SENIORS', 'WOMEN', 'MEN'));`);
    this.addSql(`alter table "offerings" add constraint "offerings_public" check (is_public = (published_at is not null));`);
    this.addSql(`alter table "offerings" add constraint "offerings_hosts" check (host_ids[1] = organisation_id);`);
    this.addSql(`alter table "offerings" add constraint "offerings_age" check (age_minimum between 0 and 120 and age_maximum between age_minimum and 120);`);
    this.addSql(`alter table "offerings" add constraint "offerings_price" check (price_euro_cents >= 0);`);
    this.addSql(`alter table "offerings" add constraint "offerings_capacity" check (capacity between 1 and 10000);`);

    this.addSql(`create table "offering_translations" ("offering_id" uuid not null, "language" text not null, "host_ids" uuid[] not null, "is_public" boolean not null, "title" text not null, "summary" text not null, "description" text not null, "state" text not null, "is_copy_of_source" boolean not null, "position" int not null, primary key ("offering_id", "language"));`);
    this.addSql(`alter table "offering_translations" add constraint "offering_translations_state" check (state in ('CURRENT', 'OUTDATED', 'DRAFT'));`);

    this.addSql(`create table "memberships" ("id" uuid not null, "region_id" uuid not null, "organisation_id" uuid not null, "person_id" uuid not null, "role" text not null, "created_at" timestamptz not null, "ended_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create unique index "memberships_running" on "memberships" ("person_id", "organisation_id", "role") where "ended_at" is null;`);
    this.addSql(`create index "memberships_organisation_id_id_index" on "memberships" ("organisation_id", "id");`);
    this.addSql(`alter table "memberships" add constraint "memberships_role" check (role in ('COORDINATOR', 'VOLUNTEER', 'CASEWORKER', 'MANAGER', 'EXPERT', 'ADMIN', 'DATA_PROTECTION_OFFICER'));`);

    this.addSql(`create table "invitations" ("id" uuid not null, "region_id" uuid not null, "organisation_id" uuid not null, "email" text null, "email_hash" text null, "role" text not null, "language_tag" text not null, "token_hash" text not null, "invited_by" uuid null, "created_at" timestamptz not null, "expires_at" timestamptz not null, "accepted_at" timestamptz null, "revoked_at" timestamptz null, primary key ("id"));`);
    this.addSql(`alter table "invitations" add constraint "invitations_token_hash_unique" unique ("token_hash");`);
    this.addSql(`create index "invitations_organisation_id_id_index" on "invitations" ("organisation_id", "id");`);
    this.addSql(`alter table "invitations" add constraint "invitations_role" check (role in ('COORDINATOR', 'VOLUNTEER', 'CASEWORKER', 'MANAGER', 'EXPERT', 'ADMIN', 'DATA_PROTECTION_OFFICER'));`);

    this.addSql(`create table "clients" ("id" uuid not null, "region_id" uuid not null, "organisation_id" uuid not null, "caseworker_id" uuid not null, "pseudonym" text not null, "register_reference" text null, "municipality_code" text not null, "languages" text[] not null, "needs_interpreter" boolean not null, "age_band" text not null, "finnish_level" text not null, "theme_ids" text[] not null, "access_needs" text[] not null, "version" int not null default 1, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "clients_caseworker_id_created_at_id_index" on "clients" ("caseworker_id", "created_at", "id");`);
    this.addSql(`create index "clients_organisation_id_created_at_id_index" on "clients" ("organisation_id", "created_at", "id");`);
    this.addSql(`alter table "clients" add constraint "clients_organisation_id_pseudonym_unique" unique ("organisation_id", "pseudonym");`);
    this.addSql(`alter table "clients" add constraint "clients_age_band" check (age_band in ('UNDER_18', 'FROM_18_TO_29', 'FROM_30_TO_49', 'FROM_50_TO_64', 'FROM_65'));`);
    this.addSql(`alter table "clients" add constraint "clients_finnish_level" check (finnish_level in ('NONE', 'A1', 'A2', 'B1', 'B2'));`);
    this.addSql(`alter table "clients" add constraint "clients_access_needs" check (access_needs <@ array['STEP_FREE', 'CHILD_CARE', 'TRANSPORT', 'WOMEN_ONLY', 'HEARING', 'SIGHT']::text[]);`);
    this.addSql(`alter table "clients" add constraint "clients_register_reference" check (char_length(register_reference) <= 64);`);

    this.addSql(`create table "consents" ("id" uuid not null, "region_id" uuid not null, "client_id" uuid not null, "organisation_id" uuid not null, "referring_organisation_id" uuid not null, "fields" text[] not null, "text_version" text not null, "language_tag" text not null, "method" text not null, "interpreter_used" boolean not null, "given_at" timestamptz not null, "expires_at" timestamptz not null, "withdrawn_at" timestamptz null, "recorded_by" uuid not null, primary key ("id"));`);
    this.addSql(`create index "consents_client_id_organisation_id_given_at_index" on "consents" ("client_id", "organisation_id", "given_at");`);
    this.addSql(`alter table "consents" add constraint "consents_method" check (method in ('SPOKEN', 'PAPER', 'LINK'));`);
    this.addSql(`alter table "consents" add constraint "consents_fields" check (fields <@ array['GIVEN_NAME', 'CONTACT', 'SAFE_CONTACT_NOTE']::text[] and cardinality(fields) > 0);`);
    this.addSql(`alter table "consents" add constraint "consents_expiry" check (expires_at >= given_at);`);

    this.addSql(`create table "referrals" ("id" uuid not null, "region_id" uuid not null, "client_id" uuid not null, "offering_id" uuid not null, "offering_version" int not null, "is_sensitive" boolean not null, "referrer_id" uuid not null, "referring_organisation_id" uuid not null, "receiving_organisation_id" uuid not null, "predecessor_id" uuid null, "state" text not null, "version" int not null default 1, "need_category" text not null, "municipality_code" text not null, "languages" text[] not null, "needs_interpreter" boolean not null, "age_band" text not null, "priority" text not null, "access_needs" text[] not null, "note" text null, "consent_id" uuid null, "consent_language" text null, "consent_text_version" text null, "capacity_then" int null, "assignee_id" uuid null, "decline_reason" text null, "withdraw_reason" text null, "outcome" text null, "sessions_attended" int null, "contact_channel" text null, "created_at" timestamptz not null, "sent_at" timestamptz null, "answer_due_at" timestamptz null, "accepted_at" timestamptz null, "first_contact_due_at" timestamptz null, "contacted_at" timestamptz null, "ended_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create unique index "referrals_live" on "referrals" ("client_id", "offering_id") where "state" in ('DRAFT', 'AWAITING_CONSENT', 'SENT', 'NEEDS_INFO', 'WAITLISTED', 'ACCEPTED', 'IN_PROGRESS', 'ON_HOLD');`);
    this.addSql(`create index "referrals_receiving_organisation_id_created_at_id_index" on "referrals" ("receiving_organisation_id", "created_at", "id");`);
    this.addSql(`create index "referrals_referring_organisation_id_created_at_id_index" on "referrals" ("referring_organisation_id", "created_at", "id");`);
    this.addSql(`create index "referrals_referrer_id_created_at_id_index" on "referrals" ("referrer_id", "created_at", "id");`);
    this.addSql(`create index "referrals_consent_id_index" on "referrals" ("consent_id");`);
    this.addSql(`alter table "referrals" add constraint "referrals_state" check (state in ('DRAFT', 'AWAITING_CONSENT', 'SENT', 'NEEDS_INFO', 'WAITLISTED', 'ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'CLOSED', 'DECLINED', 'WITHDRAWN', 'CONSENT_REVOKED', 'EXPIRED', 'ERASED'));`);
    this.addSql(`alter table "referrals" add constraint "referrals_need_category" check (need_category in ('COMPANY', 'LANGUAGE_PRACTICE', 'FAMILY', 'HOBBY', 'WORK_LIFE', 'WELLBEING', 'DAILY_LIFE', 'OTHER'));`);
    this.addSql(`alter table "referrals" add constraint "referrals_age_band" check (age_band in ('UNDER_18', 'FROM_18_TO_29', 'FROM_30_TO_49', 'FROM_50_TO_64', 'FROM_65'));`);
    this.addSql(`alter table "referrals" add constraint "referrals_priority" check (priority in ('NORMAL', 'URGENT'));`);
    this.addSql(`alter table "referrals" add constraint "referrals_access_needs" check (access_needs <@ array['STEP_FREE', 'CHILD_CARE', 'TRANSPORT', 'WOMEN_ONLY', 'HEARING', 'SIGHT']::text[]);`);
    this.addSql(`alter table "referrals" add constraint "referrals_note" check (char_length(note) <= 280);`);
    this.addSql(`alter table "referrals" add constraint "referrals_decline_reason" check (decline_reason in ('NO_CAPACITY', 'NOT_ELIGIBLE_AGE', 'NOT_ELIGIBLE_AREA', 'LANGUAGE_NOT_AVAILABLE', 'OUT_OF_SCOPE', 'ACTIVITY_ENDED', 'CLIENT_DECLINED', 'DUPLICATE', 'SAFETY_CONCERN', 'OTHER'));`);
    this.addSql(`alter table "referrals" add constraint "referrals_withdraw_reason" check (withdraw_reason in ('MISTAKE', 'DUPLICATE', 'CLIENT_CHANGED_MIND', 'NEED_MET_ELSEWHERE', 'MOVED_AWAY', 'NO_RESPONSE_FROM_RECEIVER', 'REDIRECTED', 'CONSENT_REFUSED', 'OTHER'));`);
    this.addSql(`alter table "referrals" add constraint "referrals_outcome" check (outcome in ('HELPED', 'PARTLY_HELPED', 'NOT_HELPED', 'DID_NOT_ATTEND', 'COULD_NOT_CONTACT', 'CLIENT_STOPPED', 'MOVED_AWAY', 'NEED_MET_ELSEWHERE', 'REFERRED_ON', 'UNKNOWN_TIMEOUT'));`);
    this.addSql(`alter table "referrals" add constraint "referrals_closed" check (state <> 'CLOSED' or outcome is not null);`);
    this.addSql(`alter table "referrals" add constraint "referrals_sessions" check (sessions_attended between 0 and 500);`);
    this.addSql(`alter table "referrals" add constraint "referrals_channel" check (contact_channel in ('PHONE', 'MAIL', 'IN_PERSON', 'VIDEO', 'OTHER'));`);
    this.addSql(`alter table "referrals" add constraint "referrals_sent" check (sent_at is null or consent_id is not null);`);

    this.addSql(`create table "referral_grants" ("referral_id" uuid not null, "region_id" uuid not null, "client_id" uuid not null, "referring_organisation_id" uuid not null, "receiving_organisation_id" uuid not null, "opened_at" timestamptz null, "closed_at" timestamptz null, primary key ("referral_id"));`);
    this.addSql(`create index "referral_grants_client_id_index" on "referral_grants" ("client_id");`);

    this.addSql(`create table "referral_events" ("id" uuid not null, "region_id" uuid not null, "referral_id" uuid not null, "referring_organisation_id" uuid not null, "receiving_organisation_id" uuid not null, "at" timestamptz not null, "actor_person_id" uuid null, "actor_organisation_id" uuid null, "action" text not null, "from_state" text null, "to_state" text not null, "version" int not null, "facts" jsonb not null, primary key ("id"));`);
    this.addSql(`alter table "referral_events" add constraint "referral_events_referral_id_version_unique" unique ("referral_id", "version");`);

    this.addSql(`create table "client_identities" ("client_id" uuid not null, "region_id" uuid not null, "organisation_id" uuid not null, "caseworker_id" uuid not null, "data_key" text not null, "given_name" text not null, "contact_kind" text not null, "contact" text not null, "safe_contact_note" text null, primary key ("client_id"));`);
    this.addSql(`alter table "client_identities" add constraint "client_identities_contact_kind" check (contact_kind in ('MAIL', 'PHONE'));`);

    this.addSql(`create table "schedules" ("id" uuid not null, "offering_id" uuid not null, "host_ids" uuid[] not null, "is_public" boolean not null, "starts_at_local" text not null, "time_zone" text not null, "duration_minutes" int not null, "rule" text null, "position" int not null, "created_at" timestamptz not null, "replaced_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "schedules_offering_id_position_index" on "schedules" ("offering_id", "position");`);
    this.addSql(`alter table "schedules" add constraint "schedules_duration" check (duration_minutes between 5 and 10080);`);

    this.addSql(`create table "occurrences" ("id" uuid not null, "region_id" uuid not null, "offering_id" uuid not null, "schedule_id" uuid not null, "host_ids" uuid[] not null, "is_public" boolean not null, "is_listed" boolean not null, "original_start_local" text not null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "status" text not null, "cancelled_at" timestamptz null, "cancel_reasons" jsonb not null, "capacity" int null, "taken" int not null default 0, primary key ("id"));`);
    this.addSql(`create index "occurrences_offering_id_starts_at_index" on "occurrences" ("offering_id", "starts_at");`);
    this.addSql(`create index "occurrences_list" on "occurrences" ("starts_at", "id", "ends_at") where "is_listed";`);
    this.addSql(`alter table "occurrences" add constraint "occurrences_series" unique ("schedule_id", "original_start_local");`);
    this.addSql(`alter table "occurrences" add constraint "occurrences_status" check (status in ('SCHEDULED', 'CANCELLED'));`);
    this.addSql(`alter table "occurrences" add constraint "occurrences_cancelled" check ((status = 'CANCELLED') = (cancelled_at is not null));`);
    this.addSql(`alter table "occurrences" add constraint "occurrences_times" check (ends_at > starts_at);`);
    this.addSql(`alter table "occurrences" add constraint "occurrences_seats" check (taken >= 0 and (capacity is null or taken <= capacity));`);

    this.addSql(`create table "sessions" ("id" uuid not null, "region_id" uuid not null, "person_id" uuid not null, "token_hash" text not null, "previous_token_hash" text null, "rotated_at" timestamptz not null, "assurance" text not null, "created_at" timestamptz not null, "last_seen_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "sessions" add constraint "sessions_token_hash_unique" unique ("token_hash");`);
    this.addSql(`create index "sessions_previous_token_hash_index" on "sessions" ("previous_token_hash");`);
    this.addSql(`create index "sessions_person_id_index" on "sessions" ("person_id");`);
    this.addSql(`alter table "sessions" add constraint "sessions_assurance" check (assurance in ('LINK', 'STRONG'));`);

    this.addSql(`create table "sign_in_links" ("id" uuid not null, "region_id" uuid not null, "person_id" uuid null, "token_hash" text not null, "browser_hash" text not null, "code_hash" text null, "code_tries" int not null default 0, "next" text null, "created_at" timestamptz not null, "expires_at" timestamptz not null, "used_at" timestamptz null, "signed_in_at" timestamptz null, primary key ("id"));`);
    this.addSql(`alter table "sign_in_links" add constraint "sign_in_links_token_hash_unique" unique ("token_hash");`);
    this.addSql(`create index "sign_in_links_browser_hash_index" on "sign_in_links" ("browser_hash");`);

    this.addSql(`create table "sign_ups" ("id" uuid not null, "region_id" uuid not null, "occurrence_id" uuid not null, "offering_id" uuid not null, "host_ids" uuid[] not null, "status" text not null, "party_size" int not null, "first_name" text null, "contact_kind" text not null, "contact" text null, "contact_hash" text null, "language_tag" text not null, "code" text null, "code_hash" text not null, "created_at" timestamptz not null, "cancelled_at" timestamptz null, "erased_at" timestamptz null, primary key ("id"));`);
    this.addSql(`alter table "sign_ups" add constraint "sign_ups_code_hash_unique" unique ("code_hash");`);
    this.addSql(`create index "sign_ups_occurrence_id_created_at_id_index" on "sign_ups" ("occurrence_id", "created_at", "id");`);
    this.addSql(`create unique index "sign_ups_one_per_contact" on "sign_ups" ("occurrence_id", "contact_hash") where "status" = 'CONFIRMED';`);
    this.addSql(`alter table "sign_ups" add constraint "sign_ups_status" check (status in ('CONFIRMED', 'WAITLISTED', 'CANCELLED', 'ATTENDED', 'NO_SHOW'));`);
    this.addSql(`alter table "sign_ups" add constraint "sign_ups_contact_kind" check (contact_kind in ('MAIL', 'PHONE'));`);
    this.addSql(`alter table "sign_ups" add constraint "sign_ups_party_size" check (party_size between 1 and 10);`);
    this.addSql(`alter table "sign_ups" add constraint "sign_ups_cancelled" check ((status = 'CANCELLED') = (cancelled_at is not null));`);
    this.addSql(`alter table "sign_ups" add constraint "sign_ups_erased" check (case when erased_at is null then num_nulls(first_name, contact, contact_hash, code) = 0 else num_nonnulls(first_name, contact, contact_hash, code) = 0 end);`);

    this.addSql(`create table "languages" ("tag" text not null, "endonym" text not null, "direction" text not null, "position" int not null, primary key ("tag"));`);

    this.addSql(`create table "themes" ("id" text not null, "uri" text not null, "labels" jsonb not null, "position" int not null, primary key ("id"));`);
    this.addSql(`alter table "themes" add constraint "themes_uri_unique" unique ("uri");`);

    this.addSql(`create table "offering_themes" ("offering_id" uuid not null, "theme_id" text not null, "host_ids" uuid[] not null, "is_public" boolean not null, "position" int not null, primary key ("offering_id", "theme_id"));`);
    this.addSql(`create index "offering_themes_theme_id_offering_id_index" on "offering_themes" ("theme_id", "offering_id");`);

    this.addSql(`alter table "persons" add constraint "persons_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);

    this.addSql(`alter table "municipalities" add constraint "municipalities_region_id_foreign" foreign key ("region_id") references "regions" ("id") on delete set null;`);

    this.addSql(`alter table "organisations" add constraint "organisations_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "organisations" add constraint "organisations_municipality_code_foreign" foreign key ("municipality_code") references "municipalities" ("code");`);

    this.addSql(`alter table "places" add constraint "places_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "places" add constraint "places_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id") on delete set null;`);
    this.addSql(`alter table "places" add constraint "places_municipality_code_foreign" foreign key ("municipality_code") references "municipalities" ("code");`);

    this.addSql(`alter table "partner_agreements" add constraint "partner_agreements_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "partner_agreements" add constraint "partner_agreements_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id");`);

    this.addSql(`alter table "organisation_logos" add constraint "organisation_logos_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table "offerings" add constraint "offerings_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "offerings" add constraint "offerings_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "offerings" add constraint "offerings_place_id_foreign" foreign key ("place_id") references "places" ("id") on delete set null;`);
    this.addSql(`alter table "offerings" add constraint "offerings_municipality_code_foreign" foreign key ("municipality_code") references "municipalities" ("code");`);

    this.addSql(`alter table "offering_translations" add constraint "offering_translations_offering_id_foreign" foreign key ("offering_id") references "offerings" ("id");`);

    this.addSql(`alter table "memberships" add constraint "memberships_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "memberships" add constraint "memberships_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "memberships" add constraint "memberships_person_id_foreign" foreign key ("person_id") references "persons" ("id");`);

    this.addSql(`alter table "invitations" add constraint "invitations_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "invitations" add constraint "invitations_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id");`);

    this.addSql(`alter table "clients" add constraint "clients_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "clients" add constraint "clients_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "clients" add constraint "clients_caseworker_id_foreign" foreign key ("caseworker_id") references "persons" ("id");`);
    this.addSql(`alter table "clients" add constraint "clients_municipality_code_foreign" foreign key ("municipality_code") references "municipalities" ("code");`);

    this.addSql(`alter table "consents" add constraint "consents_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "consents" add constraint "consents_client_id_foreign" foreign key ("client_id") references "clients" ("id");`);
    this.addSql(`alter table "consents" add constraint "consents_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "consents" add constraint "consents_referring_organisation_id_foreign" foreign key ("referring_organisation_id") references "organisations" ("id");`);

    this.addSql(`alter table "referrals" add constraint "referrals_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "referrals" add constraint "referrals_client_id_foreign" foreign key ("client_id") references "clients" ("id");`);
    this.addSql(`alter table "referrals" add constraint "referrals_offering_id_foreign" foreign key ("offering_id") references "offerings" ("id");`);
    this.addSql(`alter table "referrals" add constraint "referrals_referrer_id_foreign" foreign key ("referrer_id") references "persons" ("id");`);
    this.addSql(`alter table "referrals" add constraint "referrals_referring_organisation_id_foreign" foreign key ("referring_organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "referrals" add constraint "referrals_receiving_organisation_id_foreign" foreign key ("receiving_organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "referrals" add constraint "referrals_municipality_code_foreign" foreign key ("municipality_code") references "municipalities" ("code");`);
    this.addSql(`alter table "referrals" add constraint "referrals_consent_id_foreign" foreign key ("consent_id") references "consents" ("id") on delete set null;`);
    this.addSql(`alter table "referrals" add constraint "referrals_assignee_id_foreign" foreign key ("assignee_id") references "persons" ("id") on delete set null;`);

    this.addSql(`alter table "referral_grants" add constraint "referral_grants_referral_id_foreign" foreign key ("referral_id") references "referrals" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "referral_grants" add constraint "referral_grants_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "referral_grants" add constraint "referral_grants_client_id_foreign" foreign key ("client_id") references "clients" ("id");`);
    this.addSql(`alter table "referral_grants" add constraint "referral_grants_referring_organisation_id_foreign" foreign key ("referring_organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "referral_grants" add constraint "referral_grants_receiving_organisation_id_foreign" foreign key ("receiving_organisation_id") references "organisations" ("id");`);

    this.addSql(`alter table "referral_events" add constraint "referral_events_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "referral_events" add constraint "referral_events_referral_id_foreign" foreign key ("referral_id") references "referrals" ("id");`);
    this.addSql(`alter table "referral_events" add constraint "referral_events_referring_organisation_id_foreign" foreign key ("referring_organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "referral_events" add constraint "referral_events_receiving_organisation_id_foreign" foreign key ("receiving_organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "referral_events" add constraint "referral_events_actor_organisation_id_foreign" foreign key ("actor_organisation_id") references "organisations" ("id") on delete set null;`);

    this.addSql(`alter table "client_identities" add constraint "client_identities_client_id_foreign" foreign key ("client_id") references "clients" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "client_identities" add constraint "client_identities_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "client_identities" add constraint "client_identities_organisation_id_foreign" foreign key ("organisation_id") references "organisations" ("id");`);
    this.addSql(`alter table "client_identities" add constraint "client_identities_caseworker_id_foreign" foreign key ("caseworker_id") references "persons" ("id");`);

    this.addSql(`alter table "schedules" add constraint "schedules_offering_id_foreign" foreign key ("offering_id") references "offerings" ("id");`);

    this.addSql(`alter table "occurrences" add constraint "occurrences_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "occurrences" add constraint "occurrences_offering_id_foreign" foreign key ("offering_id") references "offerings" ("id");`);
    this.addSql(`alter table "occurrences" add constraint "occurrences_schedule_id_foreign" foreign key ("schedule_id") references "schedules" ("id");`);

    this.addSql(`alter table "sessions" add constraint "sessions_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "sessions" add constraint "sessions_person_id_foreign" foreign key ("person_id") references "persons" ("id");`);

    this.addSql(`alter table "sign_in_links" add constraint "sign_in_links_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "sign_in_links" add constraint "sign_in_links_person_id_foreign" foreign key ("person_id") references "persons" ("id") on delete set null;`);

    this.addSql(`alter table "sign_ups" add constraint "sign_ups_region_id_foreign" foreign key ("region_id") references "regions" ("id");`);
    this.addSql(`alter table "sign_ups" add constraint "sign_ups_occurrence_id_foreign" foreign key ("occurrence_id") references "occurrences" ("id") on delete cascade;`);
    this.addSql(`alter table "sign_ups" add constraint "sign_ups_offering_id_foreign" foreign key ("offering_id") references "offerings" ("id");`);

    this.addSql(`alter table "offering_themes" add constraint "offering_themes_offering_id_foreign" foreign key ("offering_id") references "offerings" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "offering_themes" add constraint "offering_themes_theme_id_foreign" foreign key ("theme_id") references "themes" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table "audit_log" enable row level security;`);
    this.addSql(`alter table "audit_log" force row level security;`);
    this.addSql(`create policy "audit_log_owner" on "audit_log" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "audit_log_append" on "audit_log" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or viewer_kind <> 'system');`);
    this.addSql(`create policy "audit_log_read" on "audit_log" for select to "hub_auditor" using (true);`);
    this.addSql(`alter table "idempotency_keys" enable row level security;`);
    this.addSql(`alter table "idempotency_keys" force row level security;`);
    this.addSql(`create policy "idempotency_keys_owner" on "idempotency_keys" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "idempotency_keys_read" on "idempotency_keys" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (viewer_key = coalesce(nullif(current_setting('app.viewer', true), ''), 'anonymous')));`);
    this.addSql(`create policy "idempotency_keys_insert" on "idempotency_keys" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (viewer_key = coalesce(nullif(current_setting('app.viewer', true), ''), 'anonymous')));`);
    this.addSql(`create policy "idempotency_keys_update" on "idempotency_keys" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (viewer_key = coalesce(nullif(current_setting('app.viewer', true), ''), 'anonymous'))) with check (((select current_setting('app.kind', true)) = 'system') or (viewer_key = coalesce(nullif(current_setting('app.viewer', true), ''), 'anonymous')));`);
    this.addSql(`create policy "idempotency_keys_delete" on "idempotency_keys" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (viewer_key = coalesce(nullif(current_setting('app.viewer', true), ''), 'anonymous')));`);
    this.addSql(`alter table "outbox_messages" enable row level security;`);
    this.addSql(`alter table "outbox_messages" force row level security;`);
    this.addSql(`create policy "outbox_messages_owner" on "outbox_messages" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "outbox_messages_read" on "outbox_messages" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "outbox_messages_insert" on "outbox_messages" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (not ((select current_setting('app.kind', true)) = 'system')));`);
    this.addSql(`create policy "outbox_messages_update" on "outbox_messages" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false)) with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "outbox_messages_delete" on "outbox_messages" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`alter table "persons" enable row level security;`);
    this.addSql(`alter table "persons" force row level security;`);
    this.addSql(`create policy "persons_owner" on "persons" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "persons_read" on "persons" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((id = (select nullif(current_setting('app.viewer', true), '')::uuid)) or ((select current_setting('app.admin', true)) = 'true') or organisation_ids && (select nullif(current_setting('app.orgs', true), '')::uuid[])));`);
    this.addSql(`create policy "persons_insert" on "persons" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "persons_update" on "persons" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (id = (select nullif(current_setting('app.viewer', true), '')::uuid))) with check (((select current_setting('app.kind', true)) = 'system') or (id = (select nullif(current_setting('app.viewer', true), '')::uuid)));`);
    this.addSql(`create policy "persons_delete" on "persons" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (id = (select nullif(current_setting('app.viewer', true), '')::uuid)));`);
    this.addSql(`alter table "organisations" enable row level security;`);
    this.addSql(`alter table "organisations" force row level security;`);
    this.addSql(`create policy "organisations_owner" on "organisations" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "organisations_read" on "organisations" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (is_public or ((select current_setting('app.admin', true)) = 'true') or (id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "organisations_insert" on "organisations" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "organisations_update" on "organisations" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])))) with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "organisations_delete" on "organisations" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "organisations_public" on "organisations" for select to "hub_anonymous" using (is_public);`);
    this.addSql(`alter table "places" enable row level security;`);
    this.addSql(`alter table "places" force row level security;`);
    this.addSql(`create policy "places_owner" on "places" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "places_read" on "places" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (is_public or ((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.orgs', true), '')::uuid[])));`);
    this.addSql(`create policy "places_insert" on "places" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "places_update" on "places" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[]))) with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "places_delete" on "places" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "places_public" on "places" for select to "hub_anonymous" using (is_public);`);
    this.addSql(`alter table "partner_agreements" enable row level security;`);
    this.addSql(`alter table "partner_agreements" force row level security;`);
    this.addSql(`create policy "partner_agreements_owner" on "partner_agreements" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "partner_agreements_read" on "partner_agreements" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "partner_agreements_insert" on "partner_agreements" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or ((organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "partner_agreements_update" on "partner_agreements" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])))) with check (((select current_setting('app.kind', true)) = 'system') or ((organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "partner_agreements_delete" on "partner_agreements" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`alter table "organisation_logos" enable row level security;`);
    this.addSql(`alter table "organisation_logos" force row level security;`);
    this.addSql(`create policy "organisation_logos_owner" on "organisation_logos" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "organisation_logos_read" on "organisation_logos" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (is_public or ((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "organisation_logos_insert" on "organisation_logos" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "organisation_logos_update" on "organisation_logos" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])))) with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "organisation_logos_delete" on "organisation_logos" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "organisation_logos_public" on "organisation_logos" for select to "hub_anonymous" using (is_public);`);
    this.addSql(`alter table "offerings" enable row level security;`);
    this.addSql(`alter table "offerings" force row level security;`);
    this.addSql(`create policy "offerings_owner" on "offerings" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "offerings_read" on "offerings" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (is_public or ((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.orgs', true), '')::uuid[])));`);
    this.addSql(`create policy "offerings_insert" on "offerings" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "offerings_update" on "offerings" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[]))) with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "offerings_delete" on "offerings" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "offerings_public" on "offerings" for select to "hub_anonymous" using (is_public);`);
    this.addSql(`alter table "offering_translations" enable row level security;`);
    this.addSql(`alter table "offering_translations" force row level security;`);
    this.addSql(`create policy "offering_translations_owner" on "offering_translations" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "offering_translations_read" on "offering_translations" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (is_public or ((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.orgs', true), '')::uuid[])));`);
    this.addSql(`create policy "offering_translations_insert" on "offering_translations" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "offering_translations_update" on "offering_translations" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[]))) with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "offering_translations_delete" on "offering_translations" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "offering_translations_public" on "offering_translations" for select to "hub_anonymous" using (is_public);`);
    this.addSql(`alter table "memberships" enable row level security;`);
    this.addSql(`alter table "memberships" force row level security;`);
    this.addSql(`create policy "memberships_owner" on "memberships" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "memberships_read" on "memberships" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((person_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) or ((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.orgs', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "memberships_insert" on "memberships" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "memberships_update" on "memberships" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])))) with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "memberships_delete" on "memberships" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "memberships_leave" on "memberships" for update to "hub_app" using (person_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) with check ((person_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and ended_at is not null);`);
    this.addSql(`alter table "invitations" enable row level security;`);
    this.addSql(`alter table "invitations" force row level security;`);
    this.addSql(`create policy "invitations_owner" on "invitations" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "invitations_read" on "invitations" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "invitations_insert" on "invitations" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "invitations_update" on "invitations" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])))) with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "invitations_delete" on "invitations" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`alter table "clients" enable row level security;`);
    this.addSql(`alter table "clients" force row level security;`);
    this.addSql(`create policy "clients_owner" on "clients" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "clients_read" on "clients" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])));`);
    this.addSql(`create policy "clients_insert" on "clients" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or ((caseworker_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "clients_update" on "clients" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((caseworker_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])))) with check (((select current_setting('app.kind', true)) = 'system') or ((caseworker_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "clients_delete" on "clients" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((caseworker_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`alter table "consents" enable row level security;`);
    this.addSql(`alter table "consents" force row level security;`);
    this.addSql(`create policy "consents_owner" on "consents" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "consents_read" on "consents" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or (organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "consents_insert" on "consents" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])));`);
    this.addSql(`create policy "consents_update" on "consents" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))) with check (((select current_setting('app.kind', true)) = 'system') or (referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])));`);
    this.addSql(`create policy "consents_delete" on "consents" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])));`);
    this.addSql(`alter table "referrals" enable row level security;`);
    this.addSql(`alter table "referrals" force row level security;`);
    this.addSql(`create policy "referrals_owner" on "referrals" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "referrals_read" on "referrals" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and state not in ('DRAFT', 'AWAITING_CONSENT'))));`);
    this.addSql(`create policy "referrals_insert" on "referrals" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "referrals_update" on "referrals" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and state not in ('DRAFT', 'AWAITING_CONSENT')))) with check (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and state not in ('DRAFT', 'AWAITING_CONSENT'))));`);
    this.addSql(`create policy "referrals_delete" on "referrals" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and state not in ('DRAFT', 'AWAITING_CONSENT'))));`);
    this.addSql(`alter table "referral_grants" enable row level security;`);
    this.addSql(`alter table "referral_grants" force row level security;`);
    this.addSql(`create policy "referral_grants_owner" on "referral_grants" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "referral_grants_read" on "referral_grants" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or (receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "referral_grants_insert" on "referral_grants" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "referral_grants_update" on "referral_grants" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or (receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])))) with check (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or (receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "referral_grants_delete" on "referral_grants" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or (receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`alter table "referral_events" enable row level security;`);
    this.addSql(`alter table "referral_events" force row level security;`);
    this.addSql(`create policy "referral_events_owner" on "referral_events" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "referral_events_read" on "referral_events" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and to_state not in ('DRAFT', 'AWAITING_CONSENT'))));`);
    this.addSql(`create policy "referral_events_insert" on "referral_events" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or ((referring_organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])) or ((receiving_organisation_id = any((select nullif(current_setting('app.coordinates', true), '')::uuid[])::uuid[])) and to_state not in ('DRAFT', 'AWAITING_CONSENT'))));`);
    this.addSql(`create policy "referral_events_update" on "referral_events" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false)) with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "referral_events_delete" on "referral_events" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`alter table "client_identities" enable row level security;`);
    this.addSql(`alter table "client_identities" force row level security;`);
    this.addSql(`create policy "client_identities_owner" on "client_identities" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "client_identities_read" on "client_identities" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((caseworker_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "client_identities_insert" on "client_identities" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or ((caseworker_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "client_identities_update" on "client_identities" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((caseworker_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[])))) with check (((select current_setting('app.kind', true)) = 'system') or ((caseworker_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`create policy "client_identities_delete" on "client_identities" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or ((caseworker_id = (select nullif(current_setting('app.viewer', true), '')::uuid)) and (organisation_id = any((select nullif(current_setting('app.casework', true), '')::uuid[])::uuid[]))));`);
    this.addSql(`alter table "schedules" enable row level security;`);
    this.addSql(`alter table "schedules" force row level security;`);
    this.addSql(`create policy "schedules_owner" on "schedules" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "schedules_read" on "schedules" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (is_public or ((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.orgs', true), '')::uuid[])));`);
    this.addSql(`create policy "schedules_insert" on "schedules" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "schedules_update" on "schedules" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[]))) with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "schedules_delete" on "schedules" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "schedules_public" on "schedules" for select to "hub_anonymous" using (is_public);`);
    this.addSql(`alter table "occurrences" enable row level security;`);
    this.addSql(`alter table "occurrences" force row level security;`);
    this.addSql(`create policy "occurrences_owner" on "occurrences" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "occurrences_read" on "occurrences" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (is_public or ((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.orgs', true), '')::uuid[])));`);
    this.addSql(`create policy "occurrences_insert" on "occurrences" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "occurrences_update" on "occurrences" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[]))) with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "occurrences_delete" on "occurrences" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "occurrences_public" on "occurrences" for select to "hub_anonymous" using (is_public);`);
    this.addSql(`alter table "sessions" enable row level security;`);
    this.addSql(`alter table "sessions" force row level security;`);
    this.addSql(`create policy "sessions_owner" on "sessions" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "sessions_read" on "sessions" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (person_id = (select nullif(current_setting('app.viewer', true), '')::uuid)));`);
    this.addSql(`create policy "sessions_insert" on "sessions" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "sessions_update" on "sessions" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (person_id = (select nullif(current_setting('app.viewer', true), '')::uuid))) with check (((select current_setting('app.kind', true)) = 'system') or (person_id = (select nullif(current_setting('app.viewer', true), '')::uuid)));`);
    this.addSql(`create policy "sessions_delete" on "sessions" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (person_id = (select nullif(current_setting('app.viewer', true), '')::uuid)));`);
    this.addSql(`alter table "sign_in_links" enable row level security;`);
    this.addSql(`alter table "sign_in_links" force row level security;`);
    this.addSql(`create policy "sign_in_links_owner" on "sign_in_links" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "sign_in_links_read" on "sign_in_links" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "sign_in_links_insert" on "sign_in_links" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "sign_in_links_update" on "sign_in_links" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false)) with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "sign_in_links_delete" on "sign_in_links" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`alter table "sign_ups" enable row level security;`);
    this.addSql(`alter table "sign_ups" force row level security;`);
    this.addSql(`create policy "sign_ups_owner" on "sign_ups" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "sign_ups_read" on "sign_ups" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.orgs', true), '')::uuid[])));`);
    this.addSql(`create policy "sign_ups_insert" on "sign_ups" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (false));`);
    this.addSql(`create policy "sign_ups_update" on "sign_ups" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[]))) with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "sign_ups_delete" on "sign_ups" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`alter table "offering_themes" enable row level security;`);
    this.addSql(`alter table "offering_themes" force row level security;`);
    this.addSql(`create policy "offering_themes_owner" on "offering_themes" to "hub_owner" using (true) with check (true);`);
    this.addSql(`create policy "offering_themes_read" on "offering_themes" for select to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (is_public or ((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.orgs', true), '')::uuid[])));`);
    this.addSql(`create policy "offering_themes_insert" on "offering_themes" for insert to "hub_app" with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "offering_themes_update" on "offering_themes" for update to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[]))) with check (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "offering_themes_delete" on "offering_themes" for delete to "hub_app" using (((select current_setting('app.kind', true)) = 'system') or (((select current_setting('app.admin', true)) = 'true') or host_ids && (select nullif(current_setting('app.coordinates', true), '')::uuid[])));`);
    this.addSql(`create policy "offering_themes_public" on "offering_themes" for select to "hub_anonymous" using (is_public);`);
  }

}
