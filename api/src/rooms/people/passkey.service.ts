import sql from 'sql-template-tag';
import type { CookieChange } from '../../context.ts';
import type { Transaction } from '../../platform/db/transaction.ts';
import { invalidFields, notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId, newId } from '../../platform/ids.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { cleanText } from '../../platform/text/plain-text.ts';
import { RegionService } from '../regions/index.ts';
import { tellOfSecurity } from './authenticator.notice.ts';
import { readAnswer } from './passkey.answer.ts';
import {
  countAfterSigning,
  enrolmentOptions,
  keyEnrolled,
  signInOptions,
  type StoredKey,
} from './passkey.ceremony.ts';
import { rememberChallenge, takeChallenge, type PasskeyPurpose } from './passkey.challenge.ts';
import { passkeyKnown, passkeyNotValid, tooManyPasskeys } from './passkey.errors.ts';
import { keysOf, passkeyColumns, type PasskeyRow } from './passkey.read.ts';
import { openEmail } from './person.email.ts';
import { personPolicy } from './person.policy.ts';
import { SessionService, type ViewerFound } from './session.service.ts';
import { dropBegunFactors, requireProofOfFactors } from './sign-in.factors.ts';

const system = systemViewer('people.passkey');
const mostPasskeys = 10;

/** Strong sign-in by a key in one's phone, computer or stick, unlocked by finger, face or PIN (WebAuthn). */
export class PasskeyService {
  constructor(private readonly hub: Hub) {}

  /**
   * A question for the browser, good for five minutes and one answer; as JSON for `navigator.credentials`.
   * Errors, for ENROL: UNAUTHENTICATED; FORBIDDEN STRONG_SESSION_NEEDED; CONFLICT TOO_MANY_PASSKEYS.
   */
  async start(viewer: Viewer, purpose: PasskeyPurpose): Promise<string> {
    const options = purpose === 'ENROL' ? await this.toEnrol(viewer) : await this.toSignIn(viewer);
    await rememberChallenge(this.hub, options.challenge, purpose, viewer.personId);
    return JSON.stringify(options);
  }

  /**
   * Takes a key into use. The first way to sign in strongly makes the session strong and ends the person's others;
   * later ones need a strong session. Errors: UNAUTHENTICATED; INVALID_INPUT PASSKEY_NOT_VALID or for the name;
   * FORBIDDEN STRONG_SESSION_NEEDED; CONFLICT PASSKEY_KNOWN, TOO_MANY_PASSKEYS.
   */
  async enrol(viewer: Viewer, answer: string, name: string): Promise<ViewerFound & { passkey: PasskeyRow }> {
    const personId = this.ownId(viewer);
    const cleanName = this.readName(name);
    const { response, challenge } = readAnswer(answer);
    const taken = await takeChallenge(this.hub, challenge, 'ENROL');
    const key = taken?.personId === personId ? await keyEnrolled(this.hub.env, response, challenge) : null;
    if (!key) throw passkeyNotValid();
    const { passkey, cookie } = await this.hub.db.write(system, async (tx) => {
      await requireProofOfFactors(tx, viewer, personId);
      await this.refuseTooMany(tx, personId);
      const added = await this.insert(tx, personId, key, cleanName);
      await dropBegunFactors(tx, personId);
      await tx.audit({ action: 'people.enrolPasskey', subjectId: personId, facts: { passkeyId: added.id } });
      await tellOfSecurity(this.hub, tx, personId);
      if (viewer.assurance === 'STRONG') return { passkey: added, cookie: null };
      await tx.query(sql`delete from sessions where person_id = ${personId}`);
      return { passkey: added, cookie: await this.sessions.open(tx, personId, 'STRONG') };
    });
    if (!cookie) return { viewer, cookieChanges: [], passkey };
    return { ...(await this.entered(cookie, viewer)), passkey };
  }

  /**
   * Signs in strongly by a key, instead of the session by link where there is one.
   * Errors: INVALID_INPUT PASSKEY_NOT_VALID.
   */
  async signIn(viewer: Viewer, answer: string): Promise<ViewerFound> {
    const { response, challenge } = readAnswer(answer);
    const taken = await takeChallenge(this.hub, challenge, 'SIGN_IN');
    // Asked by someone who was signed in, or by nobody: a key of another does not turn one into the other.
    if (!taken || (taken.personId ?? null) !== viewer.personId) throw passkeyNotValid();
    const cookie = await this.hub.db.write(system, async (tx) => {
      const [key] = await tx.query<StoredKey & { id: string; personId: string }>(
        sql`select passkey.id, passkey.person_id as "personId", credential_id as "credentialId",
              public_key as "publicKey", counter::int as counter, transports
            from passkeys passkey join persons person on person.id = passkey.person_id and person.closed_at is null
            where credential_id = ${response.id} for update of passkey`,
      );
      if (!key || (viewer.personId && key.personId !== viewer.personId)) throw passkeyNotValid();
      const counter = await countAfterSigning(this.hub.env, response, challenge, key);
      if (counter === null) throw passkeyNotValid();
      await tx.query(
        sql`update passkeys set counter = ${counter}, last_used_at = ${this.hub.clock.now()} where id = ${key.id}`,
      );
      await tx.query(
        sql`delete from sessions where person_id = ${key.personId} and id = ${viewer.sessionId}::uuid`,
      );
      return this.sessions.open(tx, key.personId, 'STRONG');
    });
    return this.entered(cookie, viewer);
  }

