import sql from 'sql-template-tag';
import type { CookieChange } from '../../context.ts';
import type { Transaction } from '../../platform/db/transaction.ts';
import { HubError } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { newId } from '../../platform/ids.ts';
import { anonymousViewer, systemViewer, type Assurance, type Viewer } from '../../platform/policy/viewer.ts';
import { RegionService } from '../regions/index.ts';
import { isSecret, newSecret, secretHash } from './secret.ts';
import { findSession, sessionLimits, type SessionRow } from './session.read.ts';

/**
 * The cookie of a session. Its prefix makes browsers insist on Secure, path / and no domain; over plain http they
 * take it from localhost alone, so a real installation needs https.
 */
export const sessionCookie = '__Host-session';

export interface ViewerFound {
  readonly viewer: Viewer;
  readonly cookieChanges: CookieChange[];
}

/** Who is signed in where. A viewer is read anew at every request, so what has ended is over at once. */
export class SessionService {
  constructor(private readonly hub: Hub) {}

  /** The viewer of a session's token; anonymous when there is none or it has ended. */
  async viewerOf(token: string | undefined, languageTag: string): Promise<ViewerFound> {
    const session = isSecret(token) ? await findSession(this.hub, secretHash(token)) : undefined;
    if (!session) return { viewer: anonymousViewer(languageTag), cookieChanges: [] };
    const viewer: Viewer = {
      kind: 'person',
      personId: session.personId,
      sessionId: session.id,
      assurance: session.assurance,
      memberships: session.memberships,
      standsInFor: session.standsInFor,
      languageTag,
      purpose: 'web',
    };
    return { viewer, cookieChanges: await this.keepAlive(session) };
  }

  /** Opens a session in a system's transaction; the cookie it needs. */
  async open(
    tx: Transaction,
    personId: string,
    assurance: Exclude<Assurance, 'NONE'>,
  ): Promise<CookieChange> {
    const now = this.hub.clock.now();
    const token = newSecret();
    const { id: regionId } = await this.hub.get(RegionService).region();
    await tx.query(
      sql`insert into sessions (id, region_id, person_id, token_hash, rotated_at, assurance, created_at, last_seen_at)
          values (${newId(now)}, ${regionId}, ${personId}, ${secretHash(token)}, ${now}, ${assurance}, ${now}, ${now})`,
    );
    await tx.query(sql`update persons set last_used_at = ${now} where id = ${personId}`);
    await tx.audit({ action: 'people.signIn', subjectId: personId, facts: { assurance } });
    return this.cookie(token, now, assurance);
  }

  /** Ends this session, or all of the person. UNAUTHENTICATED for the anonymous. */
  async signOut(viewer: Viewer, everywhere: boolean): Promise<CookieChange> {
    const { personId, sessionId } = viewer;
    if (!personId) throw new HubError('UNAUTHENTICATED', 'SIGN_IN_NEEDED', 'You are not signed in.');
    await this.hub.db.write(viewer, async (tx) => {
      await tx.query(
        sql`delete from sessions where person_id = ${personId} and (${everywhere} or id = ${sessionId}::uuid)`,
      );
      await tx.audit({ action: 'people.signOut', subjectId: personId, facts: { everywhere } });
    });
    return { name: sessionCookie, value: '', maxAgeSeconds: 0 };
  }

  /** Writes the visit down, at most once a minute, and changes the token once a day. */
  private async keepAlive(session: SessionRow): Promise<CookieChange[]> {
    const now = this.hub.clock.now();
    const isOlder = (at: Date, milliseconds: number): boolean => now.getTime() - at.getTime() >= milliseconds;
    if (session.isCurrentToken && isOlder(session.rotatedAt, sessionLimits.rotateAfter))
      return this.rotate(session, now);
    if (isOlder(session.lastSeenAt, sessionLimits.seenEvery)) {
      await this.hub.db.write(systemViewer('people.session'), (tx) =>
        tx.query(sql`update sessions set last_seen_at = ${now} where id = ${session.id}`),
      );
    }
    return [];
  }

  /** Of several requests at once one changes the token; the others still pass with the old one. */
  private async rotate(
    { id, personId, rotatedAt, createdAt, assurance }: SessionRow,
    now: Date,
  ): Promise<CookieChange[]> {
    const token = newSecret();
    const changed = await this.hub.db.write(systemViewer('people.session'), async (tx) => {
      await tx.query(sql`update persons set last_used_at = ${now} where id = ${personId}`);
      return tx.query(
        sql`update sessions set previous_token_hash = token_hash, token_hash = ${secretHash(token)}, rotated_at = ${now},
              last_seen_at = ${now}
            where id = ${id} and rotated_at = ${rotatedAt} returning id`,
      );
    });
    return changed.length > 0 ? [this.cookie(token, createdAt, assurance)] : [];
  }

  private cookie(token: string, createdAt: Date, assurance: Exclude<Assurance, 'NONE'>): CookieChange {
    const endsAt = createdAt.getTime() + sessionLimits.absolute[assurance];
    const maxAgeSeconds = Math.floor((endsAt - this.hub.clock.now().getTime()) / 1000);
    return { name: sessionCookie, value: token, maxAgeSeconds };
  }
}
