import { describe, expect, it } from 'vitest';
import specification from '../../../test/fixtures/referral-state-machine.json' with { type: 'json' };
import { exposedActions, openActions } from './referral.exposed.ts';
import {
  liveStates,
  outcomesBeforeContact,
  referralMachine,
  stateFacts,
  unsentStates,
} from './referral.machine.ts';
import {
  declineReasons,
  referralOutcomes,
  referralStates,
  withdrawReasons,
  type ReferralAction,
  type ReferralActor,
} from './referral.words.ts';

interface SpecifiedState {
  readonly receiverTier: number | null;
  readonly ended?: boolean;
}

const states = new Map<string, SpecifiedState>(Object.entries(specification.states));
const actors: readonly ReferralActor[] = [
  'referrer',
  'referrerManager',
  'client',
  'coordinator',
  'volunteerAssigned',
  'dpo',
  'system',
];
const actions = [...new Set(specification.transitions.map(({ action }) => action))] as ReferralAction[];

describe('the table of moves', () => {
  it('is the specified one: 14 states, 43 moves, by the same people', () => {
    expect(referralMachine.initial).toBe(specification.initial);
    expect([...referralStates]).toEqual([...states.keys()]);
    expect(referralMachine.moves).toHaveLength(43);
    const specified = specification.transitions.map(({ action, from, to, by }) => ({ action, from, to, by }));
    expect(referralMachine.moves).toEqual(specified);
  });

  it('knows the specified reasons and outcomes', () => {
    expect([...declineReasons]).toEqual(specification.declineReasons);
    expect([...withdrawReasons]).toEqual(specification.withdrawReasons);
    expect([...referralOutcomes]).toEqual(specification.outcomes);
    const early = specification.transitions.find(
      ({ action, from }) => action === 'close' && from === 'ACCEPTED',
    );
    expect(early?.records).toEqual([`outcome in ${outcomesBeforeContact.join('|')}`]);
  });

  it('shows the receiver the tier of each state', () => {
    for (const state of referralStates) {
      const { receiverTier, ended = false } = states.get(state) ?? { receiverTier: null };
      expect(stateFacts[state], state).toEqual({ receiverTier, isEnded: ended });
    }
    expect([...unsentStates]).toEqual(
      referralStates.filter((state) => !stateFacts[state].isEnded && stateFacts[state].receiverTier === null),
    );
    expect(liveStates).toHaveLength(8);
  });

  it.each(referralStates)('in %s lets each actor do what is specified and nothing else', (state) => {
    for (const action of actions) {
      const move = specification.transitions.find((each) => each.from === state && each.action === action);
      expect(referralMachine.move(state, action)?.to, action).toBe(move?.to);
      for (const actor of actors) {
        const isAllowed = referralMachine.allowed(state, new Set([actor])).includes(action);
        expect(isAllowed, `${actor} ${action}`).toBe(move?.by.includes(actor) ?? false);
      }
    }
  });

  it('offers people every move but those that time, erasure or a withdrawn consent make', () => {
    expect([...exposedActions, 'revokeConsent', 'expire', 'erase'].sort()).toEqual([...actions].sort());
    expect(openActions('IN_PROGRESS', new Set(['coordinator']))).toEqual(['hold', 'close']);
    expect(openActions('IN_PROGRESS', new Set(['referrer']))).toEqual([]);
    expect(openActions('CLOSED', new Set(['referrer']))).toEqual(['reopen']);
  });
});
