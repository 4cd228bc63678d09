import sql from 'sql-template-tag';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { noPlaceOffered } from './sign-up.errors.ts';
import { readEvent } from './sign-up.event.ts';
import { tellConfirmed } from './sign-up.mails.ts';
import { readOwn } from './sign-up.read.ts';
import type { SignUpRow } from './sign-up.row.ts';
import { codeOf } from './sign-up.code.ts';
import { recordWaitingMove } from './waiting-list.log.ts';

/**
 * Says yes to a place that is held for the person; a second time changes nothing. Errors: NOT_FOUND for an unknown
 * code; CONFLICT NO_PLACE_OFFERED when none is held, or not any more.
 */
export const acceptSignUp = async (hub: Hub, viewer: Viewer, code: string): Promise<SignUpRow> => {
  const signUp = await readOwn(hub, code);
  if (!signUp) throw notFound();
  if (signUp.status === 'CONFIRMED') return signUp;
  const now = hub.clock.now();
  const writer: Viewer = { ...systemViewer('signup'), personId: viewer.personId };
  await hub.db.write(writer, async (tx) => {
    const accepted = await tx.query(
      sql`update sign_ups set status = 'CONFIRMED', accept_by = null
          where id = ${signUp.id} and status = 'WAITLISTED' and accept_by > ${now} returning id`,
    );
    const event = await readEvent(tx, signUp.occurrenceId);
    if (accepted.length === 0 || !event) throw noPlaceOffered();
    await tx.audit({
      action: 'signUp.accept',
      subjectId: signUp.id,
      organisationId: event.hostIds[0] ?? null,
    });
    await recordWaitingMove(tx, now, signUp.id, 'ACCEPTED', 'PERSON_ANSWERED');
    const person = { ...signUp, contact: signUp.contact ?? '' };
    await tellConfirmed(hub, tx, person, event, { partySize: signUp.partySize, code: codeOf(code) ?? code });
  });
  return (await readOwn(hub, code)) ?? signUp;
};
