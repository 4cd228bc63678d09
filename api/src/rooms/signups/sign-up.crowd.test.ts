import fc from 'fast-check';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { longRun } from '../../../test/long-run.ts';
import { useHub } from '../../../test/harness.ts';
import { anOccurrence } from '../../../test/makers/offering.ts';
import { anOrganisation } from '../../../test/makers/organisation.ts';
import { aSignUpInput } from '../../../test/makers/sign-up.ts';
import { HubError } from '../../platform/errors/hub-error.ts';
import { systemViewer } from '../../platform/policy/viewer.ts';
import { SignUpService } from './index.ts';

const hub = useHub();
const viewer = systemViewer('test');

interface Seats {
  readonly taken: number;
  readonly confirmed: number;
}

/** The places taken, as the date counts them and as the sign-ups add up. */
const seatsOf = async (occurrenceId: string): Promise<Seats | undefined> =>
  hub.hub.db.readOne(
    viewer,
    sql`select c.taken, coalesce((select sum(s.party_size) from sign_ups s
          where s.occurrence_id = c.id and s.status = 'CONFIRMED'), 0)::int as confirmed
        from occurrences c where c.id = ${occurrenceId}`,
  );

const reasonOf = (error: unknown): string => (error instanceof HubError ? error.reason : String(error));

const aDateWith = async (capacity: number | null): Promise<string> => {
  const organisation = await anOrganisation(hub);
  const occurrence = await anOccurrence(hub, { organisationId: organisation.id, capacity });
  return occurrence.id;
};

describe('places on a date', () => {
  it('go to exactly 20 of 200 who come at once', async () => {
    const occurrenceId = await aDateWith(20);
    const service = hub.hub.get(SignUpService);
    const attempts = Array.from({ length: 200 }, () =>
      service.create(viewer, aSignUpInput({ occurrenceId })).then(() => 'CONFIRMED', reasonOf),
    );
    const answers = await Promise.all(attempts);
    expect(answers.filter((answer) => answer === 'CONFIRMED')).toHaveLength(20);
    expect(answers.filter((answer) => answer === 'OCCURRENCE_FULL')).toHaveLength(180);
    expect(await seatsOf(occurrenceId)).toEqual({ taken: 20, confirmed: 20 });
  });

  it('are never lost or doubled when people come and go at once', async () => {
    const occurrenceId = await aDateWith(6);
    const service = hub.hub.get(SignUpService);
    const comeAndGo = async (): Promise<string> => {
      const { code } = await service.create(viewer, aSignUpInput({ occurrenceId, partySize: 2 }));
      await Promise.all([service.cancel(viewer, code), service.cancel(viewer, code)]);
      return 'BACK';
    };
    const answers = await Promise.all(Array.from({ length: 40 }, () => comeAndGo().catch(reasonOf)));
    expect(new Set(answers).isSubsetOf(new Set(['BACK', 'OCCURRENCE_FULL']))).toBe(true);
    expect(await seatsOf(occurrenceId)).toEqual({ taken: 0, confirmed: 0 });
  });

  it('are given to one of two with the same contact at once', async () => {
    const occurrenceId = await aDateWith(20);
    const input = aSignUpInput({ occurrenceId });
    const service = hub.hub.get(SignUpService);
    const attempts = Array.from({ length: 8 }, () =>
      service.create(viewer, input).then(() => 'CONFIRMED', reasonOf),
    );
    const answers = await Promise.all(attempts);
    expect(answers.toSorted()).toEqual([...Array<string>(7).fill('ALREADY_SIGNED_UP'), 'CONFIRMED']);
    expect(await seatsOf(occurrenceId)).toEqual({ taken: 1, confirmed: 1 });
  });

  it('follow a simple model, whatever people do in whatever order', async () => {
    const service = hub.hub.get(SignUpService);
    const step = fc.record({
      person: fc.integer({ min: 0, max: 4 }),
      partySize: fc.integer({ min: 1, max: 10 }),
      isCancelling: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.option(fc.integer({ min: 1, max: 20 })),
        fc.array(step, { maxLength: 15 }),
        async (capacity, steps) => {
          const occurrenceId = await aDateWith(capacity);
          const places = new Map<number, { partySize: number; code: string }>();
          const taken = (): number => [...places.values()].reduce((sum, { partySize }) => sum + partySize, 0);
          for (const { person, partySize, isCancelling } of steps) {
            const place = places.get(person);
            if (isCancelling) {
              if (place) await service.cancel(viewer, place.code);
              places.delete(person);
              continue;
            }
            const isFull = capacity !== null && taken() + partySize > capacity;
            const expected = place ? 'ALREADY_SIGNED_UP' : isFull ? 'OCCURRENCE_FULL' : 'CONFIRMED';
            const input = aSignUpInput({ occurrenceId, partySize, email: `person-${person}@example.org` });
            const answer = await service.create(viewer, input).catch(reasonOf);
            expect(typeof answer === 'string' ? answer : answer.signUp.status).toBe(expected);
            if (typeof answer !== 'string') places.set(person, { partySize, code: answer.code });
          }
          expect(await seatsOf(occurrenceId)).toEqual({ taken: taken(), confirmed: taken() });
        },
      ),
      { numRuns: longRun(25, 1_000), seed: 7 },
    );
  });
});
