/** Sign-ups: places on dates, taken without an account and given back by a link. */
import type { Room } from '../../platform/room.ts';
import { signUpPersonalData } from './sign-up.personal-data.ts';
import { SignUpRules } from './rules.entity.ts';
import { SignUpAbilityResolver, SignUpOpeningResolver, SignUpRulesResolver } from './rules.resolver.ts';
import { cancelWithOccurrence } from './sign-up.cancel.ts';
import { SignUp } from './sign-up.entity.ts';
import { forgetQueue } from './sign-up.forget.ts';
import { AttendanceResolver } from './attendance.resolver.ts';
import { countTold, moveWithOccurrence } from './sign-up.moved.ts';
import { remindQueue } from './sign-up.remind.ts';
import { SignUpResolver } from './sign-up.resolver.ts';
import { SignUpJoinLinkResolver } from './join-link.resolver.ts';
import { SignUpService } from './sign-up.service.ts';
import { signUpSql } from './sign-up.sql.ts';
import { WaitingListMove } from './waiting-move.entity.ts';
import { promoteOnDates } from './waiting-list.promote.ts';
import { WaitingListResolver } from './waiting-list.resolver.ts';
import { settleQueue } from './waiting-list.settle.ts';

export type { CreateSignUp } from './sign-up.check.ts';
export type { SignUpMade } from './sign-up.create.ts';
export { ContactKindEnum, SignUpStatusEnum } from './sign-up.enums.ts';
export { describeEvent, readEvent } from './sign-up.event.ts';
export { cancelByReferral, signUpByReferral, type ReferralSignUp } from './sign-up.referral.ts';
export { SignUpType } from './sign-up.types.ts';
export type { SignUpRow } from './sign-up.row.ts';
export { SignUpService } from './sign-up.service.ts';

export const signUpsRoom: Room = {
  name: 'signups',
  entities: [SignUp, SignUpRules, WaitingListMove],
  personalData: signUpPersonalData,
  resolvers: [
    SignUpResolver,
    SignUpJoinLinkResolver,
    SignUpAbilityResolver,
    SignUpOpeningResolver,
    SignUpRulesResolver,
    WaitingListResolver,
    AttendanceResolver,
  ],
  sql: signUpSql,
  subscribe: (hub) => {
    hub.events.on('occurrence.cancelled', (tx, cancelled) => cancelWithOccurrence(hub, tx, cancelled));
    hub.events.on('occurrence.moved', (tx, moved) => moveWithOccurrence(hub, tx, moved));
    hub.events.on('occurrence.changing', (tx, changing) => countTold(hub, tx, changing));
    hub.events.on('offering.capacity-changed', (tx, { offeringId }) => promoteOnDates(hub, tx, offeringId));
  },
  queues: [forgetQueue, settleQueue, remindQueue],
  jobs: (hub) => [
    {
      name: forgetQueue,
      cron: '40 3 * * *',
      run: async () => {
        await hub.get(SignUpService).forget();
      },
    },
    {
      name: remindQueue,
      cron: '0 10-20 * * *',
      run: async () => {
        await hub.get(SignUpService).remind();
      },
    },
    { name: settleQueue, cron: '*/5 * * * *', run: () => hub.get(SignUpService).settle() },
  ],
};
