import { HubError } from '../errors/hub-error.ts';
import type { Viewer } from './viewer.ts';

/** A refusal that says why, for people who may know (e.g. members of an organisation without agreement). */
export interface Denial {
  readonly reason: string;
  readonly message: string;
}

export type Verdict = boolean | Denial;
export type Rule<Subject> = (viewer: Viewer, subject: Subject) => Verdict;

// The subject of a rule is contravariant; `never` accepts rules about any subject.
type Rules = Record<string, Rule<never>>;
type SubjectOf<R> = R extends Rule<infer Subject> ? Subject : never;

export interface Policy<R extends Rules> {
  /** Whether the rule allows it. */
  can<A extends keyof R & string>(viewer: Viewer, action: A, subject: SubjectOf<R[A]>): boolean;
  /** Throws FORBIDDEN (or UNAUTHENTICATED for the anonymous) unless the rule allows it. */
  authorize<A extends keyof R & string>(viewer: Viewer, action: A, subject: SubjectOf<R[A]>): void;
}

export const deny = (reason: string, message: string): Denial => ({ reason, message });

/**
 * A room's rulebook: one rule per action, named like the mutation. Rules are pure; a rule that is not
 * written does not exist, so nothing is allowed by default.
 */
export const definePolicy = <R extends Rules>(room: string, rules: R): Policy<R> => {
  const judge = <A extends keyof R & string>(
    viewer: Viewer,
    action: A,
    subject: SubjectOf<R[A]>,
  ): Verdict => {
    const rule = rules[action] as Rule<SubjectOf<R[A]>> | undefined;
    return rule ? rule(viewer, subject) : false;
  };

  return {
    can: (viewer, action, subject) => judge(viewer, action, subject) === true,
    authorize: (viewer, action, subject) => {
      const verdict = judge(viewer, action, subject);
      if (verdict === true) return;
      if (viewer.kind === 'anonymous') {
        throw new HubError('UNAUTHENTICATED', 'SIGN_IN_NEEDED', 'Sign in to do this.');
      }
      const denial = verdict === false ? deny('NOT_ALLOWED', 'Your role does not allow this.') : verdict;
      throw new HubError('FORBIDDEN', denial.reason, denial.message, {
        facts: { action: `${room}.${action}` },
      });
    },
  };
};