  /** The viewer's keys, oldest first; none when nobody is signed in. */
  async passkeysOf(viewer: Viewer): Promise<PasskeyRow[]> {
    if (!viewer.personId) return [];
    return this.hub.db.read<PasskeyRow>(
      system,
      sql`select ${passkeyColumns} from passkeys where person_id = ${viewer.personId} order by id`,
    );
  }

  /** Calls a key by another name. Errors: UNAUTHENTICATED; NOT_FOUND; INVALID_INPUT. */
  async rename(viewer: Viewer, passkeyId: string, name: string): Promise<PasskeyRow> {
    const personId = this.ownId(viewer);
    const cleanName = this.readName(name);
    if (!isId(passkeyId)) throw notFound();
    return this.hub.db.write(system, async (tx) => {
      const [passkey] = await tx.query<PasskeyRow>(
        sql`update passkeys set name = ${cleanName} where id = ${passkeyId} and person_id = ${personId}
            returning ${passkeyColumns}`,
      );
      if (!passkey) throw notFound();
      await tx.audit({ action: 'people.renamePasskey', subjectId: personId, facts: { passkeyId } });
      return passkey;
    });
  }

  /**
   * Lets a key go, and ends the person's other sessions. Errors: UNAUTHENTICATED; FORBIDDEN STRONG_SESSION_NEEDED;
   * NOT_FOUND.
   */
  async remove(viewer: Viewer, passkeyId: string): Promise<void> {
    const personId = this.ownId(viewer);
    await this.hub.db.write(system, async (tx) => {
      await requireProofOfFactors(tx, viewer, personId);
      if (!isId(passkeyId)) throw notFound();
      const removed = await tx.query(
        sql`delete from passkeys where id = ${passkeyId} and person_id = ${personId} returning id`,
      );
      if (removed.length === 0) throw notFound();
      await tx.query(
        sql`delete from sessions where person_id = ${personId} and id is distinct from ${viewer.sessionId}::uuid`,
      );
      await tx.audit({ action: 'people.removePasskey', subjectId: personId, facts: { passkeyId } });
      await tellOfSecurity(this.hub, tx, personId);
    });
  }

  private async toEnrol(viewer: Viewer) {
    const personId = this.ownId(viewer);
    const { env, crypto } = this.hub;
    const { person, keys } = await this.hub.db.write(system, async (tx) => {
      await requireProofOfFactors(tx, viewer, personId);
      await this.refuseTooMany(tx, personId);
      const [found] = await tx.query<{ email: string; displayName: string }>(
        sql`select email, display_name as "displayName" from persons where id = ${personId} and closed_at is null`,
      );
      return { person: found, keys: await tx.query<StoredKey>(keysOf(personId)) };
    });
    if (!person) throw notFound();
    const { displayName } = person;
    const email = openEmail(crypto, 'persons', personId, person.email);
    return enrolmentOptions(env, { id: personId, email, displayName }, keys);
  }

  private async toSignIn({ personId }: Viewer) {
    const keys = personId ? await this.hub.db.read<StoredKey>(system, keysOf(personId)) : [];
    return signInOptions(this.hub.env, keys);
  }

  private async refuseTooMany(tx: Transaction, personId: string): Promise<void> {
    if ((await tx.query(keysOf(personId))).length >= mostPasskeys) throw tooManyPasskeys(mostPasskeys);
  }

  private async insert(tx: Transaction, personId: string, key: StoredKey, name: string): Promise<PasskeyRow> {
    const now = this.hub.clock.now();
    const { id: regionId } = await this.hub.get(RegionService).region();
    const [added] = await tx.query<PasskeyRow>(
      sql`insert into passkeys (id, region_id, person_id, name, credential_id, public_key, counter, transports, created_at)
          values (${newId(now)}, ${regionId}, ${personId}, ${name}, ${key.credentialId}, ${key.publicKey}, ${key.counter},
            ${[...key.transports]}::text[], ${now})
          on conflict (credential_id) do nothing returning ${passkeyColumns}`,
    );
    if (!added) throw passkeyKnown();
    return added;
  }

  private readName(name: string): string {
    const read = cleanText(name, { maxLength: 60, multiline: false });
    if (read.ok) return read.value;
    throw invalidFields([{ path: 'input.name', message: read.message, reason: read.reason }]);
  }

  private async entered(cookie: CookieChange, { languageTag }: Viewer): Promise<ViewerFound> {
    const { viewer } = await this.sessions.viewerOf(cookie.value, languageTag);
    return { viewer, cookieChanges: [cookie] };
  }

  private ownId(viewer: Viewer): string {
    const id = viewer.personId ?? '';
    personPolicy.authorize(viewer, 'manageSignIn', { id });
    return id;
  }

  private get sessions(): SessionService {
    return this.hub.get(SessionService);
  }
}
