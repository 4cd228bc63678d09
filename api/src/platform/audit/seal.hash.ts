import { raw } from 'sql-template-tag';
import type { Crypto } from '../crypto/crypto.ts';

/** A time as PostgreSQL keeps it, to the microsecond: a Date would lose what somebody changed there. */
const exact = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;

const isoOf = (at: Date): string => `${at.toISOString().slice(0, -1)}000`;

/**
 * A row of the log as one text, the same on every PostgreSQL. A column that is added to the log is added here under a new
 * version, since what is sealed stays as it was: see `version`.
 */
export const canonicalRow = raw(`jsonb_build_array(
  l.id, ${exact('l.at')}, l.kind, l.person_id, l.viewer_kind, l.organisation_id, to_jsonb(l.roles), l.municipality_code,
  l.purpose, l.action, l.subject_id, to_jsonb(l.client_ids), to_jsonb(l.referral_ids), l.facts)::text`);

const version = 'v1';

/** What a seal is made from, but for the rows. */
export interface SealFacts {
  readonly chain: string;
  readonly number: number;
  /** As `exactSealedAt` gives it. */
  readonly sealedAt: string;
  readonly firstPosition: number;
  readonly lastPosition: number;
  readonly previous: Buffer | null;
}

export const exactSealedAt = raw(exact('sealed_at'));
export const sealedAtOf = isoOf;

/** The keyed hash of a row at its place: neither its content nor its place can change unseen. */
export const rowHash = (crypto: Crypto, chain: string, position: number, canonical: string): Buffer =>
  crypto.keyedHash('audit.row', JSON.stringify([version, chain, position, canonical]));

/** The keyed hash of a seal over its rows' hashes in their order, and over the seal before it. */
export const sealHash = (crypto: Crypto, seal: SealFacts, hashes: readonly Buffer[]): Buffer =>
  crypto.keyedHash(
    'audit.seal',
    JSON.stringify([
      version,
      seal.chain,
      seal.number,
      seal.sealedAt,
      seal.firstPosition,
      seal.lastPosition,
      seal.previous?.toString('base64url') ?? null,
      hashes.map((hash) => hash.toString('base64url')),
    ]),
  );
