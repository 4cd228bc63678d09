import { describe, expect, it, vi } from 'vitest';
import { useOwnHub } from '../../../test/harness.ts';
import { anOrganisation } from '../../../test/makers/organisation.ts';
import { aMember } from '../../../test/makers/person.ts';
import { testEnv } from '../../../test/test-env.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { OutboxService } from './index.ts';

const hub = useOwnHub({ ...testEnv, demo: false });
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
let people = 0;

const aReader = () => {
  people += 1;
  const name = `reader-${people}`;
  const to = `${name}@example.org`;
  return {
    to,
    leave: (place: string, isUrgent = false) =>
      hub.hub.db.write(systemViewer('test'), (tx) =>
        tx.send({
          kind: 'mail',
          to,
          template: 'referrals.received',
          languageTag: 'en',
          values: { url: `https://hub.test/${place}` },
          notice: { group: `referrals:${name}`, isUrgent },
        }),
      ),
    mails: () => hub.mails.filter((mail) => mail.to === to),
  };
};
const deliver = () => hub.hub.get(OutboxService).deliverDue();
const at = (text: string): void => hub.clock.set(new Date(text));

describe('news', () => {
  it('leaves at once by day, and what follows soon after comes as one mail', async () => {
    at('2026-11-24T09:00:00+02:00');
    const reader = aReader();
    await reader.leave('a');
    await deliver();
    expect(reader.mails().map(({ subject }) => subject)).toEqual(['You have a new referral']);
    for (const place of ['b', 'c', 'b']) await reader.leave(place);
    hub.clock.advance(14 * minute);
    await deliver();
    expect(reader.mails()).toHaveLength(1);
    hub.clock.advance(minute);
    await deliver();
    expect(reader.mails()).toHaveLength(2);
    expect(reader.mails()[1]?.subject).toBe('News on referrals: 3');
    expect(reader.mails()[1]?.text.match(/https:\/\/hub\.test\/\w/g)).toEqual([
      'https://hub.test/b',
      'https://hub.test/c',
    ]);
    hub.clock.advance(hour);
    await deliver();
    expect(reader.mails()).toHaveLength(2);
  });

  it('waits for the morning when it comes at night, urgent news excepted', async () => {
    at('2026-11-24T21:00:00+02:00');
    const [reader, other] = [aReader(), aReader()];
    await other.leave('urgent', true);
    await reader.leave('a');
    await reader.leave('b');
    await deliver();
    expect([reader.mails().length, other.mails().length]).toEqual([0, 1]);
    at('2026-11-25T07:59:00+02:00');
    await deliver();
    expect(reader.mails()).toEqual([]);
    at('2026-11-25T08:00:00+02:00');
    await deliver();
    expect(reader.mails().map(({ subject }) => subject)).toEqual(['News on referrals: 2']);
  });

  it('of one person waits for nobody else’s', async () => {
    at('2026-11-26T10:00:00+02:00');
    const [first, second] = [aReader(), aReader()];
    await first.leave('a');
    await deliver();
    await second.leave('a');
    await deliver();
    expect([first.mails().length, second.mails().length]).toEqual([1, 1]);
  });
});

describe('mails that fail', () => {
  const failed = `query { failedNotices(first: 10) { totalCount nodes { id template receiverDomain attempts lastError isGivenUp } } }`;
  const retry = 'mutation ($input: RetryNoticeInput!) { retryNotice(input: $input) { noticeId } }';
  interface Failed {
    failedNotices: { totalCount: number; nodes: { id: string; isGivenUp: boolean }[] };
  }

  it('are tried again by the hub, shown to the network admin alone, and sent when the admin says so', async () => {
    at('2026-11-27T10:00:00+02:00');
    const { id: organisationId } = await anOrganisation(hub);
    const { viewer: admin } = await aMember(hub, { organisationId, role: 'ADMIN' });
    const { viewer: coordinator } = await aMember(hub, { organisationId, role: 'COORDINATOR' });
    await deliver();
    const reader = aReader();
    await reader.leave('a');
    class MailServerGone extends Error {
      override readonly name = 'MailServerGone';
    }
    const broken = vi.spyOn(hub.hub.mail, 'deliver').mockRejectedValue(new MailServerGone(reader.to));
    await deliver();
    const { data } = await hub.ask<Failed>(admin, failed);
    expect(data.failedNotices.nodes).toEqual([
      {
        id: expect.any(String),
        template: 'referrals.received',
        receiverDomain: 'example.org',
        attempts: 1,
        lastError: 'MailServerGone',
        isGivenUp: false,
      },
    ]);
    expect(JSON.stringify(data)).not.toContain(reader.to);
    hub.clock.advance(3 * day + 1);
    await hub.hub.get(OutboxService).sweep();
    const [notice] = (await hub.ask<Failed>(admin, failed)).data.failedNotices.nodes;
    expect(notice?.isGivenUp).toBe(true);

    broken.mockRestore();
    await deliver();
    expect(reader.mails()).toEqual([]);
    const input = { noticeId: notice?.id };
    expect((await hub.ask(null, failed)).failure?.code).toBe('UNAUTHENTICATED');
    expect((await hub.ask(coordinator, failed)).failure?.code).toBe('FORBIDDEN');
    expect((await hub.ask(coordinator, retry, { input })).failure?.code).toBe('FORBIDDEN');
    expect((await hub.ask(admin, retry, { input })).failure).toBeNull();
    await deliver();
    expect(reader.mails()).toHaveLength(1);
    expect((await hub.ask<Failed>(admin, failed)).data.failedNotices).toEqual({ totalCount: 0, nodes: [] });
    expect((await hub.ask(admin, retry, { input })).failure?.code).toBe('NOT_FOUND');
  });
});
