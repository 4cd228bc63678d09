/** Referrals: handing a client over to an organisation, and what became of it (DOMAIN.md §4). */
import type { Room } from '../../platform/room.ts';
import { referralPersonalData } from './referral.personal-data.ts';
import { followMove, previewMove } from './client-move.follow.ts';
import { clientMoveReferralsSql } from './client-move.sql.ts';
import { ClientLink } from './client-link.entity.ts';
import { ClientLinkResolver, ClientPageResolver } from './client-link.resolver.ts';
import { DetailResolver } from './detail.resolver.ts';
import { ReferralDetail } from './referral-detail.entity.ts';
import { DeskResolver } from './desk.resolver.ts';
import { EscalationResolver } from './escalation.resolver.ts';
import { ManualResolver } from './manual.resolver.ts';
import { OfferingClocks } from './offering-clocks.entity.ts';
import { OfferingClocksAbilityResolver, OfferingClocksResolver } from './offering-clocks.resolver.ts';
import { LiveResolver } from './live.resolver.ts';
import { MoveResolver } from './move.resolver.ts';
import { ReferralMessageResolver, ReferralMessagesResolver } from './message.resolver.ts';
import { ReferralMessage } from './referral-message.entity.ts';
import { ReferralEvent } from './referral-event.entity.ts';
import { eraseReferralsOf, forgetClients } from './referral.forget.ts';
import { holdReferrals } from './referral.held.ts';
import { grantSql, ReferralGrant } from './referral-grant.entity.ts';
import { ReferralTimer } from './referral-timer.entity.ts';
import { ReassignResolver } from './reassign.resolver.ts';
import { ReferralSignUpsResolver, ReferredSignUpResolver } from './sign-up.resolver.ts';
import { referralSignUpSql } from './sign-up.sql.ts';
import { followAttendance, tellDateChanged } from './sign-up.write.ts';
import { LinkedReferralResolver, RerouteResolver } from './reroute.resolver.ts';
import { tellOfDate } from './referral.dates.ts';
import { Referral } from './referral.entity.ts';
import { referralEraseSql } from './referral.erase.sql.ts';
import { followClients } from './referral.follow-client.ts';
import { referralLiveSql } from './referral.live.sql.ts';
import {
  ClientReferralsResolver,
  ReferralEventResolver,
  ReferralResolver,
  ReferralSummaryResolver,
} from './referral.resolver.ts';
import { HoldingResolver, MembershipHoldingsResolver } from './holding.resolver.ts';
import { releaseReceived, releaseSent } from './referral.release.ts';
import { fireDueTimers, fireTimer } from './timer.fire.ts';
import { timerQueue } from './timer.schedule.ts';
import { revokeConsent } from './referral.revoke-consent.ts';

export { acceptReferral } from './referral.accept.ts';
export { assignReferral } from './referral.assign.ts';
export { askReferralInfo } from './referral.ask-info.ts';
export { withClientLink, type LinkUse } from './client-link.service.ts';
export { ClientLinkInput, ClientLinkPayload } from './client-link.types.ts';
export { createClientLink } from './client-link.create.ts';
export { closeReferral } from './referral.close.ts';
export { confirmReferralConsent } from './referral.confirm-consent.ts';
export { createReferral, type CreateReferralInput } from './referral.create.ts';
export { askDetail, grantDetail } from './detail.write.ts';
export { declineReferral } from './referral.decline.ts';
export { setOfferingClocks } from './offering-clocks.set.ts';
export { holdReferral } from './referral.hold.ts';
export { recordFirstContact } from './referral.record-first-contact.ts';
export { refuseReferralConsent } from './referral.refuse-consent.ts';
export { reopenReferral } from './referral.reopen.ts';
export { replyReferralInfo } from './referral.reply-info.ts';
export { rerouteReferral } from './referral.reroute.ts';
export { resumeReferral } from './referral.resume.ts';
export { sendReferral } from './referral.send.ts';
export { cancelClientSignUp, signUpClient } from './sign-up.write.ts';
export { submitReferralForConsent } from './referral.submit-for-consent.ts';
export type { ReferralView } from './referral.view.ts';
export { waitlistReferral } from './referral.waitlist.ts';
export { replayReferralErasure } from './referral.replay.ts';
export { fireDueTimers } from './timer.fire.ts';
export { withdrawReferral } from './referral.withdraw.ts';

/** Finds clients whose time is over. */
const forgetQueue = 'referrals.forget-clients';

/** Finds clocks whose job was lost. */
const timerSweepQueue = 'referrals.sweep-timers';

export const referralsRoom: Room = {
  name: 'referrals',
  entities: [
    Referral,
    ReferralEvent,
    ReferralGrant,
    ReferralDetail,
    ReferralMessage,
    ReferralTimer,
    OfferingClocks,
    ClientLink,
  ],
  personalData: referralPersonalData,
  resolvers: [
    ReferralResolver,
    MoveResolver,
    RerouteResolver,
    ReassignResolver,
    DetailResolver,
    LinkedReferralResolver,
    ReferralSignUpsResolver,
    ReferredSignUpResolver,
    LiveResolver,
    OfferingClocksResolver,
    OfferingClocksAbilityResolver,
    DeskResolver,
    ManualResolver,
    EscalationResolver,
    ReferralEventResolver,
    ReferralSummaryResolver,
    ReferralMessagesResolver,
    ReferralMessageResolver,
    ClientReferralsResolver,
    ClientLinkResolver,
    ClientPageResolver,
    HoldingResolver,
    MembershipHoldingsResolver,
  ],
  appendOnlyTables: ['referral_events', 'referral_messages'],
  sql: [
    ...grantSql,
    ...referralLiveSql,
    ...referralEraseSql,
    ...referralSignUpSql,
    ...clientMoveReferralsSql,
  ],
  queues: [timerQueue, timerSweepQueue, forgetQueue],
  jobs: (hub) => [
    {
      name: timerQueue,
      run: async ({ timerId = '' }) => {
        await fireTimer(hub, timerId);
      },
    },
    {
      name: timerSweepQueue,
      cron: '*/5 * * * *',
      run: async () => {
        await fireDueTimers(hub);
      },
    },
    {
      name: forgetQueue,
      cron: '30 3 * * *',
      run: async () => {
        await forgetClients(hub);
      },
    },
  ],
  subscribe: (hub) => {
    hub.events.on('signUp.attendance', (tx, event) => followAttendance(hub, tx, event));
    hub.events.on('signUp.dateChanged', (tx, event) => tellDateChanged(hub, tx, event));
    hub.events.on('occurrence.cancelled', (tx, { offeringId }) => tellOfDate(hub, tx, offeringId));
    hub.events.on('occurrence.moved', (tx, { offeringId }) => tellOfDate(hub, tx, offeringId));
    hub.events.on('consent.withdrawn', (tx, { consentId }) => revokeConsent(hub, tx, consentId));
    hub.events.on('client.exporting', async (tx, { clientId, sections }) => {
      sections.push(...(await holdReferrals(tx, hub.crypto, clientId)));
    });
    hub.events.on('client.erasing', (tx, { clientId, basis }) => eraseReferralsOf(hub, tx, clientId, basis));
    hub.events.on('client.previewingMove', (tx, event) => previewMove(hub, tx, event));
    hub.events.on('client.moved', (tx, event) => followMove(hub, tx, event));
    hub.events.on('clients.handedOver', (tx, event) => followClients(hub, tx, event));
    hub.events.on('clients.released', (tx, event) => releaseSent(hub, tx, event));
    hub.events.on('people.roleEnded', (tx, event) => releaseReceived(hub, tx, event));
  },
};
