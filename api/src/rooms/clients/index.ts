/** Clients: whom caseworkers serve, who they are (apart and sealed), and what they consented to be told. */
import type { Room } from '../../platform/room.ts';
import { clientPersonalData } from './client.personal-data.ts';
import { CaseloadResolver } from './caseload.resolver.ts';
import { caseloadSql } from './caseload.sql.ts';
import { releaseClients } from './caseload.release.ts';
import { ClientDelegationResolver } from './delegation.resolver.ts';
import { AccessEventResolver, AccessLogResolver } from './access-log.resolver.ts';
import { accessLogSql } from './access-log.sql.ts';
import { forgetMoves } from './client-move.offer.ts';
import { ClientMove } from './client-move.entity.ts';
import { ClientMoveResolver } from './client-move.resolver.ts';
import { clientMoveSql } from './client-move.sql.ts';
import { Client, ClientIdentity } from './client.entity.ts';
import { holdClient } from './client.held.ts';
import { ClientViewerResolver } from './client.viewer.ts';
import { ClientResolver } from './client.resolver.ts';
import { consentClockQueue, tickConsent } from './consent.clock.ts';
import { Consent } from './consent.entity.ts';
import { EmergencyAccess, emergencySql } from './emergency.entity.ts';
import { emergencyQueue, endEmergencies, forgetEmergencies } from './emergency.open.ts';
import { EmergencyResolver } from './emergency.resolver.ts';
import { ConsentResolver } from './consent.resolver.ts';

export { delegateClients, type DelegateClientsInput } from './caseload.delegate.ts';
export { breakGlass } from './emergency.open.ts';
export { reviewEmergency } from './emergency.review.ts';
export { worksWithClients } from './caseload.people.ts';
export { handOverClients, type HandOverClientsInput } from './caseload.hand-over.ts';
export { readAccessLog, type AccessEvent } from './access-log.read.ts';
export { AccessEventType } from './access-log.types.ts';
export { acceptClientMove } from './client-move.accept.ts';
export { moveClient } from './client-move.offer.ts';
export { ClientCreation, type CreateClientInput } from './client.create.ts';
export { eraseClient } from './client.erase.ts';
export { Client } from './client.entity.ts';
export {
  AccessNeedEnum,
  AgeBandEnum,
  ConsentFieldEnum,
  ConsentMethodEnum,
  DetailFieldEnum,
} from './client.enums.ts';
export { clientKeyColumn, openForClient, sealForClient } from './client.held.ts';
export {
  identityColumns,
  openIdentities,
  openIdentity,
  type Identity,
  type SealedIdentity,
} from './client.identity.ts';
export { loadClient } from './client.load.ts';
export { clientLoader } from './client.loaders.ts';
export { clientPolicy } from './client.policy.ts';
export type { ClientRow } from './client.read.ts';
export { ClientService } from './client.service.ts';
export { ClientType } from './client.types.ts';
export {
  accessNeeds,
  ageBands,
  areAllOf,
  consentFields,
  detailFields,
  isOneOf,
  type AccessNeed,
  type AgeBand,
  type ToldAgeBand,
  type ClientContactKind,
  type ConsentField,
  type ConsentMethod,
  type DetailField,
} from './client.words.ts';
export { expiryOf } from './consent.calendar.ts';
export { endConsent, endConsentsOf } from './consent.end.ts';
export { Consent } from './consent.entity.ts';
export {
  consentsFor,
  holdConsentsFor,
  isActiveAt,
  loadActiveConsents,
  loadConsent,
  type ConsentRow,
  type ConsentView,
} from './consent.read.ts';
export { insertConsent, insertConsentByLink, type ConsentTerms } from './consent.record.ts';
export { ConsentService, type RecordConsentInput } from './consent.service.ts';
export { consentTextIn, currentLinkTextVersion, currentTextVersion } from './consent.texts.ts';
export { ConsentTextType, ConsentType } from './consent.types.ts';

/** Finds emergencies whose job was lost. */
const emergencySweepQueue = 'clients.sweep-emergencies';

export const clientsRoom: Room = {
  name: 'clients',
  entities: [Client, ClientIdentity, EmergencyAccess, ClientMove, Consent],
  personalData: clientPersonalData,
  resolvers: [
    ClientResolver,
    ClientViewerResolver,
    AccessLogResolver,
    AccessEventResolver,
    CaseloadResolver,
    ClientDelegationResolver,
    EmergencyResolver,
    ClientMoveResolver,
    ConsentResolver,
  ],
  sql: [...caseloadSql, ...emergencySql, ...accessLogSql, ...clientMoveSql],
  queues: [consentClockQueue, emergencyQueue, emergencySweepQueue],
  jobs: (hub) => [
    { name: consentClockQueue, run: ({ consentId = '' }) => tickConsent(hub, consentId) },
    { name: emergencyQueue, run: async () => void (await endEmergencies(hub)) },
    { name: emergencySweepQueue, cron: '*/5 * * * *', run: async () => void (await endEmergencies(hub)) },
  ],
  subscribe: (hub) => {
    hub.events.on('people.roleEnded', (tx, event) => releaseClients(hub, tx, event));
    hub.events.on('client.erasing', async (tx, { clientId }) => {
      await forgetEmergencies(tx, clientId);
      await forgetMoves(hub, tx, clientId);
    });
    hub.events.on('client.exporting', async (tx, { clientId, sections }) => {
      sections.push(...(await holdClient(tx, hub.crypto, clientId)));
    });
  },
};
