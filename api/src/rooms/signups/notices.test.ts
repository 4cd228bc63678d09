import sql from 'sql-template-tag';
import { describe, expect, it, vi } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { deliverMails } from '../../../test/makers/mail.ts';
import { anOccurrence, minuteLater } from '../../../test/makers/offering.ts';
import { anOrganisation } from '../../../test/makers/organisation.ts';
import { aSignUp } from '../../../test/makers/sign-up.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { OutboxService } from '../notices/index.ts';
import { OccurrenceService } from '../offerings/index.ts';
import { SignUpService } from './index.ts';

const hub = useHub();
const system = systemViewer('test');
const outbox = (): OutboxService => hub.hub.get(OutboxService);

const aDate = async (startsAtLocal: string, isSensitive = false): Promise<string> => {
  const organisation = await anOrganisation(hub);
  const wish = {
    organisationId: organisation.id,
    capacity: 9,
    title: 'Language café',
    startsAtLocal,
    isSensitive,
  };
  return (await anOccurrence(hub, wish)).id;
};

const textsTo = (to: string): readonly string[] =>
  hub.texts.filter((text) => text.to === to).map(({ text }) => text);

const atTime = async (time: string, work: () => Promise<void>): Promise<void> => {
  const before = hub.clock.now();
  hub.clock.set(new Date(time));
  await work();
  hub.clock.set(before);
};

describe('text messages', () => {
  it('tell of a place in a few lines, in the person’s language', async () => {
    const occurrenceId = await aDate('2026-11-29T17:00');
    const { code } = await aSignUp(hub, { occurrenceId, phone: '040 000 0001', languageTag: 'so' });
    await outbox().deliverDue();
    const [text, ...others] = textsTo('+358400000001');
    expect(others).toEqual([]);
    expect(text).toContain('Booskaaga waa la xaqiijiyay\n');
    expect(text).toContain(`http://hub.test/so/sign-ups/${code}`);
    expect(text).not.toContain('Samira');
  });

  it('name nothing of a sensitive offering', async () => {
    const occurrenceId = await aDate('2026-11-29T17:00', true);
    await aSignUp(hub, { occurrenceId, phone: '040 000 0002' });
    await outbox().deliverDue();
    expect(textsTo('+358400000002').join()).not.toContain('Language café');
    expect(textsTo('+358400000002')).toHaveLength(1);
  });

  it('tell of a cancelled date, those who wait among them', async () => {
    const occurrenceId = await aDate('2026-11-29T17:00');
    await aSignUp(hub, { occurrenceId, partySize: 9 });
    await aSignUp(hub, { occurrenceId, phone: '040 000 0003', wait: true });
    const { notifiedCount } = await hub.hub
      .get(OccurrenceService)
      .cancel(system, { occurrenceId, reasons: [] });
    expect(notifiedCount).toBe(2);
    await minuteLater(hub);
    await outbox().deliverDue();
    expect(textsTo('+358400000003')).toHaveLength(2);
  });

  it('are neither lost nor doubled when the gateway fails', async () => {
    const occurrenceId = await aDate('2026-11-29T17:00');
    await aSignUp(hub, { occurrenceId, phone: '040 000 0004' });
    if (hub.hub.sms) vi.spyOn(hub.hub.sms, 'deliver').mockRejectedValueOnce(new Error('gone'));
    await outbox().deliverDue();
    expect(textsTo('+358400000004')).toEqual([]);
    await atTime('2026-11-24T12:00:00Z', async () => {
      await Promise.all([outbox().deliverDue(), outbox().deliverDue()]);
    });
    expect(textsTo('+358400000004')).toHaveLength(1);
  });
});

describe('the reminder of the day before', () => {
  it('reaches each who has a place once, by mail or phone', async () => {
    const occurrenceId = await aDate('2026-11-29T17:00');
    await aSignUp(hub, { occurrenceId, email: 'remind@example.org', languageTag: 'fi' });
    await aSignUp(hub, { occurrenceId, phone: '040 000 0005', partySize: 8 });
    await aSignUp(hub, { occurrenceId, email: 'waits@example.org', wait: true });
    await deliverMails(hub);
    await atTime('2026-11-27T10:00:00Z', async () => {
      await hub.hub.get(SignUpService).remind();
      expect(await deliverMails(hub)).toEqual([]);
    });
    await atTime('2026-11-28T10:00:00Z', async () => {
      await Promise.all([hub.hub.get(SignUpService).remind(), hub.hub.get(SignUpService).remind()]);
      await hub.hub.get(SignUpService).remind();
      const mails = await deliverMails(hub);
      expect(mails.map(({ to, subject }) => `${to} ${subject}`)).toEqual([
        'remind@example.org Huomenna: sinulla on paikka',
      ]);
      expect(textsTo('+358400000005').filter((text) => text.startsWith('Tomorrow'))).toHaveLength(1);
    });
  });

  it('is not sent to who signed up today', async () => {
    const occurrenceId = await aDate('2026-11-25T17:00');
    await aSignUp(hub, { occurrenceId, email: 'today@example.org' });
    await deliverMails(hub);
    await hub.hub.get(SignUpService).remind();
    expect((await deliverMails(hub)).map(({ to }) => to)).not.toContain('today@example.org');
  });

  it('comes again for the rest when the job is killed on the way', async () => {
    const occurrenceId = await aDate('2026-11-29T17:00');
    for (const name of ['a', 'b', 'c'])
      await aSignUp(hub, { occurrenceId, email: `killed-${name}@example.org` });
    await deliverMails(hub);
    const marked = async (): Promise<number> =>
      (
        await hub.hub.db.read(
          system,
          sql`select id from sign_ups where occurrence_id = ${occurrenceId} and reminded_at is not null`,
        )
      ).length;
    await atTime('2026-11-28T10:00:00Z', async () => {
      const crypto = vi.spyOn(hub.hub.crypto, 'seal').mockImplementationOnce(() => {
        throw new Error('killed');
      });
      await expect(hub.hub.get(SignUpService).remind()).rejects.toThrow('killed');
      crypto.mockRestore();
      expect(await marked()).toBe(0);
      await hub.hub.get(SignUpService).remind();
      expect(await marked()).toBe(3);
      const told = (await deliverMails(hub)).map(({ to }) => to).filter((to) => to.startsWith('killed'));
      expect(told.sort()).toEqual(['a', 'b', 'c'].map((name) => `killed-${name}@example.org`));
    });
  });
});
