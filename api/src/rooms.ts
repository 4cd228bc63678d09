import 'reflect-metadata';
import { AuditLogEntry } from './platform/audit/audit.entity.ts';
import { AuditMark, AuditSeal, AuditSealEntry } from './platform/audit/seal.entity.ts';
import { HashRoot } from './platform/crypto/hash-root.ts';
import { IdempotencyKey } from './platform/db/idempotency.ts';
import type { EntityList } from './platform/db/orm-options.ts';
import { Erasure } from './platform/erasure/erasure.ts';
import { OutboxMessage } from './platform/outbox/outbox.ts';
import { platformFields, type PersonalField } from './platform/personal-data/personal-data.ts';
import { Tombstone } from './platform/tombstones/tombstone.ts';
import type { Room } from './platform/room.ts';
import { clientsRoom } from './rooms/clients/index.ts';
import { feedsRoom } from './rooms/feeds/index.ts';
import { integrationsRoom } from './rooms/integrations/index.ts';
import { importsRoom } from './rooms/imports/index.ts';
import { matchingRoom } from './rooms/matching/index.ts';
import { noticesRoom } from './rooms/notices/index.ts';
import { offeringsRoom } from './rooms/offerings/index.ts';
import { openDataRoom } from './rooms/opendata/index.ts';
import { organisationsRoom } from './rooms/organisations/index.ts';
import { peopleRoom } from './rooms/people/index.ts';
import { protectionRoom } from './rooms/protection/index.ts';
import { referralsRoom } from './rooms/referrals/index.ts';
import { regionsRoom } from './rooms/regions/index.ts';
import { signUpsRoom } from './rooms/signups/index.ts';
import { volunteersRoom } from './rooms/volunteers/index.ts';

/** THE register of rooms, lower ones first: a room may use those above it in this list. */
export const rooms: readonly Room[] = [
  regionsRoom,
  peopleRoom,
  organisationsRoom,
  offeringsRoom,
  signUpsRoom,
  volunteersRoom,
  clientsRoom,
  matchingRoom,
  referralsRoom,
  protectionRoom,
  feedsRoom,
  openDataRoom,
  importsRoom,
  integrationsRoom,
  noticesRoom,
];

/** All tables of the house. */
export const entities: EntityList = [
  AuditLogEntry,
  AuditMark,
  AuditSeal,
  AuditSealEntry,
  Erasure,
  HashRoot,
  IdempotencyKey,
  OutboxMessage,
  Tombstone,
  ...rooms.flatMap((room) => room.entities),
];

/** Every column that holds something of a person, or a key to it. */
export const personalData: readonly PersonalField[] = [
  ...platformFields,
  ...rooms.flatMap((room) => room.personalData ?? []),
];
