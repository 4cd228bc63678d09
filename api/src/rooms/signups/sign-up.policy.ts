import { definePolicy } from '../../platform/policy/policy.ts';
import { isSystem, organisationsOf, type Viewer } from '../../platform/policy/viewer.ts';

/** What the rules know of a sign-up. */
export interface SignUpFacts {
  /** Reached by its own code. */
  readonly isOwn: boolean;
  readonly status: string;
  readonly startsAt: Date;
}

/** Sign-ups need no account: whoever holds the code is the person. Names are the hosts' business alone. */
export const signUpPolicy = definePolicy('signUp', {
  create: (_viewer: Viewer, _nothing: null) => true,

  /** Any member of a host may sign someone up who asks them to; also before sign-up opens and after it closes. */
  createOnBehalf: (viewer, { hostIds }: { readonly hostIds: readonly string[] }) =>
    isSystem(viewer) || organisationsOf(viewer).some((id) => hostIds.includes(id)),

  /** The hosts' coordinators say when and for whom sign-up is. */
  setRules: (viewer, { hostIds }: { readonly hostIds: readonly string[] }) =>
    isSystem(viewer) || organisationsOf(viewer, 'COORDINATOR').some((id) => hostIds.includes(id)),

  /** Who came, told at the door by the hosts' coordinators. */
  recordAttendance: (viewer, { hostIds }: { readonly hostIds: readonly string[] }) =>
    isSystem(viewer) || organisationsOf(viewer, 'COORDINATOR').some((id) => hostIds.includes(id)),

  list: (viewer, { hostIds }: { readonly hostIds: readonly string[] }) =>
    isSystem(viewer) || organisationsOf(viewer, 'COORDINATOR').some((id) => hostIds.includes(id)),

  cancel: (_viewer, { isOwn, status, startsAt, now }: SignUpFacts & { readonly now: Date }) =>
    isOwn && (status === 'CONFIRMED' || status === 'WAITLISTED') && startsAt > now,

  accept: (
    _viewer,
    { isOwn, acceptBy, now }: SignUpFacts & { readonly acceptBy: Date | null; readonly now: Date },
  ) => isOwn && acceptBy !== null && acceptBy > now,
});
