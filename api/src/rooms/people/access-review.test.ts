import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { anOrganisation } from '../../../test/makers/organisation.ts';
import { aMember, type MemberMade } from '../../../test/makers/person.ts';
import { systemViewer, type MemberRole, type Viewer } from '../../platform/policy/viewer.ts';
import { openAccessReviews, remindOfAccessReview } from './access-review.open.ts';
import { SessionService } from './session.service.ts';

const hub = useHub();
const at = (text: string): void => hub.clock.set(new Date(text));

let organisationId: string;
let coordinator: MemberMade;
let volunteer: MemberMade;
let manager: Viewer;
let admin: Viewer;
let stranger: Viewer;
let municipalityId: string;

const join = (organisation: string, role: MemberRole, languageTag = 'en'): Promise<MemberMade> =>
  aMember(hub, { organisationId: organisation, role, languageTag });

beforeAll(async () => {
  at('2026-09-15T09:00:00+03:00');
  organisationId = (await anOrganisation(hub)).id;
  const city = await anOrganisation(hub, { kind: 'CITY', agreement: 'none', businessId: null });
  municipalityId = city.id;
  coordinator = await join(organisationId, 'COORDINATOR');
  volunteer = await join(organisationId, 'VOLUNTEER');
  manager = (await join(municipalityId, 'MANAGER')).viewer;
  await join(municipalityId, 'CASEWORKER');
  admin = (await join((await anOrganisation(hub)).id, 'ADMIN')).viewer;
  at('2026-10-01T07:00:00+03:00');
});

interface Review {
  readonly id: string;
  readonly quarter: string;
  readonly isOverdue: boolean;
  readonly completedAt: string | null;
  readonly reviewerName: string | null;
  readonly members: readonly {
    readonly membershipId: string;
    readonly displayName: string;
    readonly decision: string | null;
    readonly hasEnded: boolean;
    readonly hasStrongSignIn: boolean;
    readonly lastUsedAt: string | null;
  }[];
  readonly viewerCan: { readonly answer: boolean };
}

const fields = `id quarter isOverdue completedAt reviewerName viewerCan { answer } members {
  membershipId displayName role since lastUsedAt hasStrongSignIn decision hasEnded isViewer }`;

const reviewFor = async (viewer: Viewer | null, of = organisationId): Promise<Review | null> => {
  const { data } = await hub.ask<{ accessReview: Review | null }>(
    viewer,
    `query ($id: ID!) { accessReview(organisationId: $id) { ${fields} } }`,
    { id: of },
  );
  return data.accessReview;
};

const answer = (viewer: Viewer | null, input: object) =>
  hub.ask<{ answerAccessReview: { review: Review } } | null>(
    viewer,
    `mutation ($input: AnswerAccessReviewInput!) { answerAccessReview(input: $input) { review { ${fields} } } }`,
    { input },
  );

const complete = (viewer: Viewer | null, reviewId: string) =>
  hub.ask<{ completeAccessReview: { review: Review } } | null>(
    viewer,
    `mutation ($input: CompleteAccessReviewInput!) { completeAccessReview(input: $input) { review { ${fields} } } }`,
    { input: { reviewId } },
  );

const overdue = (viewer: Viewer | null) =>
  hub.ask<{
    overdueAccessReviews: { organisationId: string; memberCount: number; decidedCount: number }[];
  } | null>(
    viewer,
    'query { overdueAccessReviews { organisationId organisationName quarter dueAt memberCount decidedCount } }',
  );

const mailsNow = async (): Promise<number> => {
  const row = await hub.hub.db.readOne<{ count: number }>(
    systemViewer('test'),
    sql`select count(*)::int as count from outbox_messages`,
  );
  return row?.count ?? 0;
};

/** What must be true before the next step, or the rest says nothing. */
const open = async (viewer: Viewer, of = organisationId): Promise<Review> => {
  const review = await reviewFor(viewer, of);
  if (!review) throw new Error('no review');
  return review;
};

