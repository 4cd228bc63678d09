import { describe, expect, it } from 'vitest';
import { useOwnHub } from '../../../test/harness.ts';
import { anOrganisation } from '../../../test/makers/organisation.ts';
import { aMember, aPerson } from '../../../test/makers/person.ts';
import { testEnv } from '../../../test/test-env.ts';

const demo = useOwnHub({ ...testEnv, demo: true });
const real = useOwnHub({ ...testEnv, demo: false });

const demoSignIn = `mutation ($key: String!) { demoSignIn(input: { personKey: $key }) {
  viewer { assurance person { displayName } viewerCan { openAssociationDesk openCaseworkerDesk openAdminDesk } } } }`;

describe('signing in as one of the demo’s people', () => {
  it('takes one click and counts as strong', async () => {
    const { id: organisationId } = await anOrganisation(demo, { name: 'Ystävät ry' });
    await aMember(demo, { organisationId, role: 'COORDINATOR', demoKey: 'coordinator', displayName: 'Aino' });
    const offered = await demo.ask<{ demo: { people: unknown[] } }>(
      null,
      '{ demo { people { key displayName role organisationName } mails { id } } }',
    );
    expect(offered.data.demo.people).toEqual([
      { key: 'coordinator', displayName: 'Aino', role: 'COORDINATOR', organisationName: 'Ystävät ry' },
    ]);
    const { data } = await demo.ask<{ demoSignIn: unknown }>(null, demoSignIn, { key: 'coordinator' });
    expect(data.demoSignIn).toEqual({
      viewer: {
        assurance: 'STRONG',
        person: { displayName: 'Aino' },
        viewerCan: { openAssociationDesk: true, openCaseworkerDesk: false, openAdminDesk: false },
      },
    });
  });

  it('knows nobody else', async () => {
    await aPerson(demo, { demoKey: 'known' });
    for (const key of ['unknown', '', "' or true --"]) {
      expect((await demo.ask(null, demoSignIn, { key })).failure).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('does not exist where the hub runs for real', async () => {
    const { id: organisationId } = await anOrganisation(real);
    await aMember(real, { organisationId, role: 'ADMIN', demoKey: 'admin' });
    expect((await real.ask(null, demoSignIn, { key: 'admin' })).failure).toMatchObject({ code: 'NOT_FOUND' });
    const { data } = await real.ask<{ demo: unknown }>(null, '{ demo { people { key } } }');
    expect(data.demo).toBeNull();
  });
});
