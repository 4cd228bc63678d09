import { HubError, notFound } from '../../platform/errors/hub-error.ts';
import {
  pageOf,
  toConnection,
  type Connection,
  type ConnectionArgs,
} from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { OccurrenceService, type OccurrenceRow } from '../offerings/index.ts';
import type { SignUpRulesRow } from './rules.read.ts';
import type { SetSignUpRulesInput } from './rules.types.ts';
import { setSignUpRules } from './rules.set.ts';
import { acceptSignUp } from './sign-up.accept.ts';
import { cancelSignUp } from './sign-up.cancel.ts';
import type { CreateSignUp } from './sign-up.check.ts';
import { createSignUp, type SignUpMade } from './sign-up.create.ts';
import { forgetSignUps } from './sign-up.forget.ts';
import {
  countAttendance,
  recordAttendance,
  setWalkIns,
  type AttendanceCounts,
  type AttendanceStatus,
} from './attendance.ts';
import { remindSignUps } from './sign-up.remind.ts';
import { signUpPolicy } from './sign-up.policy.ts';
import { countSignUps, listSignUps, readOwn } from './sign-up.read.ts';
import { openSignUp, type SignUpRow } from './sign-up.row.ts';
import { readWaitingMoves, type WaitingListMoveRow } from './waiting-list.log.ts';
import { settleWaitingLists } from './waiting-list.settle.ts';

type PageArgs = Pick<ConnectionArgs, 'first' | 'after'>;

const signUpsPage = (args: PageArgs) => {
  const page = pageOf(args, 'signUps');
  const [createdAt, id] = page.after ?? [];
  const isForged = page.after && (!isId(String(id)) || Number.isNaN(Date.parse(String(createdAt))));
  // A forged cursor is refused like one of another list.
  return isForged ? pageOf({ first: args.first, after: 'forged' }, 'signUps') : page;
};

/** Places on dates, taken without an account. */
export class SignUpService {
  constructor(private readonly hub: Hub) {}

  /** See `createSignUp`. */
  create(viewer: Viewer, input: CreateSignUp, address = 'unknown'): Promise<SignUpMade> {
    return createSignUp(this.hub, viewer, input, address);
  }

  /** One's own place, by its code; null for an unknown one. Looking changes nothing. */
  find(_viewer: Viewer, code: string): Promise<SignUpRow | null> {
    return readOwn(this.hub, code);
  }

  /** See `cancelSignUp`. */
  cancel(viewer: Viewer, code: string): Promise<SignUpRow> {
    return cancelSignUp(this.hub, viewer, code);
  }

  /** See `acceptSignUp`. */
  accept(viewer: Viewer, code: string): Promise<SignUpRow> {
    return acceptSignUp(this.hub, viewer, code);
  }

  /** See `setSignUpRules`. */
  setRules(viewer: Viewer, input: SetSignUpRulesInput): Promise<SignUpRulesRow> {
    return setSignUpRules(this.hub, viewer, input);
  }

  /** Why people in a date's waiting list got a place. Errors: UNAUTHENTICATED; NOT_FOUND but for hosts' coordinators. */
  async waitingMoves(viewer: Viewer, occurrenceId: string): Promise<WaitingListMoveRow[]> {
    const { id } = await this.listed(viewer, occurrenceId);
    return readWaitingMoves(this.hub, viewer, id);
  }

  /** See `remindSignUps`. */
  remind(): Promise<number> {
    return remindSignUps(this.hub);
  }

  /** See `recordAttendance`. */
  recordAttendance(viewer: Viewer, signUpId: string, status: AttendanceStatus): Promise<SignUpRow> {
    return recordAttendance(this.hub, viewer, signUpId, status);
  }

  /** See `setWalkIns`. */
  async setWalkIns(viewer: Viewer, occurrenceId: string, count: number): Promise<AttendanceCounts> {
    const occurrence = await this.listed(viewer, occurrenceId);
    await setWalkIns(this.hub, viewer, occurrence, count);
    return countAttendance(this.hub, viewer, occurrence.id);
  }

  /** How many came, in persons, without a name. Errors: UNAUTHENTICATED; NOT_FOUND but for hosts' coordinators. */
  async attendance(viewer: Viewer, occurrenceId: string): Promise<AttendanceCounts> {
    const { id } = await this.listed(viewer, occurrenceId);
    return countAttendance(this.hub, viewer, id);
  }

  /** See `settleWaitingLists`. */
  settle(): Promise<void> {
    return settleWaitingLists(this.hub);
  }

  /**
   * Who signed up to a date, as they came in; every look is recorded. Errors: UNAUTHENTICATED; NOT_FOUND for
   * everyone but the hosts' coordinators.
   */
  async list(viewer: Viewer, occurrenceId: string, args: PageArgs): Promise<Connection<SignUpRow>> {
    const page = signUpsPage(args);
    const { id, hostIds } = await this.listed(viewer, occurrenceId);
    const rows = await this.hub.db.write(viewer, async (tx) => {
      const organisationId = viewer.memberships.find((each) =>
        hostIds.includes(each.organisationId),
      )?.organisationId;
      await tx.audit({ action: 'signUp.list', subjectId: id, organisationId: organisationId ?? null });
      return listSignUps(tx, id, page);
    });
    return toConnection(
      rows.map((row) => openSignUp(this.hub.crypto, row, false)),
      page,
      (row) => [row.createdAt.toISOString(), row.id],
      () => countSignUps(this.hub, viewer, id),
    );
  }

  /** See `forgetSignUps`. */
  forget(): Promise<number> {
    return forgetSignUps(this.hub);
  }

  /** A date whose sign-ups the viewer may see. */
  private async listed(viewer: Viewer, occurrenceId: string): Promise<OccurrenceRow> {
    if (viewer.kind === 'anonymous')
      throw new HubError('UNAUTHENTICATED', 'SIGN_IN_NEEDED', 'Sign in to do this.');
    const occurrence = await this.hub.get(OccurrenceService).get(viewer, occurrenceId);
    if (!signUpPolicy.can(viewer, 'list', occurrence)) throw notFound();
    return occurrence;
  }
}
