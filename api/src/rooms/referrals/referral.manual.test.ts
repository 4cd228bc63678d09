import { describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { referralMachine } from './referral.machine.ts';
import { actionNames, actorNames } from './referral.manual.ts';

const hub = useHub();

interface Manual {
  readonly states: { state: string; receiverTier: number | null; clocks: object[] }[];
  readonly moves: { action: string; from: string; to: string; by: string[]; reason: string | null }[];
}

const read = async (): Promise<Manual> => {
  const { data } = await hub.ask<{ referralManual: Manual }>(
    null,
    `{ referralManual { states { state isEnded receiverTier clocks { kind workingDays days } }
         moves { action from to by reason } } }`,
  );
  return data.referralManual;
};

describe('the manual of referrals', () => {
  it('bears each of the 43 moves of the table, as it stands there, for anyone to read', async () => {
    const { moves } = await read();
    expect(moves).toHaveLength(43);
    expect(moves.map(({ action, from, to, by }) => ({ action, from, to, by }))).toEqual(
      referralMachine.moves.map(({ action, from, to, by }) => ({
        action: actionNames[action],
        from,
        to,
        by: by.map((actor) => actorNames[actor]),
      })),
    );
  });

  it('tells which moves need a reason', async () => {
    const { moves } = await read();
    const withReason = moves
      .filter(({ reason }) => reason !== null)
      .map(({ action, reason }) => `${action} ${reason}`);
    expect([...new Set(withReason)].sort()).toEqual([
      'CLOSE OUTCOME',
      'DECLINE DECLINE',
      'HOLD HOLD',
      'REOPEN REOPEN',
      'WITHDRAW WITHDRAW',
    ]);
  });

  it('tells each of the 14 states its clocks, as they run', async () => {
    const { states } = await read();
    expect(states.map(({ state }) => state)).toEqual(referralMachine.states);
    const clocksOf = (state: string) => states.find((each) => each.state === state)?.clocks;
    expect(clocksOf('SENT')).toEqual([
      { kind: 'ANSWER_HALF', workingDays: 1.5, days: null },
      { kind: 'ANSWER_DUE', workingDays: 3, days: null },
      { kind: 'ANSWER_LATE', workingDays: 4.5, days: null },
      { kind: 'EXPIRE', workingDays: 10, days: null },
    ]);
    expect(clocksOf('DRAFT')).toEqual([{ kind: 'DELETE', workingDays: null, days: 14 }]);
    expect(clocksOf('ACCEPTED')).toContainEqual({ kind: 'CONTACT_LATE', workingDays: 10, days: null });
  });
});
