import { Arg, Field, ID, Int, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../../context.ts';
import { followInbox, followReferral, type ReferralNews } from './referral.live.ts';

@ObjectType('ReferralNewsPayload', {
  description: 'Where to look again, by id and version alone. Both null: ask for everything anew.',
})
export class ReferralNewsPayload {
  @Field(() => ID, { nullable: true, description: 'Which referral changed.' })
  referralId!: string | null;

  @Field(() => Int, { nullable: true, description: 'The version it has now.' })
  version!: number | null;
}

interface Subscribing {
  readonly context: Context;
  readonly args: { readonly id?: string };
}

/** Streams, at /graphql/stream. They end when the session ends or the viewer's roles change. */
@Resolver()
export class LiveResolver {
  @Subscription(() => ReferralNewsPayload, {
    description: 'News of one referral, its present version first.',
    subscribe: ({ context, args }: Subscribing) =>
      followReferral(context.hub, context.viewer, args.id ?? '') as unknown as AsyncIterable<unknown>,
  })
  referralChanged(
    @Root() news: ReferralNews,
    @Arg('id', () => ID, { description: 'The referral.' }) _id: string,
  ): ReferralNewsPayload {
    return news;
  }

  @Subscription(() => ReferralNewsPayload, {
    description: 'News of all referrals that the viewer sent or received.',
    subscribe: ({ context }: Subscribing) =>
      followInbox(context.hub, context.viewer) as unknown as AsyncIterable<unknown>,
  })
  inboxChanged(@Root() news: ReferralNews): ReferralNewsPayload {
    return news;
  }
}
