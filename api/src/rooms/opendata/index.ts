/** Open data: the directory and the events as other systems read them, HSDS 3.1 and Linked Events (STANDARDS.md, Directory and federation). */
import type { Room } from '../../platform/room.ts';

export { HsdsService } from './hsds.service.ts';
export { LinkedEventsService } from './linked-events.service.ts';
export type { OpenAnswer, OpenRequest } from './open.query.ts';
export { openApiOf } from './openapi.document.ts';

export const openDataRoom: Room = {
  name: 'opendata',
  entities: [],
  resolvers: [],
  publicTables: ['tombstones'],
};
