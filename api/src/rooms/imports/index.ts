/** Imports: brings events of other calendars in as draft offerings. */
import type { Room } from '../../platform/room.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { ImportLink, ImportPreview } from './import-preview.entity.ts';
import { ImportPreviewService } from './import-preview.service.ts';
import { importPersonalData } from './import.personal-data.ts';
import { ImportResolver } from './import.resolver.ts';

export type { ImportProblem, ImportSource } from './import-source.ts';
export { ImportPreviewService } from './import-preview.service.ts';
export { importEvents, type ImportRequest, type ImportSummary } from './import.service.ts';
export { linkedEventsSource } from './linked-events.source.ts';

const sweepQueue = 'imports.sweep';

export const importsRoom: Room = {
  name: 'imports',
  entities: [ImportPreview, ImportLink],
  resolvers: [ImportResolver],
  personalData: importPersonalData,
  queues: [sweepQueue],
  jobs: (hub) => [
    {
      name: sweepQueue,
      cron: '40 3 * * *',
      run: () => hub.get(ImportPreviewService).sweep(systemViewer('job:imports.sweep')),
    },
  ],
};
