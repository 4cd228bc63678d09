import fc from 'fast-check';
import sql from 'sql-template-tag';
import { describe, expect, it, vi } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { longRun } from '../../../test/long-run.ts';
import { deliverMails } from '../../../test/makers/mail.ts';
import { anOffering, aPlace, minuteLater } from '../../../test/makers/offering.ts';
import { anOrganisation, aViewerIn } from '../../../test/makers/organisation.ts';
import { aSignUp } from '../../../test/makers/sign-up.ts';
import { anonymousViewer, systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { SignUpService } from '../signups/index.ts';
import type { MoveInput } from './occurrence.move.ts';
import { OccurrenceService } from './occurrence.service.ts';
import { OfferingService } from './offering.service.ts';

const hub = useHub();
const service = (): OccurrenceService => hub.hub.get(OccurrenceService);

const scene = async (count = 3) => {
  const { id: organisationId, ...organisation } = await anOrganisation(hub);
  const coordinator = aViewerIn({ id: organisationId, ...organisation }, 'COORDINATOR');
  const place = await aPlace(hub, { organisationId, name: 'Old house' });
  const other = await aPlace(hub, { organisationId, name: 'New house' });
  const offering = await anOffering(hub, { organisationId, placeId: place.id, schedule: { count } });
  const { nodes } = await service().page(systemViewer('test'), { first: 10 }, { offeringId: offering.id });
  const [date] = nodes;
  if (!date) throw new Error('a series without dates');
  return { organisationId, coordinator, offering, place, other, dates: nodes, date };
};

const fields = `id status startsAt endsAt previousStartsAt movedAt undoableUntil place { name } previousPlace { name }
  changeReason(languages: ["so"]) { value language isFallback } cancelReason { value } viewerCan { cancel postpone move }`;

const ask = (viewer: Viewer | null, name: 'move' | 'postpone' | 'cancel', input: object) => {
  const [mutation, type] = [`${name}Occurrence`, `${name[0]?.toUpperCase()}${name.slice(1)}OccurrenceInput`];
  return hub.ask<Record<string, { notifiedCount: number; occurrence: Record<string, unknown> }> | null>(
    viewer,
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { notifiedCount occurrence { ${fields} } } }`,
    { input },
  );
};

const undo = (viewer: Viewer | null, occurrenceId: string) =>
  hub.ask<{ undoOccurrenceChange: { occurrence: Record<string, unknown> } } | null>(
    viewer,
    `mutation ($input: UndoOccurrenceChangeInput!) { undoOccurrenceChange(input: $input) { occurrence { ${fields} } } }`,
    { input: { occurrenceId } },
  );

const read = async (viewer: Viewer | null, id: string) => {
  const { data } = await hub.ask<{ occurrence: Record<string, unknown> }>(
    viewer,
    `query ($id: ID!) { occurrence(id: $id) { ${fields} } }`,
    { id },
  );
  return data.occurrence;
};

const reasons = [{ language: 'fi', value: 'Sali on varattu.' }];
const wednesday = { startsAtLocal: '2026-12-02T18:00', reasons };

describe('a single date that changes', () => {
  it('moves for coordinators of its hosts alone, to a time and place that there are', async () => {
    const { organisationId, coordinator, date } = await scene();
    const stranger = aViewerIn(await anOrganisation(hub), 'COORDINATOR');
    const volunteer = { ...aViewerIn({ id: organisationId } as never, 'VOLUNTEER') };
    const input = { occurrenceId: date.id, ...wednesday };
    for (const name of ['move', 'postpone'] as const) {
      const wish = name === 'move' ? input : { occurrenceId: date.id, reasons };
      expect((await ask(null, name, wish)).failure?.code).toBe('UNAUTHENTICATED');
      expect((await ask(volunteer, name, wish)).failure?.code).toBe('FORBIDDEN');
      expect((await ask(stranger, name, wish)).failure?.code).toBe('FORBIDDEN');
    }
    expect((await undo(stranger, date.id)).failure?.code).toBe('FORBIDDEN');
    const foreign = await aPlace(hub, { organisationId: (await anOrganisation(hub)).id });
    const wrong = { ...input, startsAtLocal: '2026-11-23T10:00', durationMinutes: 3, placeId: foreign.id };
    const { failure } = await ask(coordinator, 'move', wrong);
    expect(failure?.fields?.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      'input.startsAtLocal OUT_OF_RANGE',
      'input.durationMinutes DURATION_OUT_OF_RANGE',
      'input.placeId PLACE_UNKNOWN',
    ]);
    const nothing = await ask(coordinator, 'move', { occurrenceId: date.id, reasons });
    expect(nothing.failure?.reason).toBe('NOTHING_MOVED');
  });

  it('says where it was, and each who signed up is told once, a minute later, in their language', async () => {
    const { coordinator, date, other } = await scene();
    const wish = { occurrenceId: date.id };
    const { code } = await aSignUp(hub, { ...wish, languageTag: 'so', email: 'so@example.org' });
    await aSignUp(hub, { ...wish, languageTag: 'fi', phone: '040 111 2222' });
    await deliverMails(hub);
    const { data } = await ask(coordinator, 'move', { ...wish, ...wednesday, placeId: other.id });
    expect(data?.['moveOccurrence']).toMatchObject({
      notifiedCount: 2,
      occurrence: {
        status: 'SCHEDULED',
        startsAt: '2026-12-02T16:00:00.000Z',
        endsAt: '2026-12-02T18:00:00.000Z',
        previousStartsAt: '2026-12-01T15:00:00.000Z',
        place: { name: 'New house' },
        previousPlace: { name: 'Old house' },
        changeReason: { value: 'Sali on varattu.', language: 'fi', isFallback: true },
        undoableUntil: expect.stringMatching(/^2026-11-24T07/) as string,
      },
    });
    expect(await read(null, date.id)).toMatchObject({ undoableUntil: null, place: { name: 'New house' } });
    await service().tellChanges();
    expect(await deliverMails(hub)).toEqual([]);
    const texts = hub.texts.length;
    await Promise.all([minuteLater(hub), minuteLater(hub)]);
    await minuteLater(hub);
    const mails = await deliverMails(hub);
    expect(mails.map(({ to, subject }) => `${to} ${subject}`)).toEqual([
      'so@example.org Kulanka waa la raray',
    ]);
    expect(mails[0]?.text).toContain('New house');
    expect(mails[0]?.text).toContain('Old house');
    expect(mails[0]?.text).toMatch(/\n.+: Sali on varattu\./);
    expect(mails[0]?.text).toContain(`/so/sign-ups/${code}`);
    const sent = hub.texts.slice(texts);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).toContain('Sali on varattu.');
    expect((await undo(coordinator, date.id)).failure?.reason).toBe('NOTHING_TO_UNDO');
    expect((await hub.hub.get(SignUpService).find(anonymousViewer(), code))?.status).toBe('CONFIRMED');
  });

  it('is as it was when it is taken back within the minute, and nobody hears of it', async () => {
    const { coordinator, date } = await scene();
    const { code } = await aSignUp(hub, { occurrenceId: date.id, email: 'quiet@example.org' });
    await deliverMails(hub);
    const before = await read(null, date.id);
    for (const name of ['cancel', 'postpone'] as const) {
      await ask(coordinator, name, { occurrenceId: date.id, reasons });
      expect((await undo(coordinator, date.id)).data?.undoOccurrenceChange.occurrence).toMatchObject({
        status: 'SCHEDULED',
        undoableUntil: null,
      });
    }
    await ask(coordinator, 'move', { occurrenceId: date.id, ...wednesday });
    // A change that overtakes another gives way to it again.
    await ask(coordinator, 'cancel', { occurrenceId: date.id, reasons: [] });
    await undo(coordinator, date.id);
    expect(await read(null, date.id)).toMatchObject({ startsAt: '2026-12-02T16:00:00.000Z' });
    await undo(coordinator, date.id);
    await minuteLater(hub);
    expect(await deliverMails(hub)).toEqual([]);
    expect(await read(null, date.id)).toEqual(before);
    expect((await hub.hub.get(SignUpService).find(anonymousViewer(), code))?.status).toBe('CONFIRMED');
  });

  it('waits for a time when it is postponed, with its sign-ups, which hear of each step once', async () => {
    const { coordinator, date } = await scene();
    await aSignUp(hub, { occurrenceId: date.id, email: 'patient@example.org', languageTag: 'en' });
    await deliverMails(hub);
    const { data } = await ask(coordinator, 'postpone', { occurrenceId: date.id, reasons });
    expect(data?.['postponeOccurrence']?.occurrence).toMatchObject({
      status: 'POSTPONED',
      viewerCan: { cancel: true, postpone: false, move: true },
    });
    const kill = vi.spyOn(hub.hub.crypto, 'open').mockImplementationOnce(() => {
      throw new Error('killed');
    });
    await expect(minuteLater(hub)).rejects.toThrow('killed');
    kill.mockRestore();
    await minuteLater(hub);
    await ask(coordinator, 'move', { occurrenceId: date.id, ...wednesday });
    await minuteLater(hub);
    expect((await deliverMails(hub)).map(({ subject }) => subject)).toEqual([
      'The meeting is postponed: no new time yet',
      'The meeting has moved',
    ]);
  });

  it('keeps its own time, place and sign-ups through other times for its series', async () => {
    const day = fc.integer({ min: 2, max: 20 });
    await fc.assert(
      fc.asyncProperty(
        fc.subarray([0, 1, 2, 3], { minLength: 1 }),
        day,
        fc.boolean(),
        async (which, days, longer) => {
          const { coordinator, dates, offering } = await scene(4);
          const told = new Map<string, string>();
          for (const index of which) {
            const { id = '' } = dates[index] ?? {};
            await aSignUp(hub, { occurrenceId: id });
            const startsAtLocal = `2026-12-${String(days + index).padStart(2, '0')}T09:30`;
            const input: MoveInput = { occurrenceId: id, startsAtLocal, reasons: [] };
            told.set(id, (await service().move(coordinator, input)).occurrence.startsAt.toISOString());
          }
          await minuteLater(hub);
          await hub.hub.get(OfferingService).update(coordinator, {
            offeringId: offering.id,
            version: offering.version,
            schedules: [
              {
                startsAtLocal: '2026-12-01T17:00',
                durationMinutes: longer ? 180 : 120,
                weekdays: [2],
                // Another rule with the same dates and two more.
                count: 6,
              },
            ],
          });
          const after = await service().page(coordinator, { first: 10 }, { offeringId: offering.id });
          expect(after.nodes).toHaveLength(6);
          for (const [id, startsAt] of told) {
            const kept = after.nodes.find((node) => node.id === id);
            expect(kept).toMatchObject({ status: 'SCHEDULED', taken: 1 });
            expect(kept?.startsAt.toISOString()).toBe(startsAt);
          }
          const originals = await hub.hub.db.read<{ original: string }>(
            systemViewer('test'),
            sql`select original_start_local as original from occurrences where offering_id = ${offering.id}`,
          );
          expect(new Set(originals.map(({ original }) => original)).size).toBe(6);
        },
      ),
      { numRuns: longRun(3, 60), seed: 20_261_125 },
    );
  });
});
