import sql, { type Sql } from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Page } from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import { isSystem, organisationsOf, systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { codeHashOf, codeOf } from './sign-up.code.ts';
import { openSignUp, signUpColumns, type SealedSignUp, type SignUpRow } from './sign-up.row.ts';
import { openField } from './sign-up.seal.ts';

/** The policy's `list` as a condition on `occurrences c`. */
const visibleTo = (viewer: Viewer): Sql =>
  isSystem(viewer) ? sql`true` : sql`c.host_ids && ${organisationsOf(viewer, 'COORDINATOR')}::uuid[]`;

/** The sign-up of a code; null for an unknown one. Knowing the code is the right to read it. */
export const readOwn = async (hub: Hub, code: string): Promise<SignUpRow | null> => {
  const known = codeOf(code);
  if (known === null) return null;
  const row = await hub.db.readOne<SealedSignUp>(
    systemViewer('signup'),
    sql`select ${signUpColumns} from sign_ups s join occurrences c on c.id = s.occurrence_id
        where s.code_hash = ${codeHashOf(known)}`,
  );
  return row ? openSignUp(hub.crypto, row, true) : null;
};

/** A sign-up just made, with its code; null once erased. For whoever made it. */
export const readMade = async (hub: Hub, id: string): Promise<{ signUp: SignUpRow; code: string } | null> => {
  const row = await hub.db.readOne<SealedSignUp & { sealedCode: string | null }>(
    systemViewer('signup'),
    sql`select ${signUpColumns}, s.code as "sealedCode"
        from sign_ups s join occurrences c on c.id = s.occurrence_id where s.id = ${id}`,
  );
  if (!row) return null;
  const { sealedCode, ...sealed } = row;
  const code = openField(hub.crypto, id, 'code', sealedCode);
  return code === null ? null : { signUp: openSignUp(hub.crypto, sealed, true), code };
};

/** One page of a date's sign-ups, as they came in. */
export const listSignUps = (tx: Transaction, occurrenceId: string, page: Page): Promise<SealedSignUp[]> => {
  const [createdAt, id] = page.after ?? [];
  const behind = page.after
    ? sql`and (s.created_at, s.id) > (${createdAt}::timestamptz, ${id}::uuid)`
    : sql``;
  return tx.query(
    sql`select ${signUpColumns} from sign_ups s join occurrences c on c.id = s.occurrence_id
        where s.occurrence_id = ${occurrenceId} and ${visibleTo(tx.viewer)} ${behind}
        order by s.created_at, s.id limit ${page.fetchCount}`,
  );
};

export const countSignUps = async (hub: Hub, viewer: Viewer, occurrenceId: string): Promise<number> => {
  const row = await hub.db.readOne<{ count: number }>(
    viewer,
    sql`select count(*)::int as count from sign_ups s join occurrences c on c.id = s.occurrence_id
        where s.occurrence_id = ${occurrenceId} and ${visibleTo(viewer)}`,
  );
  return row?.count ?? 0;
};

/** A sign-up whose date the viewer is a host of. */
export const readListed = async (
  hub: Hub,
  viewer: Viewer,
  id: string,
): Promise<(SignUpRow & { readonly hostIds: readonly string[] }) | null> => {
  const row = await hub.db.readOne<SealedSignUp & { hostIds: string[] }>(
    viewer,
    sql`select ${signUpColumns}, s.host_ids as "hostIds" from sign_ups s join occurrences c on c.id = s.occurrence_id
        where s.id = ${id} and ${visibleTo(viewer)}`,
  );
  return row ? { ...openSignUp(hub.crypto, row, false), hostIds: row.hostIds } : null;
};
