import sql, { type Sql } from 'sql-template-tag';
import type { Hub } from '../../platform/hub.ts';
import { newId } from '../../platform/ids.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { hostsToTell, tellHosts, type AskedOffering } from './freshness.mails.ts';
import { freshnessLimits, type CheckReason } from './freshness.rules.ts';
import { spreadHosts } from './offering.store.ts';

/** The queue, and the job that comes round every morning. */
export const freshnessQueue = 'offerings.freshness';

const worker = systemViewer(`job:${freshnessQueue}`);
/** So many at a time; the rest of a long list comes the next morning. */
const mostAtOnce = 500;

interface Due {
  readonly offeringId: string;
  readonly organisationId: string;
  readonly reason: CheckReason;
}

/** What nobody has touched for long, or whose last date is over since; what an import keeps right is left to it. */
const dueOfferings = (hub: Hub, now: Date): Promise<Due[]> =>
  hub.db.read(
    worker,
    sql`select o.id as "offeringId", o.organisation_id as "organisationId",
          case when ended.at > touched.at then 'ENDED' else 'UNTOUCHED' end as reason
        from offerings o
        cross join lateral (select greatest(o.updated_at, o.confirmed_at) as at) touched
        cross join lateral (
          select case when max(c.ends_at) <= ${now} then max(c.ends_at) end as at
          from occurrences c where c.offering_id = o.id and c.status = 'SCHEDULED') ended
        where o.status = 'PUBLISHED' and o.import_source is null
          and (ended.at > touched.at or touched.at < ${freshnessLimits(now).untouchedSince})
          and not exists (select 1 from offering_checks k where k.offering_id = o.id and k.closed_at is null)
        order by o.id limit ${mostAtOnce}`,
  );

/** Asks the hosts of one offering; returns the question's id. */
export const askHosts = async (hub: Hub, { offeringId, organisationId, reason }: Due): Promise<string> => {
  const now = hub.clock.now();
  const checkId = newId(now);
  const asked = { offeringId, organisationId, checkId, askedAt: now };
  const targets = await hostsToTell(hub, asked);
  await hub.db.write(worker, async (tx) => {
    const rows = await tx.query(
      sql`insert into offering_checks (id, region_id, offering_id, reason, asked_at)
          select ${checkId}, o.region_id, o.id, ${reason}, ${now} from offerings o where o.id = ${offeringId}
          on conflict do nothing returning id`,
    );
    if (rows.length === 0) return;
    const template = reason === 'ENDED' ? 'offerings.series-ended' : 'offerings.still-right';
    await tellHosts(hub, tx, template, asked, targets);
    await tx.audit({ action: 'offering.ask', subjectId: offeringId, organisationId, facts: { reason } });
  });
  return checkId;
};

/** Open questions that are older than `before`, on offerings of this condition. */
const unanswered = (hub: Hub, before: Date, condition: Sql): Promise<AskedOffering[]> =>
  hub.db.read(
    worker,
    sql`select o.id as "offeringId", o.organisation_id as "organisationId", k.id as "checkId", k.asked_at as "askedAt"
        from offering_checks k join offerings o on o.id = k.offering_id
        where k.closed_at is null and k.asked_at <= ${before} and ${condition} order by k.id limit ${mostAtOnce}`,
  );

type Step = 'stale' | 'hidden';

/** Marks or hides one offering and tells its hosts; a host who answers meanwhile has the last word. */
const take = async (hub: Hub, step: Step, asked: AskedOffering): Promise<void> => {
  const now = hub.clock.now();
  const targets = await hostsToTell(hub, asked);
  const change = step === 'stale' ? sql`stale_at = ${now}` : sql`hidden_at = ${now}`;
  await hub.db.write(worker, async (tx) => {
    const rows = await tx.query(
      sql`update offerings o set ${change} where o.id = ${asked.offeringId}
            and exists (select 1 from offering_checks k where k.id = ${asked.checkId} and k.closed_at is null)
          returning o.id`,
    );
    if (rows.length === 0) return;
    await spreadHosts(tx, asked.offeringId);
    const template = step === 'stale' ? 'offerings.unconfirmed' : 'offerings.hidden';
    await tellHosts(hub, tx, template, asked, targets);
    const { offeringId: subjectId, organisationId } = asked;
    await tx.audit({ action: `offering.${step}`, subjectId, organisationId });
  });
};

/** Closes the questions that a change of the offering, or its end, has answered. */
const closeTouched = async (hub: Hub): Promise<void> => {
  await hub.db.write(worker, (tx) =>
    tx.query(
      sql`update offering_checks k set closed_at = ${hub.clock.now()} from offerings o
          where o.id = k.offering_id and k.closed_at is null
            and (greatest(o.updated_at, o.confirmed_at) > k.asked_at or o.status <> 'PUBLISHED')`,
    ),
  );
};

/** Asks, marks, hides, each once and in that order. A run that was killed is finished by the next. */
export const watchFreshness = async (hub: Hub): Promise<void> => {
  const now = hub.clock.now();
  const { marks, hides } = freshnessLimits(now);
  await closeTouched(hub);
  for (const asked of await unanswered(hub, hides, sql`o.hidden_at is null and o.stale_at is not null`))
    await take(hub, 'hidden', asked);
  for (const asked of await unanswered(hub, marks, sql`o.stale_at is null`)) await take(hub, 'stale', asked);
  for (const due of await dueOfferings(hub, now)) await askHosts(hub, due);
};
