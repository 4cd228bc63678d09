/** One row of a table of moves: from where, to where, by whom. */
export interface Move<State extends string, Action extends string, Actor extends string> {
  readonly action: Action;
  readonly from: State;
  readonly to: State;
  readonly by: readonly Actor[];
}

export interface MachineTable<State extends string, Action extends string, Actor extends string> {
  readonly initial: State;
  readonly states: readonly State[];
  readonly moves: readonly Move<State, Action, Actor>[];
}

export interface Machine<
  State extends string,
  Action extends string,
  Actor extends string,
> extends MachineTable<State, Action, Actor> {
  /** The move for an action in a state, or undefined where the table has none. */
  move(from: State, action: Action): Move<State, Action, Actor> | undefined;
  /** The actions that someone acting as one of `actors` may take in `from`. */
  allowed(from: State, actors: ReadonlySet<Actor>): Action[];
}

const complain = (problem: string): never => {
  throw new Error(`Table of moves: ${problem}`);
};

const check = <S extends string, A extends string, B extends string>(table: MachineTable<S, A, B>): void => {
  const states = new Set<S>(table.states);
  if (!states.has(table.initial)) complain(`initial state ${table.initial} is not a state`);
  const seen = new Set<string>();
  for (const { action, from, to, by } of table.moves) {
    if (!states.has(from) || !states.has(to)) complain(`${action} names an unknown state`);
    if (by.length === 0) complain(`${action} from ${from} is open to nobody`);
    if (seen.has(`${from} ${action}`)) complain(`${action} from ${from} stands twice`);
    seen.add(`${from} ${action}`);
  }
  const reached = new Set<S>([table.initial]);
  for (const state of reached) {
    for (const { from, to } of table.moves) if (from === state) reached.add(to);
  }
  for (const state of table.states) if (!reached.has(state)) complain(`${state} cannot be reached`);
};

/** A table of moves, checked at start: known states, no double, every state reachable from the initial one. */
export const defineMachine = <S extends string, A extends string, B extends string>(
  table: MachineTable<S, A, B>,
): Machine<S, A, B> => {
  check(table);
  const byKey = new Map(table.moves.map((move) => [`${move.from} ${move.action}`, move]));
  return {
    ...table,
    move: (from, action) => byKey.get(`${from} ${action}`),
    allowed: (from, actors) =>
      table.moves
        .filter((move) => move.from === from && move.by.some((actor) => actors.has(actor)))
        .map((move) => move.action),
  };
};
