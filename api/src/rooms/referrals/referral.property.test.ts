import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { longRun } from '../../../test/long-run.ts';
import specification from '../../../test/fixtures/referral-state-machine.json' with { type: 'json' };
import type { Viewer } from '../../platform/policy/viewer.ts';
import { useHub } from '../../../test/harness.ts';
import { aClient, aConsent } from '../../../test/makers/client.ts';
import { askMove, askReferral, type AskedMove } from '../../../test/makers/referral-asks.ts';
import { aReferralScene, type ReferralScene } from '../../../test/makers/referral-scene.ts';
import { aReferral } from '../../../test/makers/referral.ts';

const hub = useHub();
let scene: ReferralScene;
beforeAll(async () => {
  scene = await aReferralScene(hub);
});

const people = [
  'caseworker',
  'manager',
  'coordinator',
  'secondCoordinator',
  'colleague',
  'stranger',
  'outsider',
  'volunteer',
  'admin',
] as const;
type Name = (typeof people)[number];
const moves = [
  'submitForConsent',
  'confirmConsent',
  'refuseConsent',
  'askInfo',
  'replyInfo',
  'waitlist',
  'hold',
  'resume',
  'reopen',
  'send',
  'accept',
  'decline',
  'withdraw',
  'recordFirstContact',
  'close',
] as const;
type Step = {
  readonly by: Name;
  readonly move: (typeof moves)[number] | 'withdrawConsent';
  readonly isStale: boolean;
};

/** Everyone by the word of the table; who is not here is on no side. */
const actors: Partial<Record<Name, string>> = {
  caseworker: 'referrer',
  manager: 'referrerManager',
  coordinator: 'coordinator',
  secondCoordinator: 'coordinator',
};
const needConsent: readonly string[] = ['send', 'reopen'];
const unsent = ['DRAFT', 'AWAITING_CONSENT'];

/** The model: what the specification says of one referral, and no more. */
class Model {
  state = 'DRAFT';
  version = 1;
  hasConsent = true;
  wasSent = false;
  isReceiverCopyErased = false;

  sees(by: Name): boolean {
    const actor = actors[by];
    return actor === 'coordinator'
      ? !unsent.includes(this.state) && !this.isReceiverCopyErased
      : actor !== undefined;
  }

  tier(): number | null {
    const states: Record<string, { receiverTier: number | null }> = specification.states;
    return this.wasSent && this.hasConsent ? (states[this.state]?.receiverTier ?? null) : null;
  }

  /** The failure's code, or null when the move is made. */
  expected({ by, move, isStale }: Step): string | null {
    if (!this.sees(by)) return 'NOT_FOUND';
    const allMoves = specification.transitions.filter(({ action }) => action === move);
    if (!allMoves.some((each) => each.by.includes(actors[by] ?? ''))) return 'FORBIDDEN';
    const found = allMoves.find(({ from }) => from === this.state);
    if (isStale || !found?.by.includes(actors[by] ?? '')) return 'CONFLICT';
    if (['send', 'reopen'].includes(move) && !this.hasConsent) return 'CONFLICT';
    return null;
  }

  make({ move }: Step): void {
    const found = specification.transitions.find(
      ({ action, from }) => action === move && from === this.state,
    );
    if (!found) return;
    this.state = found.to;
    this.version += 1;
    if (move === 'confirmConsent') this.hasConsent = true;
    if (found.to === 'SENT') this.wasSent = true;
  }

  withdrawConsent(): void {
    if (this.state === 'CLOSED' && !this.isReceiverCopyErased) {
      this.isReceiverCopyErased = true;
      this.version += 1;
    }
    this.hasConsent = false;
    if (this.wasSent) this.make({ by: 'caseworker', move: 'revokeConsent' as Step['move'], isStale: false });
  }
}

const step = fc.record({
  by: fc.constantFrom(...people, 'caseworker' as const, 'coordinator' as const, 'coordinator' as const),
  move: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...moves) },
    { weight: 1, arbitrary: fc.constant('withdrawConsent' as const) },
  ),
  isStale: fc.oneof(
    { weight: 9, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
});

/** Most random moves are refused; every other step is one that the model allows, so that sequences get somewhere. */
const nextOf = (model: Model, random: Step, index: number): Step => {
  if (index % 2 === 0) return random;
  const open = people
    .flatMap((by) => moves.map((move): Step => ({ by, move, isStale: false })))
    .filter((each) => model.expected(each) === null);
  return open[(random.move.length * 7 + index) % Math.max(open.length, 1)] ?? random;
};

const withdrawAll = async (clientId: string): Promise<void> => {
  const rows = await scene.queryAs(
    'hub_owner',
    'select id from consents where client_id = $1 and withdrawn_at is null',
    [clientId],
  );
  for (const { id } of rows) {
    await hub.ask(
      scene.caseworker,
      'mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { consent { id } } }',
      { input: { consentId: id } },
    );
  }
};

const check = async (model: Model, id: string): Promise<void> => {
  for (const by of ['caseworker', 'coordinator', 'stranger'] as const) {
    const viewer: Viewer = scene[by];
    const seen = await askReferral(hub, viewer, id);
    expect(seen !== null, `${by} sees it`).toBe(model.sees(by));
    if (!seen) continue;
    // The receiver is told of a revoked consent as a withdrawn referral (DOMAIN.md §4.2).
    const isMasked = by === 'coordinator' && model.state === 'CONSENT_REVOKED';
    expect([seen.state, seen.version]).toEqual([isMasked ? 'WITHDRAWN' : model.state, model.version]);
    const open = moves.filter(
      (move) => model.expected({ by, move: move as AskedMove & Step['move'], isStale: false }) === null,
    );
    const offered = moves.filter((move) => seen.viewerCan[move]);
    // Without consent the machine still offers these; they then say what is missing.
    expect(offered.filter((move) => !needConsent.includes(move))).toEqual(
      open.filter((move) => !needConsent.includes(move)),
    );
    if (by !== 'coordinator') continue;
    expect(seen.summary !== null, 'tier 0').toBe(model.tier() !== null);
    expect(seen.identity !== null, 'tier 1').toBe(model.tier() === 1);
  }
};

const play = async (steps: readonly Step[]): Promise<void> => {
  const client = await aClient(hub, scene.caseworker);
  await aConsent(hub, scene.caseworker, { clientId: client.id, organisationId: scene.association.id });
  const { id } = await aReferral(hub, scene.caseworker, {
    clientId: client.id,
    offeringId: scene.offering.id,
    stage: 'DRAFT',
  });
  const model = new Model();
  for (const [index, random] of steps.entries()) {
    const next = nextOf(model, random, index);
    if (next.move === 'withdrawConsent') {
      await withdrawAll(client.id);
      model.withdrawConsent();
      continue;
    }
    const version = next.isStale ? model.version + 1 : model.version;
    const expected = model.expected(next);
    const { failure } = await askMove(hub, scene[next.by], next.move, { referralId: id, version });
    expect(failure?.code ?? null, `${next.by} ${next.move} in ${model.state}`).toBe(expected);
    if (expected === null) model.make(next);
  }
  await check(model, id);
};

describe('a referral', () => {
  it('follows the specification whatever people try, in whatever order', async () => {
    const runs = longRun(70, 1_000);
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: longRun(12, 50) }), play), {
      numRuns: runs,
      seed: 20_261_124,
      endOnFailure: true,
    });
  }, 600_000);
});
