import { describe, expect, it } from 'vitest';
import { defineMachine } from './machine.ts';

const table = {
  initial: 'DRAFT',
  states: ['DRAFT', 'SENT', 'DONE'],
  moves: [
    { action: 'send', from: 'DRAFT', to: 'SENT', by: ['author'] },
    { action: 'finish', from: 'SENT', to: 'DONE', by: ['reader', 'system'] },
  ],
} as const;

describe('a table of moves', () => {
  it('tells the move and who may make it', () => {
    const machine = defineMachine(table);
    expect(machine.move('DRAFT', 'send')?.to).toBe('SENT');
    expect(machine.move('DRAFT', 'finish')).toBeUndefined();
    expect(machine.allowed('SENT', new Set(['reader'] as const))).toEqual(['finish']);
    expect(machine.allowed('SENT', new Set(['author'] as const))).toEqual([]);
  });

  it.each([
    ['a state nobody reaches', { ...table, states: [...table.states, 'LOST'] }, /LOST cannot be reached/],
    ['a double move', { ...table, moves: [...table.moves, ...table.moves] }, /stands twice/],
    ['an unknown state', { ...table, states: ['DRAFT', 'SENT'] }, /unknown state/],
    [
      'a move that nobody may make',
      { ...table, moves: [{ ...table.moves[0], by: [] }, table.moves[1]] },
      /open to nobody/,
    ],
    ['an unknown start', { ...table, initial: 'NOWHERE' }, /not a state/],
  ])('is refused with %s', (_what, broken, message) => {
    expect(() => defineMachine(broken as Parameters<typeof defineMachine>[0])).toThrow(message);
  });
});
