/** Imports: brings events of other calendars in as draft offerings. */
import type { Room } from '../../platform/room.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { ImportLink, ImportPreview } from './import-preview.entity.ts';
import { ImportPreviewService } from './import-preview.service.ts';
import { lookAt, lookAtAll } from './source.check.ts';
import { ImportSource } from './source.entity.ts';
import { tellFailing } from './source.mails.ts';
import { OrganisationImportsResolver } from './source.resolver.ts';
import { importPersonalData } from './import.personal-data.ts';
import { ImportResolver } from './import.resolver.ts';

export type { ImportProblem, ImportSource } from './import-source.ts';
export { ImportPreviewService } from './import-preview.service.ts';
export { ImportSourceService } from './source.service.ts';
export { importEvents, type ImportRequest, type ImportSummary } from './import.service.ts';
export { linkedEventsSource } from './linked-events.source.ts';

const sweepQueue = 'imports.sweep';
const hourlyQueue = 'imports.look-at-all';
const lookQueue = 'imports.look-at';

export const importsRoom: Room = {
  name: 'imports',
  entities: [ImportPreview, ImportLink, ImportSource],
  resolvers: [ImportResolver, OrganisationImportsResolver],
  personalData: importPersonalData,
  queues: [sweepQueue, hourlyQueue, lookQueue],
  jobs: (hub) => [
    {
      name: lookQueue,
      run: async ({ sourceId }) => {
        if (sourceId) await lookAt(hub, sourceId);
      },
    },
    {
      name: hourlyQueue,
      cron: '17 * * * *',
      run: async () => {
        await tellFailing(hub);
        await lookAtAll(hub, lookQueue);
      },
    },
    {
      name: sweepQueue,
      cron: '40 3 * * *',
      run: () => hub.get(ImportPreviewService).sweep(systemViewer('job:imports.sweep')),
    },
  ],
};
