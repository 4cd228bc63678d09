import { Arg, FieldResolver, Int, Query, Resolver } from 'type-graphql';
import type { Hub } from '../../platform/hub.ts';
import { DemoService } from './demo.service.ts';
import { DemoMailType, DemoPersonType, DemoType } from './demo.types.ts';

@Resolver(() => DemoType)
export class DemoResolver {
  private readonly demos: DemoService;

  constructor(hub: Hub) {
    this.demos = hub.get(DemoService);
  }

  @Query(() => DemoType, {
    nullable: true,
    description: 'What the demo offers; null where the hub runs for real.',
  })
  demo(): DemoType | null {
    return this.demos.isOpen ? {} : null;
  }

  @FieldResolver(() => [DemoPersonType], { description: 'Whom one can sign in as.' })
  people(): Promise<DemoPersonType[]> {
    return this.demos.people();
  }

  @FieldResolver(() => [DemoMailType], { description: 'The newest mails that would have left.' })
  mails(
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 100.' }) first: number,
  ): DemoMailType[] {
    return this.demos.mails(first);
  }
}
