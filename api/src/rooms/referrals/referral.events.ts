import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import type { ReferralAction, ReferralState } from './referral.words.ts';

export type EventFacts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export interface NewEvent {
  readonly referralId: string;
  readonly at: Date;
  readonly actorOrganisationId: string | null;
  readonly action:
    ReferralAction | 'askDetail' | 'grantDetail' | 'refuseDetail' | 'create' | 'eraseReceiverCopy';
  readonly fromState: ReferralState | null;
  readonly toState: ReferralState;
  readonly version: number;
  /** Codes and ids; never a text that someone wrote. */
  readonly facts: EventFacts;
}

declare module '../../platform/events/events.ts' {
  interface HubEvents {
    /** A referral is in another state; `organisationIds` are those that may know of it. */
    'referral.moved': {
      readonly referralId: string;
      readonly organisationIds: readonly string[];
      readonly state: ReferralState;
    };
  }
}

/** Adds a line to a referral's history. */
export const insertEvent = async (tx: Transaction, event: NewEvent): Promise<void> => {
  await tx.query(
    sql`insert into referral_events (id, region_id, referral_id, referring_organisation_id, receiving_organisation_id, at,
          actor_person_id, actor_organisation_id, action, from_state, to_state, version, facts)
        select ${newId(event.at)}, region_id, id, referring_organisation_id, receiving_organisation_id, ${event.at},
          ${tx.viewer.personId}::uuid, ${event.actorOrganisationId}::uuid, ${event.action}, ${event.fromState},
          ${event.toState}, ${event.version}, ${JSON.stringify(event.facts)}::jsonb
        from referrals where id = ${event.referralId}`,
  );
};

/** A referral as an `update … returning` left it. */
export interface GivenReferral {
  readonly id: string;
  readonly state: ReferralState;
  readonly version: number;
}

interface Giving {
  readonly at: Date;
  /** Whose people give and get. */
  readonly organisationId: string;
  readonly action: 'assign' | 'reassign';
  readonly facts: EventFacts;
}

/** Referrals are in other hands now, which is no move: a line in the history of each, in one statement. */
export const noteGiven = async (
  tx: Transaction,
  { at, organisationId, action, facts }: Giving,
  referrals: readonly GivenReferral[],
): Promise<void> => {
  if (referrals.length === 0) return;
  await tx.query(
    sql`insert into referral_events (id, region_id, referral_id, referring_organisation_id, receiving_organisation_id, at,
          actor_person_id, actor_organisation_id, action, from_state, to_state, version, facts)
        select given.id, r.region_id, r.id, r.referring_organisation_id, r.receiving_organisation_id, ${at},
          ${tx.viewer.personId}::uuid, ${organisationId}::uuid, ${action}, given.state, given.state, given.version,
          ${JSON.stringify(facts)}::jsonb
        from unnest(${referrals.map(() => newId(at))}::uuid[], ${referrals.map(({ id }) => id)}::uuid[],
            ${referrals.map(({ state }) => state)}::text[], ${referrals.map(({ version }) => version)}::int[])
          as given(id, referral_id, state, version)
        join referrals r on r.id = given.referral_id`,
  );
};
