import sql, { raw, type Sql } from 'sql-template-tag';
import type { Transaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import type { Viewer } from '../policy/viewer.ts';
import { hatsOf } from './audit.hats.ts';

/** What is recorded: an action, whom it was about and facts that are codes or ids, never personal data. */
export interface AuditEntry {
  /** `room.action`, as in the policy. */
  readonly action: string;
  /** WRITE when left out. */
  readonly kind?: 'READ' | 'WRITE';
  readonly subjectId: string;
  /** The organisation on whose behalf the viewer acted. */
  readonly organisationId?: string | null;
  readonly clientIds?: readonly string[];
  readonly referralIds?: readonly string[];
  readonly facts?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** Whom a row of a read was about, and for which organisation it was read. */
export interface Reading {
  readonly organisationId: string | null;
  readonly clientId: string;
  readonly referralId?: string;
}

/** How a recorded read is told to the log: by the names of the columns of its rows. */
export interface Recording {
  /** `room.action`. */
  readonly action: string;
  readonly client: string;
  readonly referral?: string;
  /** The column that names the organisation on whose behalf the row is read. */
  readonly organisation: string;
}

const columns = raw(
  'id, at, kind, person_id, viewer_kind, organisation_id, roles, municipality_code, purpose, action, subject_id, client_ids, referral_ids, facts',
);

export const writeAudit = async (tx: Transaction, at: Date, entry: AuditEntry): Promise<void> => {
  const { viewer } = tx;
  const organisationId = entry.organisationId ?? null;
  const { roles, municipality_code: municipalityCode } = hatsOf(viewer).in(organisationId);
  await tx.query(
    sql`insert into audit_log (${columns})
        values (${newId(at)}, ${at}, ${entry.kind ?? 'WRITE'}, ${viewer.personId}, ${viewer.kind}, ${organisationId},
          ${roles}::text[], ${municipalityCode}, ${viewer.purpose}, ${entry.action}, ${entry.subjectId},
          ${[...(entry.clientIds ?? [])]}::uuid[], ${[...(entry.referralIds ?? [])]}::uuid[],
          ${JSON.stringify(entry.facts ?? {})})`,
  );
};

/** The log's rows of one read: one for each organisation on whose behalf rows of `readings` are read. */
const insertReads = (viewer: Viewer, at: Date, action: string, readings: Sql): Sql =>
  sql`insert into audit_log (${columns})
      select gen_random_uuid(), ${at}::timestamptz, 'READ', ${viewer.personId}::uuid, ${viewer.kind}::text,
        reading.organisation_id, coalesce(hat.roles, '{}'), hat.municipality_code, ${viewer.purpose}::text,
        ${action}::text, null, reading.client_ids, reading.referral_ids, '{}'
      from (select organisation_id, coalesce(array_agg(distinct client_id) filter (where client_id is not null), '{}') as client_ids,
              coalesce(array_agg(distinct referral_id) filter (where referral_id is not null), '{}') as referral_ids
            from ${readings} group by organisation_id) reading
      left join jsonb_to_recordset(${hatsOf(viewer).json}::jsonb)
        as hat(organisation_id uuid, roles text[], municipality_code text) on hat.organisation_id = reading.organisation_id`;

/** Records in one statement what a transaction has read, before it is told. */
export const writeReads = async (
  tx: Transaction,
  at: Date,
  action: string,
  readings: readonly Reading[],
): Promise<void> => {
  if (readings.length === 0) return;
  const rows = readings.map(({ organisationId, clientId, referralId }) => ({
    organisation_id: organisationId,
    client_id: clientId,
    referral_id: referralId ?? null,
  }));
  await tx.query(
    insertReads(
      tx.viewer,
      at,
      action,
      sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as told(organisation_id uuid, client_id uuid, referral_id uuid)`,
    ),
  );
};

const quoted = (name: string): Sql => raw(`"${name.replaceAll('"', '""')}"`);

/**
 * A statement that answers only if the log took the row that says so: both are one statement. Rows keep their order;
 * where there are none, nothing was told and nothing is recorded.
 */
export const recorded = (viewer: Viewer, at: Date, recording: Recording, statement: Sql): Sql => {
  const { action, client, referral, organisation } = recording;
  const readings = sql`(select ${quoted(organisation)} as organisation_id, ${quoted(client)} as client_id,
      ${referral ? quoted(referral) : raw('null::uuid')} as referral_id from found) told`;
  return sql`with found as materialized (${statement}), noted as (${insertReads(viewer, at, action, readings)})
    select * from found`;
};