describe('a quarter’s access review', () => {
  it('opens once for each organisation that had members, however often and by however many it is tried', async () => {
    expect(await reviewFor(coordinator.viewer)).toBeNull();
    const before = await mailsNow();
    await Promise.all([openAccessReviews(hub.hub), openAccessReviews(hub.hub)]);
    await openAccessReviews(hub.hub);
    // The association's coordinator and the municipality's manager; the admin's organisation has no coordinator.
    expect((await mailsNow()) - before).toBe(2);
    expect(await open(coordinator.viewer)).toMatchObject({
      quarter: '2026-Q4',
      isOverdue: false,
      completedAt: null,
      viewerCan: { answer: true },
    });
    expect(await open(manager, municipalityId)).toMatchObject({ quarter: '2026-Q4' });
  });

  it('lists everybody with role, last use and whether the sign-in is strong', async () => {
    const token = await hub.hub.db.write(systemViewer('test'), (tx) =>
      hub.hub.get(SessionService).open(tx, volunteer.id, 'LINK'),
    );
    expect(token.value).not.toBe('');
    const { members } = await open(coordinator.viewer);
    expect(members).toHaveLength(2);
    expect(members.find(({ membershipId }) => membershipId === volunteer.membershipId)).toMatchObject({
      role: 'VOLUNTEER',
      lastUsedAt: '2026-10-01T04:00:00.000Z',
      hasStrongSignIn: false,
      decision: null,
      isViewer: false,
    });
  });

  it('is nobody else’s to see or answer', async () => {
    stranger = (await join((await anOrganisation(hub)).id, 'COORDINATOR')).viewer;
    const { id } = await open(coordinator.viewer);
    const input = { reviewId: id, membershipId: volunteer.membershipId, decision: 'END' };
    for (const viewer of [null, stranger, volunteer.viewer, manager, admin]) {
      expect(await reviewFor(viewer)).toBeNull();
      expect((await answer(viewer, input)).failure?.code).toMatch(/NOT_FOUND|UNAUTHENTICATED/);
      expect((await complete(viewer, id)).failure?.code).toMatch(/NOT_FOUND|UNAUTHENTICATED/);
    }
    const seen = await hub.hub.db.read(stranger, sql`select id from access_reviews`);
    expect(seen).toEqual([]);
  });

  it('is overdue after 30 days, which the network admin sees by number and the leaders are told', async () => {
    const { id } = await open(coordinator.viewer);
    at('2026-10-31T23:59:00+02:00');
    await remindOfAccessReview(hub.hub, id);
    const before = await mailsNow();
    expect((await overdue(admin)).data?.overdueAccessReviews).toEqual([]);
    at('2026-11-01T00:00:00+02:00');
    await remindOfAccessReview(hub.hub, id);
    expect((await mailsNow()) - before).toBe(1);
    expect(await open(coordinator.viewer)).toMatchObject({ isOverdue: true });
    const { data } = await overdue(admin);
    expect(data?.overdueAccessReviews).toContainEqual(
      expect.objectContaining({ organisationId, quarter: '2026-Q4', memberCount: 2, decidedCount: 0 }),
    );
    for (const viewer of [coordinator.viewer, manager, volunteer.viewer])
      expect((await overdue(viewer)).failure?.code).toBe('FORBIDDEN');
    expect((await overdue(null)).failure?.code).toBe('UNAUTHENTICATED');
  });

  it('keeps or ends access at once, and is confirmed when everybody was gone through; who and when stays', async () => {
    const { id } = await open(coordinator.viewer);
    const decide = (who: MemberMade, decision: 'KEEP' | 'END') =>
      answer(coordinator.viewer, { reviewId: id, membershipId: who.membershipId, decision });
    const early = await complete(coordinator.viewer, id);
    expect(early.failure).toMatchObject({
      code: 'CONFLICT',
      reason: 'REVIEW_INCOMPLETE',
      facts: { left: 2 },
    });
    expect((await decide(coordinator, 'END')).failure?.reason).toBe('LAST_COORDINATOR');
    expect((await decide(coordinator, 'KEEP')).failure).toBeNull();
    const ended = await decide(volunteer, 'END');
    expect(ended.data?.answerAccessReview.review.members.at(-1)).toMatchObject({
      membershipId: volunteer.membershipId,
      decision: 'END',
      hasEnded: true,
    });
    const roles = await hub.hub.db.read(
      systemViewer('test'),
      sql`select 1 from memberships where person_id = ${volunteer.id} and ended_at is null`,
    );
    expect(roles).toEqual([]);
    // Whoever came after it began is the next one's.
    await join(organisationId, 'VOLUNTEER');
    const done = await complete(coordinator.viewer, id);
    expect(done.data?.completeAccessReview.review).toMatchObject({
      completedAt: '2026-10-31T22:00:00.000Z',
      reviewerName: coordinator.displayName,
      isOverdue: false,
      viewerCan: { answer: false },
    });
    expect((await decide(coordinator, 'KEEP')).failure?.reason).toBe('REVIEW_DONE');
    expect((await complete(coordinator.viewer, id)).failure?.reason).toBe('REVIEW_DONE');
    const before = await mailsNow();
    await remindOfAccessReview(hub.hub, id);
    expect(await mailsNow()).toBe(before);
  });

  it('opens anew with the next quarter, also late, when the hub stood still on its first day', async () => {
    at('2027-01-04T07:00:00+02:00');
    await openAccessReviews(hub.hub);
    const review = await open(coordinator.viewer);
    expect(review).toMatchObject({ quarter: '2027-Q1', completedAt: null });
    expect(review.members.map(({ decision }) => decision)).toEqual([null, null]);
  });

  it('takes an ending that came another way as the decision on it', async () => {
    const { id } = await open(coordinator.viewer);
    const second = (await open(coordinator.viewer)).members.find(
      ({ displayName }) => displayName !== coordinator.displayName,
    );
    await hub.ask(
      coordinator.viewer,
      'mutation ($id: ID!) { removeMember(input: { membershipId: $id }) { membershipId } }',
      { id: second?.membershipId },
    );
    expect((await open(coordinator.viewer)).members.at(-1)).toMatchObject({
      decision: 'END',
      hasEnded: true,
    });
    await answer(coordinator.viewer, {
      reviewId: id,
      membershipId: coordinator.membershipId,
      decision: 'KEEP',
    });
    expect((await complete(coordinator.viewer, id)).failure).toBeNull();
  });
});
