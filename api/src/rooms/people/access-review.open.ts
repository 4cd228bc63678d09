import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId, newId } from '../../platform/ids.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { quarterOf, reviewDueAt } from './access-review.calendar.ts';
import { membersToTell } from './mail.targets.ts';
import { leadingRoles } from './person.policy.ts';
import { portalLink } from './portal-links.ts';

export const reviewQueue = 'people.open-access-reviews';
export const reviewDueQueue = 'people.access-review-due';

interface Reviewed {
  readonly organisationId: string;
  readonly organisationKind: string;
}

const hubItself = systemViewer(`job:${reviewQueue}`);

/** Asks those who lead the organisation, by link alone. */
const ask = async (hub: Hub, tx: Transaction, { organisationId, organisationKind }: Reviewed) => {
  for (const { email, languageTag } of await membersToTell(
    hub,
    organisationId,
    leadingRoles(organisationKind),
  ))
    await tx.send({
      kind: 'mail',
      to: email,
      template: 'people.access-review',
      languageTag,
      values: { url: portalLink(hub.env, languageTag, `/access-review/${organisationId}`) },
    });
};

/** The row, its clock and its mails exist together or not at all; of two workers at once one makes them. */
const open = (hub: Hub, organisation: Reviewed): Promise<boolean> =>
  hub.db.write(hubItself, async (tx) => {
    const { organisationId } = organisation;
    const now = hub.clock.now();
    const { name: quarter } = quarterOf(now);
    const dueAt = reviewDueAt(now);
    const [row] = await tx.query<{ id: string }>(
      sql`insert into access_reviews (id, region_id, organisation_id, quarter, opened_at, due_at)
          select ${newId(now)}, region_id, id, ${quarter}, ${now}, ${dueAt} from organisations where id = ${organisationId}
          on conflict (organisation_id, quarter) do nothing returning id`,
    );
    if (!row) return false;
    await tx.audit({
      action: 'people.openAccessReview',
      subjectId: row.id,
      organisationId,
      facts: { quarter },
    });
    await hub.jobs.send(tx, reviewDueQueue, { reviewId: row.id }, dueAt);
    await ask(hub, tx, organisation);
    return true;
  });

/**
 * Opens this quarter's access review of every verified organisation, or of one, that had members when the quarter began.
 * Runs every day: what a day without the hub missed is opened on the next, and nothing twice. Returns how many.
 */
export const openAccessReviews = async (hub: Hub, organisationId?: string): Promise<number> => {
  const { name, startsAt } = quarterOf(hub.clock.now());
  const organisations = await hub.db.read<Reviewed>(
    hubItself,
    sql`select organisation.id as "organisationId", organisation.kind as "organisationKind" from organisations organisation
        where organisation.status = 'VERIFIED' and (${organisationId ?? null}::uuid is null or organisation.id = ${organisationId ?? null}::uuid)
          and exists (select 1 from memberships membership where membership.organisation_id = organisation.id
            and membership.ended_at is null and membership.created_at < ${startsAt})
          and not exists (select 1 from access_reviews review
            where review.organisation_id = organisation.id and review.quarter = ${name})
        order by organisation.id`,
  );
  let count = 0;
  for (const organisation of organisations) count += Number(await open(hub, organisation));
  return count;
};

/** The time is over: those who have not confirmed are asked once more, and the network admin sees it from now on. */
export const remindOfAccessReview = async (hub: Hub, reviewId: string): Promise<void> => {
  if (!isId(reviewId)) return;
  await hub.db.write(hubItself, async (tx) => {
    const [review] = await tx.query<Reviewed>(
      sql`select review.organisation_id as "organisationId", organisation.kind as "organisationKind"
          from access_reviews review join organisations organisation on organisation.id = review.organisation_id
          where review.id = ${reviewId} and review.completed_at is null and review.due_at <= ${hub.clock.now()}`,
    );
    if (review) await ask(hub, tx, review);
  });
};
