import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import type { Hub } from '../../platform/hub.ts';
import { WaitingCauseEnum, WaitingMoveEnum } from './sign-up.enums.ts';
import { SignUpService } from './sign-up.service.ts';
import type { WaitingCause, WaitingMove } from './sign-up.words.ts';

@ObjectType('WaitingListMove', {
  description: 'Why somebody in a waiting list got a place, or lost it again.',
})
export class WaitingListMoveType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => WaitingMoveEnum, { description: 'What happened.' })
  move!: WaitingMove;

  @Field(() => WaitingCauseEnum, { description: 'Why.' })
  because!: WaitingCause;

  @Field(() => Int, { description: 'The number the party drew in this list; numbers are served in order.' })
  waitingNumber!: number;

  @Field(() => Int, { description: 'Persons in the party.' })
  partySize!: number;

  @Field(() => Int, { nullable: true, description: 'Places that were free before; null = no limit.' })
  placesFree!: number | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;
}

@Resolver(() => WaitingListMoveType)
export class WaitingListResolver {
  private readonly service: SignUpService;

  constructor(hub: Hub) {
    this.service = hub.get(SignUpService);
  }

  @Query(() => [WaitingListMoveType], {
    description: 'The log of a date’s waiting list, oldest first: for coordinators of its hosts alone.',
  })
  waitingListMoves(
    @Ctx() { viewer }: Context,
    @Arg('occurrenceId', () => ID, { description: 'The date.' }) occurrenceId: string,
  ): Promise<WaitingListMoveType[]> {
    return this.service.waitingMoves(viewer, occurrenceId);
  }
}
