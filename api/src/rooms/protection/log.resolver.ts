import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { logState } from './log.state.ts';
import { LogStateType } from './log.types.ts';

@Resolver()
export class LogResolver {
  @Query(() => LogStateType, {
    description: 'Whether the log of reads and writes is kept as it was: for network admins and officers.',
  })
  logState(@Ctx() { hub, viewer }: Context): Promise<LogStateType> {
    return logState(hub, viewer);
  }
}
