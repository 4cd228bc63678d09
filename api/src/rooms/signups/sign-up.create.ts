import type { Transaction } from '../../platform/db/transaction.ts';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId, newId } from '../../platform/ids.ts';
import { isSystem, systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { checkSignUp, type CheckedSignUp, type CreateSignUp } from './sign-up.check.ts';
import { codeHashOf, newCode } from './sign-up.code.ts';
import { readEvent } from './sign-up.event.ts';
import { SignUpLimits } from './sign-up.limits.ts';
import { tellConfirmed } from './sign-up.mails.ts';
import { takePlaces } from './sign-up.place.ts';
import { signUpPolicy } from './sign-up.policy.ts';
import { readMade } from './sign-up.read.ts';
import type { SignUpRow } from './sign-up.row.ts';
import { contactHashOf, sealField } from './sign-up.seal.ts';

export interface SignUpMade {
  readonly signUp: SignUpRow;
  /** Opens the person's own link; told here and in the mail alone. */
  readonly code: string;
}

/** What a repeated call is known by: keyed, so that nobody can try names against the kept hash. */
const fingerprint = (hub: Hub, occurrenceId: string, checked: CheckedSignUp): string =>
  hub.crypto.keyedHash('signups.idempotency', JSON.stringify([occurrenceId, checked])).toString('base64url');

const record = async (
  hub: Hub,
  tx: Transaction,
  occurrenceId: string,
  checked: CheckedSignUp,
): Promise<string> => {
  const now = hub.clock.now();
  const id = newId(now);
  const code = newCode();
  const event = await readEvent(tx, occurrenceId);
  if (!event) throw notFound();
  await takePlaces(tx, now, {
    ...checked,
    id,
    occurrenceId,
    firstName: sealField(hub.crypto, id, 'firstName', checked.firstName),
    contact: sealField(hub.crypto, id, 'contact', checked.contact),
    contactHash: contactHashOf(hub.crypto, checked.contact),
    code: sealField(hub.crypto, id, 'code', code),
    codeHash: codeHashOf(code),
  });
  await tx.audit({
    action: 'signUp.create',
    subjectId: id,
    organisationId: event.hostIds[0] ?? null,
    facts: { occurrenceId, partySize: checked.partySize },
  });
  await tellConfirmed(hub, tx, checked, event, { partySize: checked.partySize, code });
  return id;
};

/**
 * Signs up without an account; the mail, if there is an address, leaves with it. `address` is the visitor's, for the
 * limit alone. Errors: INVALID_INPUT with every wrong field; NOT_FOUND; CONFLICT OCCURRENCE_FULL (fact: placesLeft),
 * OCCURRENCE_CANCELLED, OCCURRENCE_PAST, SIGN_UPS_NOT_TAKEN, ALREADY_SIGNED_UP, IDEMPOTENCY_KEY_REUSED; RATE_LIMITED.
 */
export const createSignUp = async (
  hub: Hub,
  viewer: Viewer,
  input: CreateSignUp,
  address: string,
): Promise<SignUpMade> => {
  signUpPolicy.authorize(viewer, 'create', null);
  const checked = checkSignUp(input);
  if (!isSystem(viewer)) hub.get(SignUpLimits).take(address, contactHashOf(hub.crypto, checked.contact));
  if (!isId(input.occurrenceId)) throw notFound();
  const occurrenceId = input.occurrenceId.toLowerCase();
  // The anonymous have no rights on the table: the system writes what was checked, in the person's name.
  const writer: Viewer = { ...systemViewer('signup'), personId: viewer.personId };
  const id = await hub.db.write(writer, (tx) =>
    tx.once('createSignUp', input.idempotencyKey, fingerprint(hub, occurrenceId, checked), () =>
      record(hub, tx, occurrenceId, checked),
    ),
  );
  const made = await readMade(hub, id);
  if (!made) throw notFound();
  return made;
};
