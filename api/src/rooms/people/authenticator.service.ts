import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { newId } from '../../platform/ids.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { RegionService } from '../regions/index.ts';
import { oneTimeCodeNeeded, oneTimeCodeWrong, refusalOf, setUpNotBegun } from './authenticator.errors.ts';
import { tellOfSecurity } from './authenticator.notice.ts';
import { prove } from './authenticator.proof.ts';
import {
  authenticatorUri,
  newAuthenticatorSecret,
  newRecoveryCodes,
  openAuthenticator,
  plainCode,
  recoveryCodeHash,
  sealAuthenticator,
  stepOfCode,
} from './authenticator.secret.ts';
import { openEmail } from './person.email.ts';
import { personPolicy } from './person.policy.ts';
import { SessionService, type ViewerFound } from './session.service.ts';
import { dropBegunFactors, requireProofOfFactors } from './sign-in.factors.ts';

const system = systemViewer('people.authenticator');
const hour = 3_600_000;

/** Whether the person has an authenticator app, and how many recovery codes are left. */
export interface SignInSecurity {
  readonly hasAuthenticator: boolean;
  readonly recoveryCodesLeft: number;
}

/**
 * Strong sign-in by an authenticator app. The first one is set up after a mail link; from then on every change
 * asks for a code of it or a recovery code, so the mailbox alone never replaces it (docs/decisions/0011).
 */
export class AuthenticatorService {
  constructor(private readonly hub: Hub) {}

  /** Of the viewer; null when nobody is signed in. */
  async securityOf(viewer: Viewer): Promise<SignInSecurity | null> {
    if (!viewer.personId) return null;
    const found = await this.hub.db.readOne<SignInSecurity>(
      system,
      sql`select
            exists(select from authenticators where person_id = ${viewer.personId} and secret is not null) as "hasAuthenticator",
            (select count(*)::int from recovery_codes where person_id = ${viewer.personId} and used_at is null) as "recoveryCodesLeft"`,
    );
    return found ?? null;
  }

  /**
   * A new secret to scan, good for an hour; the app in use stays until the new one is confirmed.
   * Errors: UNAUTHENTICATED; ONE_TIME_CODE_NEEDED when there is an app already; FORBIDDEN STRONG_SESSION_NEEDED when
   * there is another way to sign in strongly; those of `stepUp`.
   */
  async start(viewer: Viewer, code?: string | null): Promise<{ secret: string; uri: string }> {
    const security = await this.securityOf(viewer);
    if (security?.hasAuthenticator && !code) throw oneTimeCodeNeeded();
    return security?.hasAuthenticator
      ? this.withProof(viewer, code ?? '', (tx, personId) => this.offerSecret(tx, personId))
      : this.hub.db.write(system, async (tx) => {
          await requireProofOfFactors(tx, viewer, this.ownId(viewer));
          return this.offerSecret(tx, this.ownId(viewer));
        });
  }

  /**
   * Takes the new app into use, ends the person's sessions and opens a strong one here; ten recovery codes, shown
   * this once. Errors: UNAUTHENTICATED, ONE_TIME_CODE_WRONG, CONFLICT SET_UP_NOT_BEGUN.
   */
  async confirm(viewer: Viewer, code: string): Promise<ViewerFound & { recoveryCodes: string[] }> {
    const personId = this.ownId(viewer);
    const done = await this.hub.db.write(system, async (tx) => {
      const step = await this.stepOfPending(tx, personId, code);
      await tx.query(
        sql`update authenticators set secret = pending_secret, pending_secret = null, pending_at = null,
              last_step = ${step}, wrong_tries = 0, locked_until = null where person_id = ${personId}`,
      );
      const recoveryCodes = await this.replaceCodes(tx, personId);
      await dropBegunFactors(tx, personId);
      await tx.query(sql`delete from sessions where person_id = ${personId}`);
      await tx.audit({ action: 'people.confirmAuthenticator', subjectId: personId });
      await tellOfSecurity(this.hub, tx, personId);
      return { recoveryCodes, cookie: await this.sessions.open(tx, personId, 'STRONG') };
    });
    const { viewer: strong } = await this.sessions.viewerOf(done.cookie.value, viewer.languageTag);
    return { viewer: strong, cookieChanges: [done.cookie], recoveryCodes: done.recoveryCodes };
  }

  /**
   * Makes this session strong by a code of the app or a recovery code, with a new token.
   * Errors: UNAUTHENTICATED, ONE_TIME_CODE_WRONG (fact triesLeft), RATE_LIMITED ONE_TIME_CODES_LOCKED after five
   * wrong ones, CONFLICT AUTHENTICATOR_MISSING.
   */
  async stepUp(viewer: Viewer, code: string): Promise<ViewerFound> {
    const cookie = await this.withProof(viewer, code, async (tx, personId) => {
      await tx.query(
        sql`delete from sessions where person_id = ${personId} and id = ${viewer.sessionId}::uuid`,
      );
      return this.sessions.open(tx, personId, 'STRONG');
    });
    const { viewer: strong } = await this.sessions.viewerOf(cookie.value, viewer.languageTag);
    return { viewer: strong, cookieChanges: [cookie] };
  }

