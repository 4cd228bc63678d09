/** Imports: brings events of other calendars in as draft offerings. */
import type { Room } from '../../platform/room.ts';

export type { ImportProblem, ImportSource } from './import-source.ts';
export { importEvents, type ImportRequest, type ImportSummary } from './import.service.ts';
export { linkedEventsSource } from './linked-events.source.ts';

export const importsRoom: Room = { name: 'imports', entities: [], resolvers: [] };
