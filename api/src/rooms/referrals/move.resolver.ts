import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import {
  AcceptReferralInput,
  CloseReferralInput,
  ConfirmReferralConsentInput,
  DeclineReferralInput,
  RecordFirstContactInput,
  SendReferralInput,
  SubmitReferralForConsentInput,
  WithdrawReferralInput,
  RefuseReferralConsentInput,
  AskReferralInfoInput,
  ReplyReferralInfoInput,
  WaitlistReferralInput,
  HoldReferralInput,
  ResumeReferralInput,
  ReopenReferralInput,
} from './move.inputs.ts';
import { acceptReferral } from './referral.accept.ts';
import { closeReferral } from './referral.close.ts';
import { confirmReferralConsent } from './referral.confirm-consent.ts';
import { createReferral } from './referral.create.ts';
import { declineReferral } from './referral.decline.ts';
import { CreateReferralInput } from './referral.inputs.ts';
import { recordFirstContact } from './referral.record-first-contact.ts';
import { sendReferral } from './referral.send.ts';
import { submitReferralForConsent } from './referral.submit-for-consent.ts';
import { ReferralPayload } from './referral.types.ts';
import { refuseReferralConsent } from './referral.refuse-consent.ts';
import { askReferralInfo } from './referral.ask-info.ts';
import { replyReferralInfo } from './referral.reply-info.ts';
import { waitlistReferral } from './referral.waitlist.ts';
import { holdReferral } from './referral.hold.ts';
import { resumeReferral } from './referral.resume.ts';
import { reopenReferral } from './referral.reopen.ts';
import { withdrawReferral } from './referral.withdraw.ts';

@Resolver()
export class MoveResolver {
  constructor(private readonly hub: Hub) {}

  @Mutation(() => ReferralPayload, {
    description: 'Writes a referral of one’s own client. Nobody else sees it yet.',
  })
  async createReferral(
    @Ctx() { viewer }: Context,
    @Arg('input', () => CreateReferralInput, { description: 'The referral.' }) input: CreateReferralInput,
  ): Promise<ReferralPayload> {
    return { referral: await createReferral(this.hub, viewer, input) };
  }

  @Mutation(() => ReferralPayload, { description: 'Begins to ask the client’s consent.' })
  async submitReferralForConsent(
    @Ctx() { viewer }: Context,
    @Arg('input', () => SubmitReferralForConsentInput, { description: 'Which one, and how.' })
    input: SubmitReferralForConsentInput,
  ): Promise<ReferralPayload> {
    return { referral: await submitReferralForConsent(this.hub, viewer, input) };
  }

  @Mutation(() => ReferralPayload, { description: 'Records the client’s yes and sends the referral.' })
  async confirmReferralConsent(
    @Ctx() { viewer }: Context,
    @Arg('input', () => ConfirmReferralConsentInput, { description: 'Which one, and the consent.' })
    input: ConfirmReferralConsentInput,
  ): Promise<ReferralPayload> {
    return { referral: await confirmReferralConsent(this.hub, viewer, input) };
  }

  @Mutation(() => ReferralPayload, {
    description: 'Sends a referral with a consent that was recorded before.',
  })
  async sendReferral(
    @Ctx() { viewer }: Context,
    @Arg('input', () => SendReferralInput, { description: 'Which one.' }) input: SendReferralInput,
  ): Promise<ReferralPayload> {
    return { referral: await sendReferral(this.hub, viewer, input) };
  }

  @Mutation(() => ReferralPayload, {
    description: 'Takes the client in; from now on the receiver may know who it is.',
  })
  async acceptReferral(
    @Ctx() { viewer }: Context,
    @Arg('input', () => AcceptReferralInput, { description: 'Which one, and who looks after it.' })
    input: AcceptReferralInput,
  ): Promise<ReferralPayload> {
    return { referral: await acceptReferral(this.hub, viewer, input) };
  }

  @Mutation(() => ReferralPayload, { description: 'Says no, with a reason.' })
  async declineReferral(
    @Ctx() { viewer }: Context,
    @Arg('input', () => DeclineReferralInput, { description: 'Which one, and why.' })
    input: DeclineReferralInput,
  ): Promise<ReferralPayload> {
    return { referral: await declineReferral(this.hub, viewer, input) };
  }

