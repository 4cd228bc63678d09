import { defineEntity, p } from '@mikro-orm/postgresql';
import { inSession, secured } from '../../platform/db/row-security.ts';
import { Client, isOneOf } from '../clients/index.ts';
import { Organisation } from '../organisations/index.ts';
import { Region } from '../regions/index.ts';
import {
  refusalReasons,
  requestChannels,
  requestDecisions,
  requestKinds,
  type RefusalReason,
  type RequestChannel,
  type RequestDecision,
  type RequestKind,
} from './request.words.ts';

// The officer of a municipality is among those who work with its clients.
const isMunicipal = inSession('organisation_id', 'app.casework');

/** What a client asked for, and by when the municipality must have answered (GDPR 12: 30 days). */
export const ClientRequest = defineEntity({
  name: 'ClientRequest',
  tableName: 'client_requests',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    /** The municipality that answers. */
    organisation: () => p.manyToOne(Organisation).mapToPk(),
    /** Null once the client is erased: that it was asked and answered stays. */
    client: () => p.manyToOne(Client).nullable().mapToPk().deleteRule('set null'),
    kind: p.text().$type<RequestKind>(),
    channel: p.text().$type<RequestChannel>(),
    /** In the client's words, sealed with their data key. */
    details: p.text().nullable(),
    receivedAt: p.datetime(),
    dueAt: p.datetime(),
    decidedAt: p.datetime().nullable(),
    /** A person's id without a foreign key: the answer outlives the account. */
    decidedBy: p.uuid().nullable(),
    decision: p.text().$type<RequestDecision>().nullable(),
    refusalReason: p.text().$type<RefusalReason>().nullable(),
  },
  checks: [
    { name: 'client_requests_kind', expression: isOneOf('kind', requestKinds) },
    { name: 'client_requests_channel', expression: isOneOf('channel', requestChannels) },
    { name: 'client_requests_decision', expression: isOneOf('decision', requestDecisions) },
    { name: 'client_requests_refusal', expression: isOneOf('refusal_reason', refusalReasons) },
  ],
  indexes: [{ properties: ['organisation', 'receivedAt', 'id'] }, { properties: ['client'] }],
  ...secured('client_requests', { read: isMunicipal, write: isMunicipal, remove: 'false' }),
});
