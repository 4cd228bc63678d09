import { businessIdCheckDigit } from '../../src/platform/text/business-id.ts';
import { systemViewer, type MemberRole, type Viewer } from '../../src/platform/policy/viewer.ts';
import {
  OrganisationApplications,
  OrganisationDecisions,
  OrganisationFounding,
  PartnerAgreements,
  partnerTerms,
  type OrganisationKind,
  type OrganisationStatus,
} from '../../src/rooms/organisations/index.ts';
import type { TestHub } from '../harness.ts';
import { aViewer } from './person.ts';

export interface OrganisationMade {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly municipalityCode: string;
  readonly businessId: string | null;
}

export interface OrganisationWish {
  readonly kind?: OrganisationKind;
  readonly name?: string;
  /** Three digits; Joensuu unless told. */
  readonly municipalityCode?: string;
  readonly status?: OrganisationStatus;
  readonly agreement?: 'valid' | 'expired' | 'none';
  readonly businessId?: string | null;
}

const threeYears = 3 * 366 * 24 * 3_600_000;
let made = 0;

/** A business id with a right check digit, a new one each time. */
export const aBusinessId = (): string => {
  for (;;) {
    made += 1;
    const digits = String(1_000_000 + made);
    const check = businessIdCheckDigit(digits);
    if (check !== null) return `${digits}-${check}`;
  }
};

const applied = async (hub: TestHub, wish: OrganisationMade): Promise<string> =>
  hub.hub.get(OrganisationApplications).apply(systemViewer('test'), {
    ...wish,
    email: 'info@example.org',
    applicantName: 'Aino Applicant',
    applicantEmail: `applicant-${made}@example.org`,
  });

const accept = async (
  hub: TestHub,
  organisationId: string,
  agreement: 'valid' | 'expired',
): Promise<void> => {
  const now = hub.clock.now();
  if (agreement === 'expired') hub.clock.advance(-threeYears);
  try {
    const input = { organisationId, termsVersion: partnerTerms.version };
    await hub.hub.get(PartnerAgreements).accept(systemViewer('test'), input);
  } finally {
    hub.clock.set(now);
  }
};

/** An organisation, made by the services: a verified association of Joensuu with a valid agreement unless told. */
export const anOrganisation = async (
  hub: TestHub,
  wish: OrganisationWish = {},
): Promise<OrganisationMade> => {
  const { kind = 'ASSOCIATION', municipalityCode = '167', status = 'VERIFIED', agreement = 'valid' } = wish;
  const businessId = wish.businessId === undefined ? aBusinessId() : wish.businessId;
  const name = wish.name ?? `Association ${made}`;
  const facts = { kind, name, municipalityCode, businessId };
  if (status !== 'VERIFIED') {
    const id = await applied(hub, { id: '', ...facts });
    if (status === 'REJECTED') {
      await hub.hub
        .get(OrganisationDecisions)
        .decide(systemViewer('test'), { organisationId: id, decision: 'REJECT' });
    }
    return { id, ...facts };
  }
  const id = await hub.hub
    .get(OrganisationFounding)
    .found(systemViewer('test'), { ...facts, email: 'info@example.org' });
  if (agreement !== 'none') await accept(hub, id, agreement);
  return { id, ...facts };
};

/** A viewer with a role in an organisation, signed in by link, without a row in the database. */
export const aViewerIn = (organisation: { readonly id: string }, role: MemberRole): Viewer =>
  aViewer({ memberships: [{ organisationId: organisation.id, role }], assurance: 'LINK' });
