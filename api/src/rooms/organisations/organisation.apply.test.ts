import { describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { aBusinessId, anOrganisation } from '../../../test/makers/organisation.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import sql from 'sql-template-tag';

const hub = useHub();

const apply = `mutation ($input: ApplyForOrganisationInput!) {
  applyForOrganisation(input: $input) { organisation { id slug status businessId languages viewerCan { update } municipality { code } } }
}`;

interface Applied {
  applyForOrganisation: {
    organisation: { id: string; slug: string; status: string; businessId: string | null };
  };
}

const application = (change: Record<string, unknown> = {}) => ({
  input: {
    kind: 'ASSOCIATION',
    name: 'Karelian Kitchen Club',
    businessId: aBusinessId(),
    municipalityCode: '167',
    email: 'club@example.org',
    languages: ['fi', 'ar'],
    descriptions: [{ language: 'fi', value: 'Ruokaa ja seuraa.' }],
    applicantName: 'Kaisa Kokki',
    applicantEmail: 'kaisa@example.org',
    ...change,
  },
});

const count = async (): Promise<number> => {
  const row = await hub.hub.db.readOne<{ count: number }>(
    systemViewer('test'),
    sql`select count(*)::int as count from organisations`,
  );
  return row?.count ?? 0;
};

describe('applying for an organisation', () => {
  it('needs no account and waits for the network', async () => {
    const { data, failure } = await hub.ask<Applied>(null, apply, application());
    expect(failure).toBeNull();
    expect(data.applyForOrganisation.organisation).toMatchObject({
      slug: 'karelian-kitchen-club',
      status: 'APPLIED',
      languages: ['fi', 'ar'],
      viewerCan: { update: false },
      municipality: { code: '167' },
    });
  });

  it('keeps who applied unreadable', async () => {
    const { data } = await hub.ask<Applied>(null, apply, application());
    const row = await hub.hub.db.readOne<{ name: string; email: string }>(
      systemViewer('test'),
      sql`select applicant_name as name, applicant_email as email from organisations where id = ${data.applyForOrganisation.organisation.id}`,
    );
    expect(row?.name).toMatch(/^v1\./);
    expect(`${row?.name} ${row?.email}`).not.toMatch(/kaisa/i);
  });

  it('is seen by nobody outside until it is decided', async () => {
    const { data } = await hub.ask<Applied>(null, apply, application());
    const answer = await hub.ask<{ organisation: null }>(
      null,
      'query ($id: ID!) { organisation(id: $id) { id } }',
      {
        id: data.applyForOrganisation.organisation.id,
      },
    );
    expect(answer).toMatchObject({ failure: null, data: { organisation: null } });
  });

  it('gives the second of two equal names a number', async () => {
    await hub.ask<Applied>(null, apply, application({ name: 'Sama Nimi' }));
    const { data } = await hub.ask<Applied>(null, apply, application({ name: 'Sama nimi' }));
    expect(data.applyForOrganisation.organisation.slug).toBe('sama-nimi-2');
  });

  it('refuses a business id that the network knows', async () => {
    const businessId = aBusinessId();
    await anOrganisation(hub, { businessId });
    const { failure } = await hub.ask(null, apply, application({ businessId: businessId.replace('-', '') }));
    expect(failure).toMatchObject({
      code: 'CONFLICT',
      reason: 'BUSINESS_ID_TAKEN',
      fields: [{ path: 'input.businessId' }],
    });
  });

  it('lets those who were turned away apply again', async () => {
    const businessId = aBusinessId();
    await anOrganisation(hub, { businessId, status: 'REJECTED' });
    expect((await hub.ask(null, apply, application({ businessId }))).failure).toBeNull();
  });

  it('names every wrong field at once and writes nothing', async () => {
    const before = await count();
    const { failure } = await hub.ask(
      null,
      apply,
      application({
        kind: 'CITY',
        name: 'a'.repeat(101),
        businessId: '1234567-8',
        municipalityCode: '999',
        phone: 'call me',
        languages: ['suomi'],
        descriptions: [
          { language: 'fi', value: 'a\u202Eb' },
          { language: 'fi', value: 'b' },
        ],
        applicantName: ' ',
      }),
    );
    expect(failure?.code).toBe('INVALID_INPUT');
    expect(failure?.fields?.map(({ path, reason }) => [path, reason])).toEqual([
      ['input.kind', 'KIND_NOT_OPEN'],
      ['input.name', 'TEXT_TOO_LONG'],
      ['input.businessId', 'BUSINESS_ID_INVALID'],
      ['input.municipalityCode', 'MUNICIPALITY_UNKNOWN'],
      ['input.phone', 'PHONE_INVALID'],
      ['input.languages[0]', 'LANGUAGE_TAG_INVALID'],
      ['input.descriptions[0].value', 'TEXT_NOT_ALLOWED'],
      ['input.descriptions[1].language', 'DUPLICATE_LANGUAGE'],
      ['input.applicantName', 'TEXT_EMPTY'],
    ]);
    expect(await count()).toBe(before);
  });

  it('keeps markup and emoji as the text they are', async () => {
    const name = '<script>alert(1)</script> 🎉';
    const { data } = await hub.ask<{
      applyForOrganisation: { organisation: { name: string; slug: string } };
    }>(
      null,
      'mutation ($input: ApplyForOrganisationInput!) { applyForOrganisation(input: $input) { organisation { name slug } } }',
      application({ name }),
    );
    expect(data.applyForOrganisation.organisation).toEqual({ name, slug: 'script-alert-1-script' });
  });

  it('applies once for a repeated key and refuses another request under it', async () => {
    const variables = application({ idempotencyKey: 'apply-key-000001' });
    const first = await hub.ask<Applied>(null, apply, variables);
    const again = await hub.ask<Applied>(null, apply, variables);
    expect(again.data.applyForOrganisation.organisation.id).toBe(
      first.data.applyForOrganisation.organisation.id,
    );
    const other = await hub.ask(null, apply, application({ idempotencyKey: 'apply-key-000001' }));
    expect(other.failure).toMatchObject({ code: 'CONFLICT', reason: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('takes one of two equal business ids that come at once', async () => {
    const businessId = aBusinessId();
    const answers = await Promise.all([1, 2, 3].map(() => hub.ask(null, apply, application({ businessId }))));
    expect(answers.map(({ failure }) => failure?.reason ?? 'fine').sort()).toEqual([
      'BUSINESS_ID_TAKEN',
      'BUSINESS_ID_TAKEN',
      'fine',
    ]);
  });
});
