import fc from 'fast-check';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { useHub } from '../../../test/harness.ts';
import { longRun } from '../../../test/long-run.ts';
import { anOccurrence } from '../../../test/makers/offering.ts';
import { anOrganisation, type OrganisationMade } from '../../../test/makers/organisation.ts';
import { aSignUpInput } from '../../../test/makers/sign-up.ts';
import { HubError } from '../../platform/errors/hub-error.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { OfferingService } from '../offerings/index.ts';
import { SignUpService } from './index.ts';

const hub = useHub();
const viewer = systemViewer('test');
const reasonOf = (error: unknown): string => (error instanceof HubError ? error.reason : String(error));

interface Row {
  readonly id: string;
  readonly status: string;
  readonly partySize: number;
  readonly waitingNumber: number | null;
}
interface Counted {
  readonly taken: number;
  readonly waiting: number;
  readonly capacity: number | null;
}

const rowsOf = (occurrenceId: string): Promise<Row[]> =>
  hub.hub.db.read(
    viewer,
    sql`select id, status, party_size as "partySize", waiting_number as "waitingNumber" from sign_ups
        where occurrence_id = ${occurrenceId} and status <> 'CANCELLED' order by waiting_number nulls first, id`,
  );
const countedOf = (occurrenceId: string): Promise<Counted | undefined> =>
  hub.hub.db.readOne(
    viewer,
    sql`select taken, waiting, capacity from occurrences where id = ${occurrenceId}`,
  );

const sumOf = (parties: readonly { readonly partySize: number }[]): number =>
  parties.reduce((sum, { partySize }) => sum + partySize, 0);

/** The rule as docs/waiting-list.md says it, in memory. */
class Model {
  seated: { id: string; partySize: number }[] = [];
  queue: { id: string; partySize: number }[] = [];
  capacity: number;

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  come(id: string, partySize: number): void {
    this.queue.push({ id, partySize });
    this.serve();
  }

  leave(id: string): void {
    this.seated = this.seated.filter((each) => each.id !== id);
    this.queue = this.queue.filter((each) => each.id !== id);
    this.serve();
  }

  serve(): void {
    for (;;) {
      const next = this.queue.find(({ partySize }) => partySize <= this.capacity);
      if (!next || sumOf(this.seated) + next.partySize > this.capacity) return;
      this.queue = this.queue.filter((each) => each !== next);
      this.seated.push(next);
    }
  }
}

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('come' as const), size: fc.integer({ min: 1, max: 5 }) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('leave' as const), who: fc.nat(30) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('resize' as const), to: fc.integer({ min: 1, max: 9 }) }),
  },
);

const idsOf = (parties: readonly { readonly id: string }[]): string[] => parties.map(({ id }) => id).sort();

describe('the waiting list against a model', () => {
  it('overbooks nobody, loses no seat and keeps the order in every history', async () => {
    const organisation: OrganisationMade = await anOrganisation(hub);
    const service = hub.hub.get(SignUpService);
    const offerings = hub.hub.get(OfferingService);
    const history = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.array(step, { minLength: 4, maxLength: 14 }));
    await fc.assert(
      fc.asyncProperty(history, async ([capacity, steps]) => {
        const { id: occurrenceId, offeringId } = await anOccurrence(hub, {
          organisationId: organisation.id,
          startsAtLocal: '2026-12-29T17:00',
          capacity,
        });
        const model = new Model(capacity);
        const codes: { id: string; code: string }[] = [];
        for (const action of steps) {
          if (action.kind === 'come') {
            const input = aSignUpInput({ occurrenceId, partySize: action.size, wait: true });
            const made = await service.create(viewer, input).catch(reasonOf);
            if (typeof made === 'string') {
              expect([made, action.size > model.capacity]).toEqual(['OCCURRENCE_FULL', true]);
            } else {
              model.come(made.signUp.id, action.size);
              codes.push({ id: made.signUp.id, code: made.code });
            }
          } else if (action.kind === 'leave') {
            const gone = codes.splice(action.who % Math.max(1, codes.length), 1)[0];
            if (gone) {
              await service.cancel(viewer, gone.code);
              model.leave(gone.id);
            }
          } else if (action.to >= sumOf(model.seated)) {
            const { version } = await offerings.get(viewer, offeringId);
            await offerings.update(viewer, { offeringId, version, capacity: action.to });
            model.capacity = action.to;
            model.serve();
          }
          const rows = await rowsOf(occurrenceId);
          const waiting = rows.filter(({ status }) => status === 'WAITLISTED');
          expect(idsOf(rows.filter(({ status }) => status === 'CONFIRMED'))).toEqual(idsOf(model.seated));
          expect(waiting.map(({ id }) => id)).toEqual(model.queue.map(({ id }) => id));
          expect(await countedOf(occurrenceId)).toEqual({
            taken: sumOf(model.seated),
            waiting: model.queue.length,
            capacity: model.capacity,
          });
        }
      }),
      { numRuns: longRun(12, 1000), seed: 11 },
    );
  }, 1_800_000);

  it('gives five places to five of fifty who come at once, and a turn to each of the others', async () => {
    const organisation = await anOrganisation(hub);
    const service = hub.hub.get(SignUpService);
    for (let round = 0; round < longRun(5, 100); round += 1) {
      const { id: occurrenceId } = await anOccurrence(hub, {
        organisationId: organisation.id,
        startsAtLocal: '2026-12-29T17:00',
        capacity: 5,
      });
      const made = await Promise.all(
        Array.from({ length: 50 }, () => service.create(viewer, aSignUpInput({ occurrenceId, wait: true }))),
      );
      const seated = made.filter(({ signUp }) => signUp.status === 'CONFIRMED');
      expect(seated).toHaveLength(5);
      const rows = await rowsOf(occurrenceId);
      expect(rows.flatMap(({ waitingNumber }) => waitingNumber ?? [])).toEqual(
        Array.from({ length: 45 }, (_, index) => index + 1),
      );
      // All who have a place leave at once: the first five in turn follow, whoever leaves first.
      await Promise.all(seated.map(({ code }) => service.cancel(viewer, code)));
      const after = await rowsOf(occurrenceId);
      expect(
        after.filter(({ status }) => status === 'CONFIRMED').map(({ waitingNumber }) => waitingNumber),
      ).toEqual([1, 2, 3, 4, 5]);
      expect(await countedOf(occurrenceId)).toEqual({ taken: 5, waiting: 40, capacity: 5 });
    }
  }, 1_800_000);
});
