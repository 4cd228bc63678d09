/** Sign-ups: places on dates, taken without an account and given back by a link. */
import type { Room } from '../../platform/room.ts';
import { cancelWithOccurrence } from './sign-up.cancel.ts';
import { SignUp } from './sign-up.entity.ts';
import { forgetQueue } from './sign-up.forget.ts';
import { SignUpResolver } from './sign-up.resolver.ts';
import { SignUpService } from './sign-up.service.ts';
import { signUpSql } from './sign-up.sql.ts';

export type { CreateSignUp } from './sign-up.check.ts';
export type { SignUpMade } from './sign-up.create.ts';
export { ContactKindEnum } from './sign-up.enums.ts';
export type { SignUpRow } from './sign-up.row.ts';
export { SignUpService } from './sign-up.service.ts';

export const signUpsRoom: Room = {
  name: 'signups',
  entities: [SignUp],
  resolvers: [SignUpResolver],
  sql: signUpSql,
  subscribe: (hub) => {
    hub.events.on('occurrence.cancelled', (tx, cancelled) => cancelWithOccurrence(hub, tx, cancelled));
  },
  queues: [forgetQueue],
  jobs: (hub) => [
    {
      name: forgetQueue,
      cron: '40 3 * * *',
      run: async () => {
        await hub.get(SignUpService).forget();
      },
    },
  ],
};
