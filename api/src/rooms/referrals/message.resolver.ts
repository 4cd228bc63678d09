import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { organisationLoader, OrganisationType } from '../organisations/index.ts';
import { messagesLoader, type MessageRow } from './message.loaders.ts';
import { sendReferralMessage } from './message.send.ts';
import { ReferralMessageType, SendReferralMessageInput } from './message.types.ts';
import { ReferralPayload, ReferralType } from './referral.types.ts';
import type { ReferralView } from './referral.view.ts';

@Resolver(() => ReferralType)
export class ReferralMessagesResolver {
  constructor(private readonly hub: Hub) {}

  @FieldResolver(() => [ReferralMessageType], {
    description:
      'What the sides wrote to each other, the oldest first; none for a receiver whose consent ended.',
  })
  messages(@Root() referral: ReferralView, @Ctx() { loaders }: Context): Promise<ReferralMessageType[]> {
    return loaders.load(messagesLoader, referral.id);
  }

  @Mutation(() => ReferralPayload, { description: 'Writes to the other side of a referral.' })
  async sendReferralMessage(
    @Ctx() { viewer }: Context,
    @Arg('input', () => SendReferralMessageInput, { description: 'To which, and what.' })
    input: SendReferralMessageInput,
  ): Promise<ReferralPayload> {
    return { referral: await sendReferralMessage(this.hub, viewer, input) };
  }
}

@Resolver(() => ReferralMessageType)
export class ReferralMessageResolver {
  @FieldResolver(() => OrganisationType, { nullable: true, description: 'Which side wrote it.' })
  byOrganisation(@Root() message: MessageRow, @Ctx() { loaders }: Context): Promise<OrganisationType | null> {
    return loaders.load(organisationLoader, message.authorOrganisationId) as Promise<OrganisationType | null>;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer wrote it.' })
  byYou(@Root() message: MessageRow, @Ctx() { viewer }: Context): boolean {
    return message.authorPersonId === viewer.personId;
  }
}
