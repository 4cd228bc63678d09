import { describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { anOrganisation, aViewerIn } from '../../../test/makers/organisation.ts';
import { newId } from '../../platform/ids.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { OrganisationService } from './organisation.service.ts';
import { partnerTerms } from './partner-terms.ts';
import { whyNoReferrals } from './referral-readiness.ts';

const hub = useHub();

const facts = '{ canReceiveReferrals whyNoReferrals partnerAgreement { termsVersion validUntil isValid } }';
const look = `query ($id: ID!) { organisation(id: $id) ${facts} }`;
const accept = `mutation ($input: AcceptPartnerAgreementInput!) {
  acceptPartnerAgreement(input: $input) { partnerAgreement { id validUntil isValid } organisation ${facts} }
}`;
const acceptance = (organisationId: string, termsVersion = partnerTerms.version) => ({
  input: { organisationId, termsVersion },
});

describe('the partner agreement', () => {
  it('is told to members: without one there are no referrals', async () => {
    const organisation = await anOrganisation(hub, { agreement: 'none' });
    const seen = await hub.ask(aViewerIn(organisation, 'VOLUNTEER'), look, { id: organisation.id });
    expect(seen.data).toEqual({
      organisation: { canReceiveReferrals: false, whyNoReferrals: 'NO_AGREEMENT', partnerAgreement: null },
    });
  });

  it('is nobody else’s business but the network’s', async () => {
    const organisation = await anOrganisation(hub, { agreement: 'expired' });
    const other = await anOrganisation(hub, { kind: 'CITY' });
    for (const viewer of [null, aViewerIn(other, 'CASEWORKER'), aViewerIn(other, 'COORDINATOR')]) {
      expect((await hub.ask(viewer, look, { id: organisation.id })).data).toEqual({
        organisation: { canReceiveReferrals: false, whyNoReferrals: null, partnerAgreement: null },
      });
    }
    expect((await hub.ask(aViewerIn(other, 'ADMIN'), look, { id: organisation.id })).data).toMatchObject({
      organisation: { whyNoReferrals: 'AGREEMENT_EXPIRED', partnerAgreement: { isValid: false } },
    });
  });

  it('accepted by the coordinator opens referrals for two years', async () => {
    const organisation = await anOrganisation(hub, { agreement: 'none' });
    const coordinator = aViewerIn(organisation, 'COORDINATOR');
    const { data, failure } = await hub.ask(coordinator, accept, acceptance(organisation.id));
    expect(failure).toBeNull();
    expect(data).toMatchObject({
      acceptPartnerAgreement: {
        partnerAgreement: { validUntil: '2028-11-24', isValid: true },
        organisation: { canReceiveReferrals: true, whyNoReferrals: null },
      },
    });
    const now = hub.clock.now();
    hub.clock.set(new Date('2028-11-24T23:59:00+02:00'));
    expect((await hub.ask(coordinator, look, { id: organisation.id })).data).toMatchObject({
      organisation: { canReceiveReferrals: true },
    });
    hub.clock.set(new Date('2028-11-25T00:00:00+02:00'));
    expect((await hub.ask(coordinator, look, { id: organisation.id })).data).toMatchObject({
      organisation: {
        canReceiveReferrals: false,
        whyNoReferrals: 'AGREEMENT_EXPIRED',
        partnerAgreement: { isValid: false },
      },
    });
    hub.clock.set(now);
  });

  it('accepted twice on a day is one, and a later one takes the place of the earlier', async () => {
    const organisation = await anOrganisation(hub, { agreement: 'expired' });
    const coordinator = aViewerIn(organisation, 'COORDINATOR');
    const ask = () =>
      hub.ask<{ acceptPartnerAgreement: { partnerAgreement: { id: string } } }>(
        coordinator,
        accept,
        acceptance(organisation.id),
      );
    const answers = await Promise.all([ask(), ask()]);
    expect(answers.map(({ failure }) => failure)).toEqual([null, null]);
    expect(new Set(answers.map(({ data }) => data.acceptPartnerAgreement.partnerAgreement.id)).size).toBe(1);
  });

  it('is accepted in the version in force alone', async () => {
    const organisation = await anOrganisation(hub);
    const { failure } = await hub.ask(
      aViewerIn(organisation, 'COORDINATOR'),
      accept,
      acceptance(organisation.id, '2019-01'),
    );
    expect(failure).toMatchObject({
      code: 'INVALID_INPUT',
      reason: 'TERMS_OUTDATED',
      fields: [{ path: 'input.termsVersion' }],
      facts: { current: partnerTerms.version },
    });
  });

  it('is refused to the anonymous, volunteers, others and the network', async () => {
    const organisation = await anOrganisation(hub, { agreement: 'none' });
    const other = await anOrganisation(hub);
    expect((await hub.ask(null, accept, acceptance(organisation.id))).failure?.code).toBe('UNAUTHENTICATED');
    for (const viewer of [
      aViewerIn(organisation, 'VOLUNTEER'),
      aViewerIn(other, 'COORDINATOR'),
      aViewerIn(other, 'ADMIN'),
    ]) {
      expect((await hub.ask(viewer, accept, acceptance(organisation.id))).failure?.code).toBe('FORBIDDEN');
    }
    expect((await hub.ask(aViewerIn(other, 'COORDINATOR'), accept, acceptance(newId()))).failure?.code).toBe(
      'NOT_FOUND',
    );
  });

  it('has terms to read in Finnish and English', async () => {
    const { data } = await hub.ask<{
      partnerTerms: { version: string; en: { value: string }; fi: { language: string } };
    }>(
      null,
      '{ partnerTerms { version en: text(languages: ["en"]) { value } fi: text(languages: ["fi"]) { language } } }',
    );
    expect(data.partnerTerms.version).toBe('2026-11');
    expect(data.partnerTerms.en.value).toContain('30 days');
    expect(data.partnerTerms.fi.language).toBe('fi');
  });
});

describe('whether organisations receive referrals', () => {
  it('is told for many in one statement', async () => {
    const [valid, expired, none, applied] = [
      await anOrganisation(hub),
      await anOrganisation(hub, { agreement: 'expired' }),
      await anOrganisation(hub, { agreement: 'none' }),
      await anOrganisation(hub, { status: 'APPLIED' }),
    ];
    const ids = [valid, expired, none, applied].map(({ id }) => id);
    let able: ReadonlySet<string> = new Set();
    const statements = await hub.countStatements(async () => {
      able = await hub.hub.get(OrganisationService).canReceiveReferrals(systemViewer('test'), ids);
    });
    expect([...able]).toEqual([valid.id]);
    expect(statements).toBe(1);
  });

  it.each([
    [{ status: 'APPLIED', agreementValidUntil: '2030-01-01' }, 'NOT_VERIFIED'],
    [{ status: 'REJECTED', agreementValidUntil: null }, 'NOT_VERIFIED'],
    [{ status: 'VERIFIED', agreementValidUntil: null }, 'NO_AGREEMENT'],
    [{ status: 'VERIFIED', agreementValidUntil: '2026-11-23' }, 'AGREEMENT_EXPIRED'],
    [{ status: 'VERIFIED', agreementValidUntil: '2026-11-24' }, null],
  ] as const)('for %o on 24 November 2026 is stopped by %s', (readiness, reason) => {
    expect(whyNoReferrals(readiness, '2026-11-24')).toBe(reason);
  });
});
