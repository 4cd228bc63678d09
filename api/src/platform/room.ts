import type { EntityList } from './db/orm-options.ts';
import type { Hub } from './hub.ts';
import type { Job } from './jobs/jobs.ts';
import type { PersonalField } from './personal-data/personal-data.ts';

/** What a room brings into the house; `rooms.ts` lists them. */
export interface Room {
  readonly name: string;
  readonly entities: EntityList;
  // Resolver classes are made by the hub, which alone knows their constructors.
  readonly resolvers: readonly (new (hub: Hub) => object)[];
  /** Tables that the anonymous role may read (its row-level security says which rows). */
  readonly publicTables?: readonly string[];
  /** Tables to which the app role may only add rows. */
  readonly appendOnlyTables?: readonly string[];
  /** Every column that holds something of a person, or a key to it: what the record of processing is made from. */
  readonly personalData?: readonly PersonalField[];
  /** SQL that entities can't say: functions, views, special indexes. Idempotent, run by the owner after migrations. */
  readonly sql?: readonly string[];
  /** Registers handlers of domain events. */
  readonly subscribe?: (hub: Hub) => void;
  readonly jobs?: (hub: Hub) => readonly Job[];
  /** The queues of `jobs`, made by the owner at migration. */
  readonly queues?: readonly string[];
}
