import { describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { anOrganisation, aViewerIn, type OrganisationMade } from '../../../test/makers/organisation.ts';
import { newId } from '../../platform/ids.ts';
import { logoOf } from './organisation.logo.ts';

const hub = useHub();

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(40, 1)]);
const jpeg = Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(40, 2)]);
const webp = Buffer.concat([Buffer.from('RIFF\u0028\0\0\0WEBPVP8 ', 'latin1'), Buffer.alloc(40, 3)]);
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

const send = (
  organisation: OrganisationMade,
  version: number,
  logo: { mediaType: string; bytes: Buffer } | null,
) =>
  hub.ask<{ updateOrganisation: { organisation: { logoUrl: string | null } } }>(
    aViewerIn(organisation, 'COORDINATOR'),
    'mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { organisation { logoUrl version } } }',
    {
      input: {
        organisationId: organisation.id,
        version,
        logo: logo && { mediaType: logo.mediaType, base64: logo.bytes.toString('base64') },
      },
    },
  );

describe('the logo of an organisation', () => {
  it.each([
    ['image/png', png],
    ['image/jpeg', jpeg],
    ['image/webp', webp],
  ])('can be %s and is served as it came', async (mediaType, bytes) => {
    const organisation = await anOrganisation(hub);
    const { data, failure } = await send(organisation, 1, { mediaType, bytes });
    expect(failure).toBeNull();
    expect(data.updateOrganisation.organisation.logoUrl).toBe(
      `/media/organisations/${organisation.id}/logo?v=2`,
    );
    const logo = await logoOf(hub.hub, organisation.id);
    expect(logo?.mediaType).toBe(mediaType);
    expect(logo?.bytes.equals(bytes)).toBe(true);
    expect(logo?.etag).toMatch(/^"[\w-]{22}"$/);
  });

  it.each([
    ['is no image', 'image/png', Buffer.from('hello'), 'input.logo.base64', 'LOGO_NOT_AN_IMAGE'],
    [
      'is a drawing that can carry scripts',
      'image/svg+xml',
      svg,
      'input.logo.mediaType',
      'LOGO_TYPE_NOT_ALLOWED',
    ],
    ['hides a drawing behind another type', 'image/png', svg, 'input.logo.base64', 'LOGO_NOT_AN_IMAGE'],
    ['is of another type than it says', 'image/png', jpeg, 'input.logo.mediaType', 'LOGO_TYPE_DIFFERS'],
    [
      'is too large',
      'image/png',
      Buffer.concat([png, Buffer.alloc(65_536)]),
      'input.logo.base64',
      'LOGO_TOO_LARGE',
    ],
    ['is empty', 'image/png', Buffer.alloc(0), 'input.logo.base64', 'LOGO_NOT_AN_IMAGE'],
  ])('is refused when it %s', async (_case, mediaType, bytes, path, reason) => {
    const { failure } = await send(await anOrganisation(hub), 1, { mediaType, bytes });
    expect(failure).toMatchObject({ code: 'INVALID_INPUT', reason, fields: [{ path }] });
  });

  it('may have exactly 64 kB', async () => {
    const bytes = Buffer.concat([png, Buffer.alloc(65_536 - png.length)]);
    expect((await send(await anOrganisation(hub), 1, { mediaType: 'image/png', bytes })).failure).toBeNull();
    const tooLarge = Buffer.concat([bytes, Buffer.alloc(1)]);
    expect(
      (await send(await anOrganisation(hub), 1, { mediaType: 'image/png', bytes: tooLarge })).failure?.reason,
    ).toBe('LOGO_TOO_LARGE');
  });

  it('goes away on null and stays when nothing is said', async () => {
    const organisation = await anOrganisation(hub);
    await send(organisation, 1, { mediaType: 'image/png', bytes: png });
    await hub.ask(
      aViewerIn(organisation, 'COORDINATOR'),
      'mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { organisation { id } } }',
      { input: { organisationId: organisation.id, version: 2, name: 'Other' } },
    );
    expect(await logoOf(hub.hub, organisation.id)).not.toBeNull();
    const { data } = await send(organisation, 3, null);
    expect(data.updateOrganisation.organisation.logoUrl).toBeNull();
    expect(await logoOf(hub.hub, organisation.id)).toBeNull();
  });

  it('is nothing for ids that are none', async () => {
    expect(await logoOf(hub.hub, newId())).toBeNull();
    expect(await logoOf(hub.hub, "' or true --")).toBeNull();
  });
});