  /** Ten new recovery codes, shown this once; the old ones end. Errors as of `stepUp`. */
  renewRecoveryCodes(viewer: Viewer, code: string): Promise<string[]> {
    return this.withProof(viewer, code, async (tx, personId) => {
      await tx.audit({ action: 'people.renewRecoveryCodes', subjectId: personId });
      await tellOfSecurity(this.hub, tx, personId);
      return this.replaceCodes(tx, personId);
    });
  }

  /** Lets the app and its recovery codes go and ends the person's other sessions. Errors as of `stepUp`. */
  async remove(viewer: Viewer, code: string): Promise<void> {
    await this.withProof(viewer, code, async (tx, personId) => {
      await tx.query(sql`delete from recovery_codes where person_id = ${personId}`);
      await tx.query(sql`delete from authenticators where person_id = ${personId}`);
      await tx.query(
        sql`delete from sessions where person_id = ${personId} and id is distinct from ${viewer.sessionId}::uuid`,
      );
      await tx.audit({ action: 'people.removeAuthenticator', subjectId: personId });
      await tellOfSecurity(this.hub, tx, personId);
    });
  }

  private async withProof<Result>(
    viewer: Viewer,
    code: string,
    work: (tx: Transaction, personId: string) => Promise<Result>,
  ): Promise<Result> {
    const personId = this.ownId(viewer);
    const done = await this.hub.db.write(system, async (tx) => {
      const proof = await prove(this.hub, tx, personId, code);
      if (proof.kind === 'proven') {
        if (proof.by === 'recoveryCode') await tellOfSecurity(this.hub, tx, personId);
        return { result: await work(tx, personId) };
      }
      if (proof.kind === 'locked' && proof.isNew) await tellOfSecurity(this.hub, tx, personId);
      return { refusal: refusalOf(proof) };
    });
    // Thrown after the commit, so that a wrong try stays counted.
    if (done.refusal) throw done.refusal;
    return done.result;
  }

  private async offerSecret(tx: Transaction, personId: string): Promise<{ secret: string; uri: string }> {
    const { crypto, clock } = this.hub;
    const now = clock.now();
    const secret = newAuthenticatorSecret();
    const sealed = sealAuthenticator(crypto, personId, secret);
    const [person] = await tx.query<{ email: string }>(sql`select email from persons where id = ${personId}`);
    if (!person) throw notFound();
    await tx.query(
      sql`insert into authenticators (person_id, region_id, pending_secret, pending_at, wrong_tries, created_at)
          values (${personId}, ${await this.regionId()}, ${sealed}, ${now}, 0, ${now})
          on conflict (person_id) do update set pending_secret = excluded.pending_secret, pending_at = excluded.pending_at`,
    );
    await tx.audit({ action: 'people.startAuthenticator', subjectId: personId });
    return { secret, uri: authenticatorUri(secret, openEmail(crypto, 'persons', personId, person.email)) };
  }

  private async stepOfPending(tx: Transaction, personId: string, code: string): Promise<number> {
    const { crypto, clock } = this.hub;
    const since = new Date(clock.now().getTime() - hour);
    const [pending] = await tx.query<{ secret: string }>(
      sql`select pending_secret as secret from authenticators
          where person_id = ${personId} and pending_secret is not null and pending_at > ${since} for update`,
    );
    if (!pending) throw setUpNotBegun();
    const secret = openAuthenticator(crypto, personId, pending.secret);
    const step = stepOfCode(secret, plainCode(code), clock.now());
    if (step === null) throw oneTimeCodeWrong();
    return step;
  }

  private async replaceCodes(tx: Transaction, personId: string): Promise<string[]> {
    const now = this.hub.clock.now();
    const regionId = await this.regionId();
    const codes = newRecoveryCodes();
    const rows = codes.map((code) => ({ id: newId(now), hash: recoveryCodeHash(personId, code) }));
    await tx.query(sql`delete from recovery_codes where person_id = ${personId}`);
    await tx.query(
      sql`insert into recovery_codes (id, region_id, person_id, code_hash, created_at)
          select (row->>'id')::uuid, ${regionId}, ${personId}, row->>'hash', ${now}
          from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) row`,
    );
    return codes;
  }

  private ownId(viewer: Viewer): string {
    const id = viewer.personId ?? '';
    personPolicy.authorize(viewer, 'manageSignIn', { id });
    return id;
  }

  private async regionId(): Promise<string> {
    return (await this.hub.get(RegionService).region()).id;
  }

  private get sessions(): SessionService {
    return this.hub.get(SessionService);
  }
}
