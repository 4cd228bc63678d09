/** Data protection: the ledger of erasures, and what is held of whom, for what and how long. */
import { ledgerQueue } from '../../platform/erasure/erasure.ts';
import { writeLedger } from '../../platform/erasure/ledger.ts';
import type { Room } from '../../platform/room.ts';
import { RecordResolver } from './record.resolver.ts';

export { recordOfProcessing } from './record.ts';
export { recordAsMarkdown } from './record.markdown.ts';
export { replayErasures } from './erasure.replay.ts';

export const protectionRoom: Room = {
  name: 'protection',
  entities: [],
  resolvers: [RecordResolver],
  queues: [ledgerQueue],
  jobs: (hub) => [
    {
      name: ledgerQueue,
      cron: '* * * * *',
      run: async () => {
        await writeLedger(hub);
      },
    },
  ],
};
