import { describe, expect, it } from 'vitest';
import sql from 'sql-template-tag';
import { useHub } from '../../../test/harness.ts';
import { aBusinessId, anOrganisation, aViewerIn } from '../../../test/makers/organisation.ts';
import { newId } from '../../platform/ids.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';

const hub = useHub();

const update = `mutation ($input: UpdateOrganisationInput!) {
  updateOrganisation(input: $input) { organisation { id name phone website version descriptions { language value } languages businessId } }
}`;
interface Updated {
  updateOrganisation: {
    organisation: { name: string; phone: string | null; version: number; descriptions: unknown[] };
  };
}

const change = (organisationId: string, input: Record<string, unknown> = {}) => ({
  input: { organisationId, version: 1, name: 'New name', ...input },
});

describe('changing an organisation', () => {
  it('is refused to the anonymous', async () => {
    const { id } = await anOrganisation(hub);
    expect((await hub.ask(null, update, change(id))).failure).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('answers for an organisation that can’t be seen as for one that does not exist', async () => {
    const hidden = await anOrganisation(hub, { status: 'APPLIED' });
    const stranger = aViewerIn(await anOrganisation(hub), 'COORDINATOR');
    const answers = await Promise.all(
      [hidden.id, newId(), 'nonsense'].map((id) => hub.ask(stranger, update, change(id))),
    );
    expect(
      new Set(answers.map(({ failure }) => `${failure?.code} ${failure?.reason} ${failure?.message}`)).size,
    ).toBe(1);
    expect(answers[0]?.failure?.code).toBe('NOT_FOUND');
  });

  it('is forbidden to the coordinator of another one and to its own volunteers', async () => {
    const organisation = await anOrganisation(hub);
    const others = [
      aViewerIn(await anOrganisation(hub), 'COORDINATOR'),
      aViewerIn(organisation, 'VOLUNTEER'),
    ];
    for (const viewer of others) {
      expect((await hub.ask(viewer, update, change(organisation.id))).failure).toMatchObject({
        code: 'FORBIDDEN',
      });
    }
  });

  it('changes what is given, empties what is null, leaves the rest', async () => {
    const { id } = await anOrganisation(hub);
    const coordinator = aViewerIn({ id }, 'COORDINATOR');
    await hub.ask(
      coordinator,
      update,
      change(id, { phone: '+358 13 123 456', website: 'https://example.org' }),
    );
    const { data, failure } = await hub.ask<Updated>(coordinator, update, {
      input: {
        organisationId: id,
        version: 2,
        phone: null,
        languages: ['so', 'so', 'fi'],
        descriptions: [{ language: 'ar', value: 'مرحبا' }],
      },
    });
    expect(failure).toBeNull();
    expect(data.updateOrganisation.organisation).toMatchObject({
      name: 'New name',
      phone: null,
      website: 'https://example.org/',
      languages: ['so', 'fi'],
      descriptions: [{ language: 'ar', value: 'مرحبا' }],
      version: 3,
    });
  });

  it('is for a municipality’s manager, and recorded when the network does it', async () => {
    const municipality = await anOrganisation(hub, { kind: 'MUNICIPALITY', municipalityCode: '426' });
    const byStaff = change(municipality.id, { name: 'Liperin kunta' });
    expect((await hub.ask(aViewerIn(municipality, 'CASEWORKER'), update, byStaff)).failure?.code).toBe(
      'FORBIDDEN',
    );
    expect((await hub.ask(aViewerIn(municipality, 'MANAGER'), update, byStaff)).failure).toBeNull();
    const admin = aViewerIn(await anOrganisation(hub), 'ADMIN');
    expect((await hub.ask(admin, update, change(municipality.id, { version: 2 }))).failure).toBeNull();
    const logged = await auditOf(municipality.id);
    const updates = logged.filter(({ action }) => action === 'organisation.update');
    expect(updates.map(({ facts }) => facts)).toEqual([{ fields: ['name'] }, { fields: ['name'] }]);
    expect(updates.map(({ person_id }) => person_id)).toContain(admin.personId);
  });

  it('refuses a version that is no longer the newest and says which one is', async () => {
    const organisation = await anOrganisation(hub);
    const coordinator = aViewerIn(organisation, 'COORDINATOR');
    await hub.ask(coordinator, update, change(organisation.id));
    const { failure } = await hub.ask(coordinator, update, change(organisation.id));
    expect(failure).toMatchObject({ code: 'CONFLICT', reason: 'STALE_VERSION', facts: { version: 2 } });
  });

  it('refuses the business id of another one and wrong fields by name', async () => {
    const businessId = aBusinessId();
    await anOrganisation(hub, { businessId, status: 'APPLIED' });
    const organisation = await anOrganisation(hub);
    const coordinator = aViewerIn(organisation, 'COORDINATOR');
    const taken = await hub.ask(coordinator, update, change(organisation.id, { businessId }));
    expect(taken.failure).toMatchObject({ code: 'CONFLICT', reason: 'BUSINESS_ID_TAKEN' });
    const wrong = await hub.ask(
      coordinator,
      update,
      change(organisation.id, { name: null, businessId: '123' }),
    );
    expect(wrong.failure?.fields?.map(({ path }) => path)).toEqual(['input.name', 'input.businessId']);
  });
});

const auditOf = async (
  subjectId: string,
): Promise<{ action: string; person_id: string; facts: unknown }[]> => {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: hub.urlOf('hub_auditor') });
  await client.connect();
  try {
    const { rows } = await client.query(
      'select action, person_id, facts from audit_log where subject_id = $1 order by at, id',
      [subjectId],
    );
    return rows as { action: string; person_id: string; facts: unknown }[];
  } finally {
    await client.end();
  }
};

describe('row-level security of organisations', () => {
  it('lets a viewer change no row of another organisation, whatever the code asks', async () => {
    const organisation = await anOrganisation(hub);
    const stranger = aViewerIn(await anOrganisation(hub), 'COORDINATOR');
    await hub.hub.db.write(stranger, (tx) =>
      tx.query(sql`update organisations set name = 'stolen' where id = ${organisation.id}`),
    );
    const row = await hub.hub.db.readOne<{ name: string }>(
      systemViewer('test'),
      sql`select name from organisations where id = ${organisation.id}`,
    );
    expect(row?.name).toBe(organisation.name);
  });

  it('shows agreements to members and the network alone', async () => {
    const organisation = await anOrganisation(hub);
    const viewers = [
      aViewerIn(await anOrganisation(hub), 'COORDINATOR'),
      aViewerIn(organisation, 'VOLUNTEER'),
    ];
    const seen = await Promise.all(
      viewers.map((viewer) =>
        hub.hub.db.read(
          viewer,
          sql`select id from partner_agreements where organisation_id = ${organisation.id}`,
        ),
      ),
    );
    expect(seen.map((rows) => rows.length)).toEqual([0, 1]);
  });
});
