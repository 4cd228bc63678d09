import type { Transaction } from '../../platform/db/transaction.ts';
import { HubError, notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId, newId } from '../../platform/ids.ts';
import { isSystem, systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { checkSignUp, type CheckedSignUp, type CreateSignUp } from './sign-up.check.ts';
import { codeHashOf, newCode } from './sign-up.code.ts';
import { readEvent } from './sign-up.event.ts';
import { SignUpLimits } from './sign-up.limits.ts';
import { tellConfirmed, tellWaiting } from './sign-up.mails.ts';
import { takePlaces, type NewSignUp } from './sign-up.place.ts';
import { signUpPolicy } from './sign-up.policy.ts';
import { readMade } from './sign-up.read.ts';
import type { SignUpRow } from './sign-up.row.ts';
import { contactHashOf, sealField, type Addressee, type SealedField } from './sign-up.seal.ts';
import { promoteWaiting } from './waiting-list.promote.ts';

export interface SignUpMade {
  readonly signUp: SignUpRow;
  /** Opens the person's own link; told here and in the mail alone. */
  readonly code: string;
}

/** What is said to the person, unsealed, and who says it. */
interface OwnWords {
  readonly code: string;
  readonly addressee: Addressee;
  readonly viewer: Viewer;
}

/** What a repeated call is known by: keyed, so that nobody can try names against the kept hash. */
const fingerprint = (hub: Hub, occurrenceId: string, checked: CheckedSignUp): string =>
  hub.crypto.keyedHash('signups.idempotency', JSON.stringify([occurrenceId, checked])).toString('base64url');

/** The places, or the turn in the list; whoever waits behind a party that can never fit is served at once. */
const takeAndTell = async (hub: Hub, tx: Transaction, signUp: NewSignUp, plain: OwnWords): Promise<void> => {
  const event = await readEvent(tx, signUp.occurrenceId);
  if (!event) throw notFound();
  if (signUp.onBehalf) signUpPolicy.authorize(plain.viewer, 'createOnBehalf', event);
  const { hasPlace, waitingPosition } = await takePlaces(tx, hub.clock.now(), signUp);
  await tx.audit({
    action: 'signUp.create',
    subjectId: signUp.id,
    organisationId: event.hostIds[0] ?? null,
    facts: {
      occurrenceId: signUp.occurrenceId,
      partySize: signUp.partySize,
      hasPlace,
      onBehalf: signUp.onBehalf,
    },
  });
  const { partySize } = signUp;
  const place = { partySize, code: plain.code };
  if (hasPlace) {
    await tellConfirmed(hub, tx, plain.addressee, event, place);
    return;
  }
  await tellWaiting(hub, tx, plain.addressee, event, { ...place, position: waitingPosition });
  await promoteWaiting(hub, tx, signUp.occurrenceId, 'MORE_PLACES');
};

const record = async (
  hub: Hub,
  tx: Transaction,
  occurrenceId: string,
  checked: CheckedSignUp,
  viewer: Viewer,
): Promise<string> => {
  const id = newId(hub.clock.now());
  const code = newCode();
  const seal = (field: SealedField, text: string): string => sealField(hub.crypto, id, field, text);
  const sealed: NewSignUp = {
    ...checked,
    id,
    occurrenceId,
    referralId: null,
    firstName: seal('firstName', checked.firstName),
    contact: seal('contact', checked.contact),
    contactHash: contactHashOf(hub.crypto, checked.contact),
    sealedNeeds: checked.needs.length > 0 ? seal('needs', checked.needs.join(' ')) : null,
    code: seal('code', code),
    codeHash: codeHashOf(code),
    signedUpBy: checked.onBehalf ? viewer.personId : null,
  };
  await takeAndTell(hub, tx, sealed, { code, addressee: checked, viewer });
  return id;
};

/**
 * Signs up without an account, or a member of a host someone who asked; the notice leaves with it. With `wait`, where
 * no place is free or others wait, the party goes to the waiting list. `address` is the visitor's, for the limit alone.
 * Errors: INVALID_INPUT with every wrong field; NOT_FOUND; UNAUTHENTICATED, FORBIDDEN on behalf; those of `takePlaces`;
 * CONFLICT IDEMPOTENCY_KEY_REUSED; RATE_LIMITED.
 */
export const createSignUp = async (
  hub: Hub,
  viewer: Viewer,
  input: CreateSignUp,
  address: string,
): Promise<SignUpMade> => {
  signUpPolicy.authorize(viewer, 'create', null);
  const checked = checkSignUp(input);
  if (!isSystem(viewer) && !checked.onBehalf)
    hub.get(SignUpLimits).take(address, contactHashOf(hub.crypto, checked.contact));
  if (checked.onBehalf && viewer.kind === 'anonymous')
    throw new HubError('UNAUTHENTICATED', 'SIGN_IN_NEEDED', 'Sign in to do this.');
  if (!isId(input.occurrenceId)) throw notFound();
  const occurrenceId = input.occurrenceId.toLowerCase();
  // The anonymous have no rights on the table: the system writes what was checked, in the person's name.
  const writer: Viewer = { ...systemViewer('signup'), personId: viewer.personId };
  const id = await hub.db.write(writer, (tx) =>
    tx.once('createSignUp', input.idempotencyKey, fingerprint(hub, occurrenceId, checked), () =>
      record(hub, tx, occurrenceId, checked, viewer),
    ),
  );
  const made = await readMade(hub, id);
  if (!made) throw notFound();
  return made;
};
