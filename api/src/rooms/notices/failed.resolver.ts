import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ConnectionArgs } from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import { FailedNotices } from './failed.service.ts';
import { FailedNoticeConnectionType, RetryNoticeInput, RetryNoticePayload } from './failed.types.ts';

@Resolver()
export class FailedNoticeResolver {
  private readonly notices: FailedNotices;

  constructor(hub: Hub) {
    this.notices = hub.get(FailedNotices);
  }

  @Query(() => FailedNoticeConnectionType, {
    description: 'Mails that could not be delivered so far, the newest first.',
  })
  failedNotices(
    @Ctx() { viewer }: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<FailedNoticeConnectionType> {
    return this.notices.list(viewer, args) as unknown as Promise<FailedNoticeConnectionType>;
  }

  @Mutation(() => RetryNoticePayload, { description: 'Lets a failed mail be tried again at once.' })
  async retryNotice(
    @Ctx() { viewer }: Context,
    @Arg('input', () => RetryNoticeInput, { description: 'Which one.' }) { noticeId }: RetryNoticeInput,
  ): Promise<RetryNoticePayload> {
    await this.notices.retry(viewer, noticeId);
    return { noticeId };
  }
}
