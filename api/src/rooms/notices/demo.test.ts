import { describe, expect, it } from 'vitest';
import { useOwnHub } from '../../../test/harness.ts';
import { testEnv } from '../../../test/test-env.ts';
import { Hub } from '../../platform/hub.ts';
import { DemoOutbox } from '../../platform/mail/mail.ts';
import { DemoService } from './demo.service.ts';

const demo = useOwnHub({ ...testEnv, demo: true });

const mail = (id: string) => ({ id, to: 'a@example.org', subject: 'Hi', text: 'Text', languageTag: 'en' });

describe('the demo’s outbox', () => {
  it('shows the newest mails first, as many as asked', async () => {
    const outbox = new DemoOutbox(() => demo.clock.now());
    const service = new DemoService(new Hub({ ...demo.hub, mail: outbox }));
    for (const id of ['1', '2', '3']) await outbox.deliver(mail(id));
    expect(service.mails(2).map(({ id }) => id)).toEqual(['3', '2']);
    expect(service.mails(100)[0]).toEqual({ ...mail('3'), at: demo.clock.now() });
  });

  it('shows none when mails really leave, or outside the demo', async () => {
    const outbox = new DemoOutbox(() => demo.clock.now());
    await outbox.deliver(mail('1'));
    expect(new DemoService(demo.hub).mails(50)).toEqual([]);
    const real = new Hub({ ...demo.hub, mail: outbox, env: { ...testEnv, demo: false } });
    expect(new DemoService(real).mails(50)).toEqual([]);
    expect(await new DemoService(real).people()).toEqual([]);
  });

  it.each([0, 101])('refuses to show %i mails', async (first) => {
    const { failure } = await demo.ask(
      null,
      'query ($first: Int!) { demo { mails(first: $first) { id } } }',
      { first },
    );
    expect(failure).toMatchObject({
      code: 'INVALID_INPUT',
      reason: 'PAGE_SIZE_OUT_OF_RANGE',
      fields: [{ path: 'first' }],
    });
  });
});