  @Mutation(() => ReferralPayload, {
    description: 'Takes a referral back, with a reason that the receiver is not told.',
  })
  async withdrawReferral(
    @Ctx() { viewer }: Context,
    @Arg('input', () => WithdrawReferralInput, { description: 'Which one, and why.' })
    input: WithdrawReferralInput,
  ): Promise<ReferralPayload> {
    return { referral: await withdrawReferral(this.hub, viewer, input) };
  }

  @Mutation(() => ReferralPayload, { description: 'Records that the client was reached.' })
  async recordFirstContact(
    @Ctx() { viewer }: Context,
    @Arg('input', () => RecordFirstContactInput, { description: 'Which one, how and when.' })
    input: RecordFirstContactInput,
  ): Promise<ReferralPayload> {
    return { referral: await recordFirstContact(this.hub, viewer, input) };
  }

  @Mutation(() => ReferralPayload, { description: 'Ends a referral with its outcome.' })
  async closeReferral(
    @Ctx() { viewer }: Context,
    @Arg('input', () => CloseReferralInput, { description: 'Which one, and what became of it.' })
    input: CloseReferralInput,
  ): Promise<ReferralPayload> {
    return { referral: await closeReferral(this.hub, viewer, input) };
  }

  @Mutation(() => ReferralPayload, { description: 'Records the client’s no; the referral ends.' })
  async refuseReferralConsent(
    @Ctx() { viewer }: Context,
    @Arg('input', () => RefuseReferralConsentInput, { description: 'Which one.' })
    input: RefuseReferralConsentInput,
  ): Promise<ReferralPayload> {
    return { referral: await refuseReferralConsent(this.hub, viewer, input) };
  }

  @Mutation(() => ReferralPayload, {
    description: 'Asks the referrer something before answering; the answer’s clock stands still.',
  })
  async askReferralInfo(
    @Ctx() { viewer }: Context,
    @Arg('input', () => AskReferralInfoInput, { description: 'Which one, and what.' })
    input: AskReferralInfoInput,
  ): Promise<ReferralPayload> {
    return { referral: await askReferralInfo(this.hub, viewer, input) };
  }

  @Mutation(() => ReferralPayload, { description: 'Answers what the receiver asked; its clock goes on.' })
  async replyReferralInfo(
    @Ctx() { viewer }: Context,
    @Arg('input', () => ReplyReferralInfoInput, { description: 'Which one, and the answer.' })
    input: ReplyReferralInfoInput,
  ): Promise<ReferralPayload> {
    return { referral: await replyReferralInfo(this.hub, viewer, input) };
  }

  @Mutation(() => ReferralPayload, { description: 'Puts a referral on a waiting list.' })
  async waitlistReferral(
    @Ctx() { viewer }: Context,
    @Arg('input', () => WaitlistReferralInput, { description: 'Which one, and for how long.' })
    input: WaitlistReferralInput,
  ): Promise<ReferralPayload> {
    return { referral: await waitlistReferral(this.hub, viewer, input) };
  }

  @Mutation(() => ReferralPayload, { description: 'Interrupts a referral for a while.' })
  async holdReferral(
    @Ctx() { viewer }: Context,
    @Arg('input', () => HoldReferralInput, { description: 'Which one, why and until when.' })
    input: HoldReferralInput,
  ): Promise<ReferralPayload> {
    return { referral: await holdReferral(this.hub, viewer, input) };
  }

  @Mutation(() => ReferralPayload, { description: 'Goes on with an interrupted referral.' })
  async resumeReferral(
    @Ctx() { viewer }: Context,
    @Arg('input', () => ResumeReferralInput, { description: 'Which one.' }) input: ResumeReferralInput,
  ): Promise<ReferralPayload> {
    return { referral: await resumeReferral(this.hub, viewer, input) };
  }

  @Mutation(() => ReferralPayload, {
    description: 'Goes on with a closed referral, within 30 days and while consent holds.',
  })
  async reopenReferral(
    @Ctx() { viewer }: Context,
    @Arg('input', () => ReopenReferralInput, { description: 'Which one, and why.' })
    input: ReopenReferralInput,
  ): Promise<ReferralPayload> {
    return { referral: await reopenReferral(this.hub, viewer, input) };
  }
}
