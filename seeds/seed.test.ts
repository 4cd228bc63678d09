import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { ManualClock } from '../api/src/platform/clock.ts';
import { useOwnHub } from '../api/test/harness.ts';
import { referralPlans } from './content/content.ts';
import { isEmpty, seedRegion } from './seed.ts';
import { seedViewer } from './seed.context.ts';

const today = new Date('2026-11-24T09:00:00+02:00');
const test = useOwnHub();

const count = async (statement: ReturnType<typeof sql>): Promise<number> => {
  const row = await test.hub.db.readOne<{ count: string }>(seedViewer, statement);
  return Number(row?.count);
};

const tables = [
  'persons',
  'memberships',
  'organisations',
  'partner_agreements',
  'places',
  'offerings',
  'schedules',
  'occurrences',
  'sign_ups',
  'clients',
  'consents',
  'referrals',
  'referral_events',
  'outbox_messages',
] as const;

const countAll = (): Promise<unknown> =>
  test.hub.db.readOne(
    seedViewer,
    // The names are this file's own.
    sql([`select ${tables.map((table) => `(select count(*) from ${table}) as ${table}`).join(', ')}`]),
  );

/** The hub's clock in hands that let go of it once, in the midst of the seeding. */
class FailingClock extends ManualClock {
  private left: number;

  constructor(settings: number) {
    super(today);
    this.left = settings;
  }

  override set(instant: Date): void {
    this.left -= 1;
    if (this.left === 0) throw new Error('interrupted');
    test.clock.set(instant);
  }
}

const seed = (clock: ManualClock = test.clock): Promise<void> =>
  seedRegion(test.hub, clock, { today, log: () => undefined });

/** What the clocks erased is no move of a plan. */
const planned = sql`action <> 'eraseReceiverCopy'`;

describe('the seeded region', () => {
  beforeAll(async () => {
    expect(await isEmpty(test.hub)).toBe(true);
    // Among agreements, sign-ups, clients and referrals.
    for (const settings of [10, 25, 40, 150]) {
      await expect(seed(new FailingClock(settings))).rejects.toThrow('interrupted');
      expect(await isEmpty(test.hub)).toBe(true);
    }
    await seed();
  }, 60_000);

  it('has the city with its centre and four municipalities, and at least twelve example associations', async () => {
    expect(
      await count(
        sql`select count(*) from organisations where kind in ('CITY', 'MUNICIPALITY') and not is_example`,
      ),
    ).toBe(6);
    expect(
      await count(
        sql`select count(distinct municipality_code) from organisations where kind in ('CITY', 'MUNICIPALITY')`,
      ),
    ).toBe(5);
    expect(
      await count(
        sql`select count(*) from organisations where kind = 'ASSOCIATION' and is_example and status = 'VERIFIED'`,
      ),
    ).toBeGreaterThanOrEqual(12);
  });

  it('offers sixty offerings in six languages or more, on 1 500 dates or more within six months', async () => {
    expect(await count(sql`select count(*) from offerings where status = 'PUBLISHED'`)).toBe(60);
    expect(
      await count(sql`select count(distinct language) from offering_translations`),
    ).toBeGreaterThanOrEqual(6);
    expect(
      await count(
        sql`select count(*) from occurrences where starts_at between ${today} and ${today}::timestamptz + interval '6 months'`,
      ),
    ).toBeGreaterThanOrEqual(1_500);
  });

  it('has dates that are full and dates with places left, counted in persons', async () => {
    expect(await count(sql`select count(*) from occurrences where taken = capacity`)).toBeGreaterThanOrEqual(
      10,
    );
    expect(
      await count(
        sql`select count(*) from occurrences where taken between 1 and coalesce(capacity, 10000) - 1`,
      ),
    ).toBeGreaterThanOrEqual(50);
    expect(
      await count(
        sql`select count(*) from occurrences c
            where taken <> (select coalesce(sum(party_size), 0) from sign_ups s where s.occurrence_id = c.id)`,
      ),
    ).toBe(0);
  });

  it('has seven demo people and nobody without a role', async () => {
    expect(await count(sql`select count(*) from persons where demo_key is not null`)).toBe(7);
    expect(await count(sql`select count(*) from persons where organisation_ids = '{}'`)).toBe(0);
  });

  it('has forty clients and seventy referrals, each in the state its plan ends in', async () => {
    expect(await count(sql`select count(*) from clients`)).toBe(40);
    const rows = await test.hub.db.read<{ state: string; count: string }>(
      seedViewer,
      sql`select state, count(*) from referrals group by state`,
    );
    const planned = Object.groupBy(referralPlans, ({ endState }) => endState);
    expect(Object.fromEntries(rows.map(({ state, count: number }) => [state, Number(number)]))).toEqual(
      Object.fromEntries(Object.entries(planned).map(([state, plans]) => [state, plans.length])),
    );
  });

  it('makes each planned move once, however often it was interrupted', async () => {
    const moves = referralPlans.flatMap(({ path }) => path.map(({ move }) => move));
    expect(
      await count(sql`select count(*) from referral_events where ${planned} and action <> 'assign'`),
    ).toBe(referralPlans.length + moves.length);
    expect(await count(sql`select count(*) from referrals where assignee_id is not null`)).toBe(2);
    const consents = moves.filter((move) => move === 'send' || move === 'confirmConsent');
    expect(await count(sql`select count(*) from consents`)).toBe(consents.length);
  });

  it('dates everything before the seed day, referrals on working days', async () => {
    expect(await count(sql`select count(*) from referral_events where at >= ${today} and ${planned}`)).toBe(
      0,
    );
    expect(
      await count(
        sql`select count(*) from referral_events where extract(isodow from at at time zone 'Europe/Helsinki') > 5 and ${planned}`,
      ),
    ).toBe(0);
  });

  it('leaves no mail behind', async () => {
    expect(await count(sql`select count(*) from outbox_messages`)).toBe(0);
    expect(await count(sql`select count(*) from pgboss.job where name = 'notices.deliver'`)).toBe(0);
    expect(test.mails).toEqual([]);
  });

  it('changes nothing when it runs again', async () => {
    const before = await countAll();
    expect(await isEmpty(test.hub)).toBe(false);
    await seed();
    expect(await countAll()).toEqual(before);
  });
});
