/** Notices: delivers the mails that other rooms leave in the outbox; the demo's outbox. */
import { deliverQueue } from '../../platform/outbox/outbox.ts';
import type { Room } from '../../platform/room.ts';
import { DemoResolver } from './demo.resolver.ts';
import { FailedNoticeResolver } from './failed.resolver.ts';
import { OutboxService } from './outbox.service.ts';

export { OutboxService } from './outbox.service.ts';

const sweepQueue = 'notices.sweep';

export const noticesRoom: Room = {
  name: 'notices',
  entities: [],
  resolvers: [DemoResolver, FailedNoticeResolver],
  jobs: (hub) => [
    {
      name: deliverQueue,
      run: async ({ messageId }) => {
        if (messageId) await hub.get(OutboxService).work(messageId);
      },
    },
    { name: sweepQueue, cron: '* * * * *', run: () => hub.get(OutboxService).sweep() },
  ],
  queues: [deliverQueue, sweepQueue],
};
