import sql from 'sql-template-tag';
import { describe, expect, it, vi } from 'vitest';
import { useOwnHub } from '../../../test/harness.ts';
import { aViewer } from '../../../test/makers/person.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { noticesRoom, OutboxService } from './index.ts';

const hub = useOwnHub();
const minute = 60_000;
const day = 24 * 60 * minute;

interface Row {
  readonly id: string;
  readonly payload: string | null;
  readonly deliveredAt: Date | null;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly failedAt: Date | null;
}

const outbox = (): OutboxService => hub.hub.get(OutboxService);
const values = { link: 'https://hub.test/x', minutes: '10' };
let letters = 0;

const idsLeft = async (): Promise<string[]> =>
  (await hub.hub.db.read<{ id: string }>(systemViewer('test'), sql`select id from outbox_messages`)).map(
    ({ id }) => id,
  );

/** Leaves a message as a service does; its address is its name here. */
const leave = async (template = 'people.sign-in'): Promise<{ to: string; id: string }> => {
  const to = `letter-${(letters += 1)}@example.org`;
  const known = await idsLeft();
  await hub.hub.db.write(systemViewer('test'), (tx) =>
    tx.send({ kind: 'mail', to, template, languageTag: 'en', values }),
  );
  const id = (await idsLeft()).find((each) => !known.includes(each));
  return { to, id: id ?? '' };
};
const rowOf = async (id: string): Promise<Row | undefined> =>
  hub.hub.db.readOne<Row>(
    systemViewer('test'),
    sql`select id, payload, delivered_at as "deliveredAt", attempts, last_error as "lastError", failed_at as "failedAt" from outbox_messages where id = ${id}`,
  );
const mailsTo = (address: string): number => hub.mails.filter(({ to }) => to === address).length;
const failOnce = (error: Error): void => {
  vi.spyOn(hub.hub.mail, 'deliver').mockRejectedValueOnce(error);
};

describe('the outbox', () => {
  it('delivers a message once, and then forgets what it said', async () => {
    const { to, id } = await leave();
    expect((await rowOf(id))?.payload).not.toContain(to);
    expect(await outbox().deliver(id)).toBe(true);
    expect(await outbox().deliver(id)).toBe(false);
    expect(mailsTo(to)).toBe(1);
    expect(hub.mails.at(-1)).toMatchObject({ id, subject: 'Sign in to Kotoverkko', languageTag: 'en' });
    expect(await rowOf(id)).toMatchObject({ payload: null, deliveredAt: hub.clock.now(), attempts: 1 });
  });

  it('sends nothing of a change that failed', async () => {
    const lost = hub.hub.db.write(systemViewer('test'), async (tx) => {
      await tx.send({
        kind: 'mail',
        to: 'lost@example.org',
        template: 'people.sign-in',
        languageTag: 'en',
        values,
      });
      throw new Error('changed my mind');
    });
    await expect(lost).rejects.toThrow('changed my mind');
    await outbox().deliverDue();
    expect(mailsTo('lost@example.org')).toBe(0);
  });

  it('neither loses nor repeats a message whose delivery fails', async () => {
    const { to, id } = await leave();
    class MailServerGone extends Error {
      override readonly name = 'MailServerGone';
    }
    failOnce(new MailServerGone(`550 ${to} unknown`));
    await expect(outbox().deliver(id)).rejects.toThrow();
    expect(await rowOf(id)).toMatchObject({ deliveredAt: null, attempts: 1, lastError: 'MailServerGone' });
    await outbox().deliver(id);
    await outbox().deliverDue();
    expect(mailsTo(to)).toBe(1);
  });

  it('delivers once though twenty workers try at the same time', async () => {
    const { to, id } = await leave();
    const done = await Promise.all(Array.from({ length: 20 }, () => outbox().deliver(id)));
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(mailsTo(to)).toBe(1);
  });

  it('sweeps up messages whose job was lost, after a minute', async () => {
    const { to } = await leave();
    await outbox().sweep();
    expect(mailsTo(to)).toBe(0);
    hub.clock.advance(minute);
    await outbox().sweep();
    expect(mailsTo(to)).toBe(1);
  });

  it('waits longer after each failure, and lets no message keep others back', async () => {
    const broken = await leave('people.no-such-text');
    const { to } = await leave();
    expect(await outbox().deliverDue()).toBe(1);
    expect(mailsTo(to)).toBe(1);
    await outbox().deliverDue();
    expect(await rowOf(broken.id)).toMatchObject({ attempts: 1, lastError: 'UnknownTemplate' });
    hub.clock.advance(2 * minute);
    await outbox().deliverDue();
    hub.clock.advance(minute);
    await outbox().deliverDue();
    expect(await rowOf(broken.id)).toMatchObject({ attempts: 2 });
  });

  it('gives up after three days, and keeps no row beyond thirty', async () => {
    const { id } = await leave('people.no-such-text');
    hub.clock.advance(3 * day + 1);
    await outbox().sweep();
    expect(await rowOf(id)).toMatchObject({ failedAt: hub.clock.now(), deliveredAt: null });
    hub.clock.advance(27 * day);
    await outbox().sweep();
    expect(await rowOf(id)).toBeUndefined();
  });

  it('is closed to everyone but the worker', async () => {
    await leave();
    const viewer = aViewer({});
    expect(await hub.hub.db.read(viewer, sql`select id from outbox_messages`)).toEqual([]);
  });

  it('is worked by jobs of the queue that services fill', async () => {
    const { to, id } = await leave();
    const jobs = noticesRoom.jobs?.(hub.hub) ?? [];
    expect(jobs.map(({ name }) => name)).toEqual(noticesRoom.queues);
    await jobs.find(({ name }) => name === 'notices.deliver')?.run({ messageId: id });
    expect(mailsTo(to)).toBe(1);
  });

  it('takes along what else waits, also when its own message fails', async () => {
    const first = await leave();
    const others = [await leave(), await leave()];
    failOnce(new Error('gone'));
    await expect(outbox().work(first.id)).rejects.toThrow('gone');
    expect(others.map(({ to }) => mailsTo(to))).toEqual([1, 1]);
    expect(await rowOf(first.id)).toMatchObject({ attempts: 1, deliveredAt: null });
  });

  it('delivers through the running queue', async () => {
    const { to } = await leave();
    await hub.hub.jobs.work(noticesRoom.jobs?.(hub.hub) ?? []);
    await vi.waitFor(() => expect(mailsTo(to)).toBe(1), { timeout: 10_000, interval: 100 });
  });
});
