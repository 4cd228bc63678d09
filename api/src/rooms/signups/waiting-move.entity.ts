import { defineEntity, p } from '@mikro-orm/postgresql';
import { isAdmin, secured } from '../../platform/db/row-security.ts';
import { Occurrence } from '../offerings/index.ts';
import { anyHost, SignUp } from './sign-up.entity.ts';
import {
  sqlList,
  waitingCauses,
  waitingMoves,
  type WaitingCause,
  type WaitingMove,
} from './sign-up.words.ts';

/** Why someone in a waiting list got a place, or lost it again: the log that the hosts see. It names nobody. */
export const WaitingListMove = defineEntity({
  name: 'WaitingListMove',
  tableName: 'waiting_list_moves',
  properties: {
    id: p.uuid().primary(),
    occurrence: () => p.manyToOne(Occurrence).mapToPk().deleteRule('cascade'),
    signUp: () => p.manyToOne(SignUp).mapToPk().deleteRule('cascade'),
    hostIds: p.array().columnType('uuid[]'),
    move: p.text().$type<WaitingMove>(),
    because: p.text().$type<WaitingCause>(),
    waitingNumber: p.integer(),
    partySize: p.integer(),
    /** Places that were free before this move; null = no limit. */
    placesFree: p.integer().nullable(),
    at: p.datetime(),
  },
  checks: [
    { name: 'waiting_list_moves_move', expression: `move in (${sqlList(waitingMoves)})` },
    { name: 'waiting_list_moves_because', expression: `because in (${sqlList(waitingCauses)})` },
  ],
  indexes: [{ properties: ['occurrence', 'at'] }],
  ...secured('waiting_list_moves', {
    read: `(${isAdmin}) or ${anyHost('app.orgs')}`,
    write: `(${isAdmin}) or ${anyHost('app.coordinates')}`,
  }),
});
