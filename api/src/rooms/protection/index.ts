/** Data protection: clients' requests, what is held of whom, for what and how long, and the ledger of erasures. */
import sql from 'sql-template-tag';
import { sendAnchor } from '../../platform/audit/anchor.send.ts';
import { sealLog } from '../../platform/audit/seal.write.ts';
import { ledgerQueue } from '../../platform/erasure/erasure.ts';
import { writeLedger } from '../../platform/erasure/ledger.ts';
import type { Hub } from '../../platform/hub.ts';
import type { Job } from '../../platform/jobs/jobs.ts';
import { personalFields } from '../../platform/personal-data/personal-data.ts';
import type { Room } from '../../platform/room.ts';
import { LogResolver } from './log.resolver.ts';
import { RecordResolver } from './record.resolver.ts';
import { ClientRequest } from './request.entity.ts';
import { requestClockQueue, tickRequest } from './request.notices.ts';
import { followMoveOfRequests, moveRequestsSql, previewMoveOfRequests } from './client-move.ts';
import { RequestResolver } from './request.resolver.ts';
import { holdRequests } from './subject.export.ts';

export { createClientRequest } from './request.create.ts';
export { decideClientRequest } from './request.decide.ts';
export { recordOfProcessing } from './record.ts';
export { recordAsMarkdown } from './record.markdown.ts';
export { replayErasures } from './erasure.replay.ts';

const sealQueue = 'protection.seal-log';
const anchorQueue = 'protection.anchor-log';

const sealing = (hub: Hub): Job[] => [
  {
    name: sealQueue,
    cron: '* * * * *',
    run: async () => {
      await sealLog(hub);
    },
  },
  { name: anchorQueue, cron: '5 0 * * *', run: () => sendAnchor(hub) },
];

export const protectionRoom: Room = {
  name: 'protection',
  entities: [ClientRequest],
  resolvers: [LogResolver, RecordResolver, RequestResolver],
  personalData: personalFields(
    { table: 'client_requests', about: 'CLIENT', purpose: 'CASEWORK', retention: 'CLIENT' },
    { details: { by: 'DATA_KEY', key: 'client_identities.data_key' }, kind: null },
  ),
  queues: [anchorQueue, ledgerQueue, requestClockQueue, sealQueue],
  jobs: (hub) => [
    {
      name: ledgerQueue,
      cron: '* * * * *',
      run: async () => {
        await writeLedger(hub);
      },
    },
    ...(hub.sealerUrl === null ? [] : sealing(hub)),
    { name: requestClockQueue, run: ({ requestId = '' }) => tickRequest(hub, requestId) },
  ],
  sql: moveRequestsSql,
  subscribe: (hub) => {
    hub.events.on('client.previewingMove', previewMoveOfRequests);
    hub.events.on('client.moved', (tx, event) => followMoveOfRequests(hub, tx, event));
    hub.events.on('client.exporting', async (tx, { clientId, sections }) => {
      sections.push(await holdRequests(tx, clientId));
    });
    // That it was asked and answered stays, without a person and without their words.
    hub.events.on('client.erasing', async (tx, { clientId }) => {
      await tx.query(
        sql`update client_requests set client_id = null, details = null where client_id = ${clientId}`,
      );
    });
  },
};
