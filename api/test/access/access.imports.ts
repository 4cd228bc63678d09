import { systemViewer } from '../../src/platform/policy/viewer.ts';
import { ImportPreviewService, ImportSourceService } from '../../src/rooms/imports/index.ts';
import { OfferingService } from '../../src/rooms/offerings/index.ts';
import type { TestHub } from '../harness.ts';
import { queryAs } from '../query-as.ts';

const system = systemViewer('test');

/** A calendar with one event; in letters that are no UTF-8, which is a problem of the file. */
export const aCalendarFile = (title: string, description = 'Kahvia, ä') => {
  const lines = ['UID:access-1', `SUMMARY:${title}`, `DESCRIPTION:${description}`, 'DTSTART:20270301T150000'];
  const text = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
  return { name: 'kerho.ics', base64: Buffer.from(text, 'latin1').toString('base64') };
};

/** A preview in which an event has changed both in a field that was edited here and in one that was not. */
export const anImportPreview = async (test: TestHub, organisationId: string): Promise<string> => {
  const { hub } = test;
  const previews = hub.get(ImportPreviewService);
  const read = (file: ReturnType<typeof aCalendarFile>) =>
    previews.create(system, { organisationId, kind: 'ICS', file });
  const { preview: first } = await read(aCalendarFile('Kerho'));
  await previews.take(system, { previewId: first.id, eventIds: ['access-1'], endOfferingIds: [] });
  const [made] = await hub.get(OfferingService).imported(system, organisationId, 'ics');
  if (!made) throw new Error('nothing came in');
  await hub.get(OfferingService).update(system, {
    offeringId: made.id,
    version: made.version,
    translations: [{ language: 'fi', title: 'Oma kerho', description: 'Kahvia, ä' }],
  });
  const { preview } = await read(aCalendarFile('Uusi kerho', 'Teetä, ä'));
  const address = hub.crypto.seal('imports.address', 'https://calendar.example.org/kerho.ics', preview.id);
  await queryAs(
    test,
    'hub_owner',
    `update import_previews set address = '${address}' where id = '${preview.id}'`,
  );
  await follow(test, preview.id);
  return preview.id;
};

/** Follows the preview's address; what has never happened to it yet happens here, so that no field is empty. */
const follow = async (test: TestHub, previewId: string): Promise<void> => {
  await test.hub
    .get(ImportPreviewService)
    .take(system, { previewId, eventIds: [], endOfferingIds: [], isFollowed: true });
  await queryAs(
    test,
    'hub_owner',
    `update import_sources set checked_at = now(), failing_since = now(), failure = 'NO_ANSWER'`,
  );
};

/** An address of its own for each mutation: those of the roles that are still to ask stay, older ones make room. */
export const anImportSource = async (
  test: TestHub,
  organisationId: string,
  previewId: string,
): Promise<string> => {
  const those = `from import_sources where calendar like 'mutation%' and organisation_id = '${organisationId}'`;
  await queryAs(
    test,
    'hub_owner',
    `delete ${those} and id not in (select id ${those} order by id desc limit 7)`,
  );
  await queryAs(
    test,
    'hub_owner',
    `update import_previews set calendar = 'mutation-' || gen_random_uuid() where id = '${previewId}'`,
  );
  await follow(test, previewId);
  const sources = await test.hub.get(ImportSourceService).of(system, [organisationId]);
  return sources.at(-1)?.id ?? '';
};
