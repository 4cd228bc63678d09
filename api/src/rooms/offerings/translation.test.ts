import { beforeAll, describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { askOfferingChange } from '../../../test/makers/offering-asks.ts';
import { anOffering } from '../../../test/makers/offering.ts';
import { anOrganisation, aViewerIn } from '../../../test/makers/organisation.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';

const hub = useHub();

interface Asked {
  readonly version: number;
  readonly translations: readonly {
    readonly language: string;
    readonly title: string;
    readonly state: string;
    readonly sourceLanguage: string | null;
    readonly outdatedFields: readonly string[];
    readonly missingFields: readonly string[];
    readonly isMachine: boolean;
    readonly sourceChanges: readonly { readonly field: string }[];
  }[];
}

const fields = `version translations { language title state sourceLanguage outdatedFields missingFields isMachine
  sourceChanges { field parts { kind text } } }`;

let id = '';
let coordinator: Viewer;
let stranger: Viewer;
beforeAll(async () => {
  const organisation = await anOrganisation(hub);
  coordinator = aViewerIn(organisation, 'COORDINATOR');
  stranger = aViewerIn(await anOrganisation(hub), 'COORDINATOR');
  ({ id } = await anOffering(hub, { organisationId: organisation.id }));
});

const read = async (viewer: Viewer | null): Promise<Asked> => {
  const { data } = await hub.ask<{ offering: Asked }>(
    viewer,
    `query ($id: ID!) { offering(id: $id) { ${fields} } }`,
    { id },
  );
  return data.offering;
};

const save = async (translation: object, by: Viewer | null = coordinator, version?: number) => {
  const { data, failure } = await hub.ask<{ saveTranslation: { offering: Asked } } | null>(
    by,
    `mutation ($input: SaveTranslationInput!) { saveTranslation(input: $input) { offering { ${fields} } } }`,
    { input: { offeringId: id, version: version ?? (await read(coordinator)).version, translation } },
  );
  return { offering: data?.saveTranslation.offering, failure };
};

const somali = { language: 'so', title: 'Albaab furan', summary: 'Kaalay.', sourceLanguage: 'en' };

describe('translating an offering', () => {
  it('is the hosts’ alone, and begins with a draft that the public does not see', async () => {
    expect((await save(somali, null)).failure?.code).toBe('UNAUTHENTICATED');
    expect((await save(somali, stranger)).failure?.code).toBe('FORBIDDEN');
    const { offering } = await save({ ...somali, isDraft: true });
    expect(offering?.translations[2]).toMatchObject({
      language: 'so',
      state: 'DRAFT',
      sourceLanguage: 'en',
      missingFields: ['DESCRIPTION'],
    });
    expect((await read(null)).translations.map(({ language }) => language)).toEqual(['fi', 'en']);
  });

  it('is refused what no text may be, beside its field, and a source that is made of it', async () => {
    const { failure } = await save({ language: 'so', title: ' ' });
    expect(failure?.fields?.[0]?.path).toBe('input.translation.title');
    const circular = await save({ language: 'en', title: 'Open door', sourceLanguage: 'so' });
    expect(circular.failure?.reason).toBe('SOURCE_CIRCULAR');
    expect((await save(somali, coordinator, 1)).failure?.reason).toBe('STALE_VERSION');
  });

  it('falls behind with the source of its source; the hosts see the difference, the public the fact', async () => {
    await save({ ...somali, isDraft: false });
    const { version } = await read(coordinator);
    const text = (language: string, title: string, more = {}) => ({ language, title, ...more });
    await askOfferingChange(hub, coordinator, 'update', {
      offeringId: id,
      version,
      translations: [
        text('fi', 'Avoin ovi joka päivä', { summary: 'Tule mukaan.', description: 'Kahvia ja juttelua.' }),
        text('en', 'Open door', { summary: 'Come along.', description: 'Coffee and talk.' }),
        text('so', 'Albaab furan', { summary: 'Kaalay.' }),
      ],
    });
    const { translations } = await read(coordinator);
    expect(translations.map(({ state, outdatedFields }) => [state, outdatedFields])).toEqual([
      ['CURRENT', []],
      ['OUTDATED', ['TITLE']],
      ['OUTDATED', ['TITLE']],
    ]);
    expect(translations[1]?.sourceChanges).toMatchObject([{ field: 'TITLE' }]);
    const seen = (await read(null)).translations;
    expect(seen.map(({ state }) => state)).toEqual(['CURRENT', 'OUTDATED', 'OUTDATED']);
    expect(seen.flatMap(({ sourceChanges }) => sourceChanges)).toEqual([]);
  });

  it('is right again when somebody who compared them says so', async () => {
    const english = {
      language: 'en',
      title: 'Open door',
      summary: 'Come along.',
      description: 'Coffee and talk.',
    };
    await save({ ...english, isChecked: true });
    const { offering } = await save({ ...somali, isChecked: true });
    expect(offering?.translations.map(({ state }) => state)).toEqual(['CURRENT', 'CURRENT', 'CURRENT']);
  });
});
