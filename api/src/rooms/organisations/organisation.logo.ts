import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import { anonymousViewer } from '../../platform/policy/viewer.ts';
import type { Problems } from './organisation.problems.ts';

export interface LogoInput {
  readonly mediaType: string;
  readonly base64: string;
}

export interface Logo {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

export const LARGEST_LOGO_BYTES = 65_536;

const ascii = (bytes: Buffer, start: number, end: number): string =>
  bytes.subarray(start, end).toString('latin1');

/** How files of each type begin; the content decides, never the name or the sender's word. */
const signatures: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  'image/png': (bytes) =>
    bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')) && ascii(bytes, 12, 16) === 'IHDR',
  'image/jpeg': (bytes) => bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex')),
  'image/webp': (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 15) === 'WEBPVP8',
};

const imageTypeOf = (bytes: Buffer): string | null =>
  Object.entries(signatures).find(([, matches]) => matches(bytes))?.[0] ?? null;

const base64Form = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * Reads a logo: PNG, JPEG or WebP by content, at most 64 kB. Adds LOGO_TYPE_NOT_ALLOWED, LOGO_TOO_LARGE,
 * LOGO_NOT_AN_IMAGE or LOGO_TYPE_DIFFERS to the problems.
 */
export const readLogo = (input: LogoInput, problems: Problems): Logo => {
  const { mediaType, base64 } = input;
  const nothing = { mediaType, bytes: Buffer.alloc(0) };
  const refuse = (field: string, reason: string, message: string): Logo => {
    problems.add(`logo.${field}`, reason, message);
    return nothing;
  };
  if (!Object.hasOwn(signatures, mediaType)) {
    return refuse('mediaType', 'LOGO_TYPE_NOT_ALLOWED', 'Send a PNG, JPEG or WebP image.');
  }
  if (base64.length > Math.ceil(LARGEST_LOGO_BYTES / 3) * 4) {
    return refuse('base64', 'LOGO_TOO_LARGE', 'The image is larger than 64 kB. Make it smaller.');
  }
  const bytes =
    base64Form.test(base64) && base64.length % 4 === 0 ? Buffer.from(base64, 'base64') : nothing.bytes;
  if (bytes.length > LARGEST_LOGO_BYTES) {
    return refuse('base64', 'LOGO_TOO_LARGE', 'The image is larger than 64 kB. Make it smaller.');
  }
  const realType = imageTypeOf(bytes);
  if (!realType) return refuse('base64', 'LOGO_NOT_AN_IMAGE', 'This is no PNG, JPEG or WebP image.');
  if (realType !== mediaType) {
    return refuse(
      'mediaType',
      'LOGO_TYPE_DIFFERS',
      `The image is of type ${realType}. Say so, or send another one.`,
    );
  }
  return { mediaType, bytes };
};

/** Puts, replaces or (null) removes the logo of an organisation. */
export const writeLogo = async (
  tx: Transaction,
  organisationId: string,
  logo: Logo | null,
): Promise<void> => {
  if (!logo) {
    await tx.query(sql`delete from organisation_logos where organisation_id = ${organisationId}`);
    return;
  }
  await tx.query(
    sql`insert into organisation_logos (organisation_id, is_public, media_type, bytes)
        select id, is_public, ${logo.mediaType}, ${logo.bytes} from organisations where id = ${organisationId}
        on conflict (organisation_id) do update set media_type = excluded.media_type, bytes = excluded.bytes`,
  );
};

/** The logo of a verified organisation for the web, with its ETag; null where there is none. */
export const logoOf = async (hub: Hub, organisationId: string): Promise<(Logo & { etag: string }) | null> => {
  if (!isId(organisationId)) return null;
  const logo = await hub.db.readOne<Logo>(
    anonymousViewer(),
    sql`select media_type as "mediaType", bytes from organisation_logos where organisation_id = ${organisationId} and is_public`,
  );
  return logo
    ? { ...logo, etag: `"${createHash('sha256').update(logo.bytes).digest('base64url').slice(0, 22)}"` }
    : null;
};
