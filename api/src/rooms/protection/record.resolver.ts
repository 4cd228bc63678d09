import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { protectionPolicy } from './protection.policy.ts';
import { recordOfProcessing } from './record.ts';
import { ProcessingActivityType } from './record.types.ts';

@Resolver()
export class RecordResolver {
  @Query(() => [ProcessingActivityType], {
    description: 'What the hub keeps of whom, for what and how long: for network admins and officers.',
  })
  recordOfProcessing(@Ctx() { hub, viewer }: Context): ProcessingActivityType[] {
    protectionPolicy.authorize(viewer, 'readRecord', null);
    return recordOfProcessing(hub.personalData);
  }
}
