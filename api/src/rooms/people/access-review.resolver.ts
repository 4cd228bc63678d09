import { Arg, Ctx, Extensions, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { accessReviewPolicy } from './access-review.policy.ts';
import {
  latestReview,
  overdueReviews,
  reviewedMembers,
  strongSignInLoader,
  type AccessReviewRow,
  type ReviewedMemberRow,
} from './access-review.read.ts';
import { AccessReviewService } from './access-review.service.ts';
import {
  AccessReviewAbilitiesType,
  AccessReviewMemberType,
  AccessReviewPayload,
  AccessReviewType,
  AnswerAccessReviewInput,
  CompleteAccessReviewInput,
  OverdueAccessReviewType,
} from './access-review.types.ts';
import { personNameLoader } from './person.loaders.ts';

/** Who has access, gone through once a quarter by those who lead an organisation. */
@Resolver(() => AccessReviewType)
export class AccessReviewResolver {
  private readonly reviews: AccessReviewService;

  constructor(private readonly hub: Hub) {
    this.reviews = hub.get(AccessReviewService);
  }

  @Query(() => AccessReviewType, {
    nullable: true,
    description: 'The newest access review of an organisation that the viewer leads; null for others.',
  })
  accessReview(
    @Ctx() { viewer }: Context,
    @Arg('organisationId', () => ID, { description: 'The organisation.' }) organisationId: string,
  ): Promise<AccessReviewRow | null> {
    return latestReview(this.hub, viewer, organisationId);
  }

  @Query(() => [OverdueAccessReviewType], {
    description:
      'Access reviews whose time is over, the longest first, for the network admin. Errors: UNAUTHENTICATED, FORBIDDEN.',
  })
  overdueAccessReviews(@Ctx() { viewer }: Context): Promise<OverdueAccessReviewType[]> {
    return overdueReviews(this.hub, viewer);
  }

  @Mutation(() => AccessReviewPayload, {
    description:
      'Keeps or ends somebody’s access. Errors: NOT_FOUND, FORBIDDEN, REVIEW_DONE, LAST_COORDINATOR.',
  })
  async answerAccessReview(
    @Ctx() { viewer }: Context,
    @Arg('input', () => AnswerAccessReviewInput, { description: 'The decision.' })
    input: AnswerAccessReviewInput,
  ): Promise<AccessReviewPayload> {
    return { review: await this.reviews.answer(viewer, input) };
  }

  @Mutation(() => AccessReviewPayload, {
    description:
      'Confirms that everybody was gone through. Errors: NOT_FOUND, FORBIDDEN, REVIEW_INCOMPLETE, REVIEW_DONE.',
  })
  async completeAccessReview(
    @Ctx() { viewer }: Context,
    @Arg('input', () => CompleteAccessReviewInput, { description: 'Which.' })
    { reviewId }: CompleteAccessReviewInput,
  ): Promise<AccessReviewPayload> {
    return { review: await this.reviews.complete(viewer, reviewId) };
  }

  @FieldResolver(() => Boolean, { description: 'Whether its time is over and it waits still.' })
  isOverdue(@Root() { completedAt, dueAt }: AccessReviewRow): boolean {
    return completedAt === null && dueAt <= this.hub.clock.now();
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who confirmed it.' })
  async reviewerName(
    @Root() { reviewerId }: AccessReviewRow,
    @Ctx() { loaders }: Context,
  ): Promise<string | null> {
    return reviewerId === null ? null : loaders.load(personNameLoader, reviewerId);
  }

  // An organisation has a few dozen members at most.
  @Extensions({ rows: 40 })
  @FieldResolver(() => [AccessReviewMemberType], {
    description: 'Who had a role when it began, 500 at most; whose role ended since stand last.',
  })
  members(@Root() review: AccessReviewRow, @Ctx() { viewer }: Context): Promise<AccessReviewMemberType[]> {
    return reviewedMembers(this.hub, viewer, review);
  }

  @FieldResolver(() => AccessReviewAbilitiesType, { description: 'What the viewer may do in it.' })
  viewerCan(@Root() review: AccessReviewRow, @Ctx() { viewer }: Context): AccessReviewAbilitiesType {
    const isOpen = review.completedAt === null;
    return { answer: isOpen && accessReviewPolicy.can(viewer, 'answerAccessReview', review) };
  }
}

@Resolver(() => AccessReviewMemberType)
export class AccessReviewMemberResolver {
  // Also of who left: the review says whose access ended.
  @FieldResolver(() => String, { nullable: true, description: 'Who.' })
  displayName(@Root() { personId }: ReviewedMemberRow, @Ctx() { loaders }: Context): Promise<string | null> {
    return loaders.load(personNameLoader, personId);
  }

  @FieldResolver(() => Boolean, { description: 'Whether they have set up a strong sign-in.' })
  hasStrongSignIn(@Root() { personId }: ReviewedMemberRow, @Ctx() { loaders }: Context): Promise<boolean> {
    return loaders.load(strongSignInLoader, personId);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is the viewer.' })
  isViewer(@Root() { personId }: ReviewedMemberRow, @Ctx() { viewer }: Context): boolean {
    return personId === viewer.personId;
  }
}
