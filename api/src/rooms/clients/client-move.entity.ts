import { defineEntity, p } from '@mikro-orm/postgresql';
import { inSession, isViewer, secured } from '../../platform/db/row-security.ts';
import { Organisation } from '../organisations/index.ts';
import { Person } from '../people/index.ts';
import { Region } from '../regions/index.ts';
import { clientMoveStates, isOneOf, type ClientMoveState } from './client.words.ts';

const isFrom = inSession('from_organisation_id', 'app.casework');
const isTo = inSession('to_organisation_id', 'app.casework');

/** A client is to be served by another municipality: offered by the caseworker, taken over or not by one of the other side. */
export const ClientMove = defineEntity({
  name: 'ClientMove',
  tableName: 'client_moves',
  properties: {
    id: p.uuid().primary(),
    region: () => p.manyToOne(Region).mapToPk(),
    /** No foreign key: that it was moved outlives the client. */
    clientId: p.uuid(),
    fromOrganisation: () => p.manyToOne(Organisation).mapToPk(),
    toOrganisation: () => p.manyToOne(Organisation).mapToPk(),
    offerer: () => p.manyToOne(Person).mapToPk(),
    state: p.text().$type<ClientMoveState>(),
    /** What the other side is told before it takes over; emptied once it is decided. */
    languages: p.array().columnType('text[]'),
    needsInterpreter: p.boolean(),
    offeredAt: p.datetime(),
    /** The first instant at which it can be taken over no more. */
    expiresAt: p.datetime(),
    decidedAt: p.datetime().nullable(),
    /** A person's id without a foreign key: the record outlives the account. */
    decidedBy: p.uuid().nullable(),
  },
  checks: [{ name: 'client_moves_state', expression: isOneOf('state', clientMoveStates) }],
  indexes: [
    {
      name: 'client_moves_one_offer',
      expression: `create unique index "client_moves_one_offer" on "client_moves" ("client_id") where "state" = 'OFFERED'`,
    },
    { properties: ['fromOrganisation', 'offeredAt', 'id'] },
    { properties: ['toOrganisation', 'offeredAt', 'id'] },
  ],
  ...secured('client_moves', {
    read: `(${isFrom}) or (${isTo})`,
    write: `(${isFrom}) or (${isTo})`,
    insert: `(${isFrom}) and (${isViewer('offerer_id')})`,
    remove: 'false',
  }),
});
