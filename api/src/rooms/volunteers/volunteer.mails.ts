import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import {
  mailTargetsOf,
  membersToTell,
  portalLanguageOf,
  portalLink,
  type MailTarget,
} from '../people/index.ts';
import { describeEvent, readEvent } from '../signups/index.ts';
import sql from 'sql-template-tag';

type Template =
  | 'volunteers.reminder'
  | 'volunteers.cancelled'
  | 'volunteers.moved'
  | 'volunteers.postponed'
  | 'volunteers.swap-asked'
  | 'volunteers.swap-answered'
  | 'volunteers.given-back';

/** What a mail says of a shift: nobody's name, and not what there is to do; that may tell what it is about. */
export interface ToldShift {
  readonly organisationId: string;
  readonly occurrenceId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Writes to people with an account, each in their language. Returns how many are written to. */
export const tell = async (
  hub: Hub,
  tx: Transaction,
  template: Template,
  { organisationId, occurrenceId, startsAt, endsAt }: ToldShift,
  to: readonly MailTarget[],
  page: 'shifts' | 'volunteers' = 'shifts',
): Promise<number> => {
  const event = to.length > 0 ? await readEvent(tx, occurrenceId) : null;
  if (!event) return 0;
  for (const { email, languageTag } of to) {
    await tx.send({
      kind: 'mail',
      to: email,
      template,
      languageTag,
      values: {
        details: describeEvent({ ...event, startsAt, endsAt }, portalLanguageOf(languageTag)),
        link: portalLink(hub.env, languageTag, `/association/${organisationId}/${page}`),
      },
    });
  }
  return to.length;
};

export const tellPeople = async (
  hub: Hub,
  tx: Transaction,
  template: Template,
  shift: ToldShift,
  personIds: readonly (string | null)[],
): Promise<number> => {
  const known = personIds.filter((id) => id !== null);
  return known.length === 0 ? 0 : tell(hub, tx, template, shift, await mailTargetsOf(hub, known));
};

export const tellCoordinators = async (
  hub: Hub,
  tx: Transaction,
  template: Template,
  shift: ToldShift,
): Promise<number> =>
  tell(
    hub,
    tx,
    template,
    shift,
    await membersToTell(hub, shift.organisationId, ['COORDINATOR']),
    'volunteers',
  );

/** Someone on shift, where and from when to when. */
export interface OnShift extends ToldShift {
  readonly shiftId: string;
  readonly personId: string;
}

/** Who is on shift of a date, for those who must tell them; whoever asks need not see them. */
export const readOnShift = (hub: Hub, occurrenceId: string): Promise<OnShift[]> =>
  hub.db.read(
    systemViewer('volunteers'),
    sql`select s.id as "shiftId", p.person_id as "personId", s.organisation_id as "organisationId",
          s.occurrence_id as "occurrenceId", s.starts_at as "startsAt", s.ends_at as "endsAt"
        from shift_places p join shifts s on s.id = p.shift_id
        where s.occurrence_id = ${occurrenceId} and p.status in ('TAKEN', 'CANCELLED') and p.person_id is not null
        order by s.starts_at, p.id`,
  );

/** Where the mails to those on shift of a date go; each person once. */
export const onShiftOf = async (hub: Hub, occurrenceId: string): Promise<MailTarget[]> => {
  const people = await readOnShift(hub, occurrenceId);
  return mailTargetsOf(hub, [...new Set(people.map(({ personId }) => personId))]);
};

/**
 * Tells everyone on shift what becomes of their date; the places follow it in the database. Returns how many are told.
 */
export const tellOnShift = async (
  hub: Hub,
  tx: Transaction,
  occurrenceId: string,
  template: 'volunteers.cancelled' | 'volunteers.moved' | 'volunteers.postponed',
): Promise<number> => {
  const byShift = Map.groupBy(await readOnShift(hub, occurrenceId), ({ shiftId }) => shiftId);
  let count = 0;
  for (const people of byShift.values()) {
    const [shift] = people;
    const personIds = people.map(({ personId }) => personId);
    if (shift) count += await tellPeople(hub, tx, template, shift, personIds);
  }
  return count;
};
