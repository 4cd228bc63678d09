import pg from 'pg';
import type { Message } from '../../src/platform/outbox/outbox.ts';
import type { Viewer } from '../../src/platform/policy/viewer.ts';
import type { ClientRow } from '../../src/rooms/clients/index.ts';
import type { TestHub } from '../harness.ts';
import { aClient } from './client.ts';
import { anOffering } from './offering.ts';
import { anOrganisation, type OrganisationMade } from './organisation.ts';
import { aMember } from './person.ts';

/** A municipality and an association, and everyone who has, or has not, to do with a referral between them. */
export interface ReferralScene {
  readonly municipality: OrganisationMade;
  readonly association: OrganisationMade;
  readonly caseworker: Viewer;
  readonly colleague: Viewer;
  readonly manager: Viewer;
  readonly coordinator: Viewer;
  readonly secondCoordinator: Viewer;
  readonly volunteer: Viewer;
  /** Coordinates another association. */
  readonly stranger: Viewer;
  /** A caseworker of another municipality. */
  readonly outsider: Viewer;
  readonly admin: Viewer;
  readonly addresses: Readonly<Record<'caseworker' | 'coordinator' | 'secondCoordinator', string>>;
  readonly client: ClientRow;
  /** Weekly, published, takes referrals. */
  readonly offering: { readonly id: string };
  readonly makeCaseworker: () => Promise<Viewer>;
  /** A new published offering of the association. */
  readonly makeOffering: (wish?: object) => Promise<{ readonly id: string }>;
  /** Who did an audited action to a subject, as the auditor reads it. */
  readonly auditRows: (subjectId: string, action: string) => Promise<{ personId: string | null }[]>;
  /** The messages in the outbox, opened, in the order in which they were left. */
  readonly outbox: () => Promise<Message[]>;
  /** Runs SQL as a role of the database, without the services. */
  readonly queryAs: (
    role: 'hub_owner' | 'hub_auditor',
    text: string,
    values?: unknown[],
  ) => Promise<Record<string, unknown>[]>;
}

const queryWith = async (
  url: string,
  text: string,
  values: unknown[],
): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text, values)).rows;
  } finally {
    await client.end();
  }
};

export const aReferralScene = async (hub: TestHub): Promise<ReferralScene> => {
  const municipality = await anOrganisation(hub, {
    kind: 'CITY',
    name: 'Joensuu',
    agreement: 'none',
    businessId: null,
  });
  const association = await anOrganisation(hub, { name: 'Naapurit' });
  const elsewhere = await anOrganisation(hub, { name: 'Elsewhere' });
  const neighbour = await anOrganisation(hub, {
    kind: 'MUNICIPALITY',
    name: 'Liperi',
    municipalityCode: '426',
    agreement: 'none',
    businessId: null,
  });
  const network = await anOrganisation(hub, { kind: 'AUTHORITY', name: 'Network' });
  const join = (
    organisation: { id: string },
    role: Parameters<typeof aMember>[1]['role'],
    languageTag = 'fi',
  ) => aMember(hub, { organisationId: organisation.id, role, languageTag });

  const caseworker = await join(municipality, 'CASEWORKER', 'en');
  const coordinator = await join(association, 'COORDINATOR', 'ar');
  const secondCoordinator = await join(association, 'COORDINATOR', 'so');
  const queryAs: ReferralScene['queryAs'] = (role, text, values = []) =>
    queryWith(hub.urlOf(role), text, values);
  const makeOffering: ReferralScene['makeOffering'] = (wish = {}) =>
    anOffering(hub, { organisationId: association.id, takesReferrals: true, ...wish });
  return {
    municipality,
    association,
    caseworker: caseworker.viewer,
    colleague: (await join(municipality, 'CASEWORKER')).viewer,
    manager: (await join(municipality, 'MANAGER')).viewer,
    coordinator: coordinator.viewer,
    secondCoordinator: secondCoordinator.viewer,
    volunteer: (await join(association, 'VOLUNTEER')).viewer,
    stranger: (await join(elsewhere, 'COORDINATOR')).viewer,
    outsider: (await join(neighbour, 'CASEWORKER')).viewer,
    admin: (await join(network, 'ADMIN')).viewer,
    addresses: {
      caseworker: caseworker.email,
      coordinator: coordinator.email,
      secondCoordinator: secondCoordinator.email,
    },
    client: await aClient(hub, caseworker.viewer),
    offering: await makeOffering(),
    makeCaseworker: async () => (await join(municipality, 'CASEWORKER')).viewer,
    makeOffering,
    auditRows: async (subjectId, action) =>
      (await queryAs(
        'hub_auditor',
        'select person_id as "personId" from audit_log where $1 in (select subject_id union all select unnest(client_ids || referral_ids)::text) and action = $2 order by at, id',
        [subjectId, action],
      )) as { personId: string | null }[],
    outbox: async () => {
      const rows = await queryAs(
        'hub_owner',
        'select kind, payload from outbox_messages where payload is not null order by created_at, ctid',
      );
      const { crypto } = hub.hub;
      return rows.map(
        ({ kind, payload }) => JSON.parse(crypto.open('outbox', String(payload), String(kind))) as Message,
      );
    },
    queryAs,
  };
};
