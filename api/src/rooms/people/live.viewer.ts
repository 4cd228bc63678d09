import type { Hub } from '../../platform/hub.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import type { Change } from '../../platform/pubsub/changes.ts';
import { EventQueue } from '../../platform/pubsub/event-queue.ts';
import { findSessionById } from './session.read.ts';

/** What a stream makes of changes; each question is answered with the rights that its viewer has at that moment. */
export interface StreamWork<Event> {
  /** Told first, so that what happened between a page and its stream is not lost. */
  readonly begin: (viewer: Viewer) => Promise<readonly Event[]>;
  /** Told of changed rows and of `resync`. */
  readonly change: (viewer: Viewer, change: Change) => Promise<readonly Event[]>;
  /** Told when the viewer's roles changed or the session ended; the stream ends after it. */
  readonly last: readonly Event[];
}

/** Who the viewer is now: null when the session has ended. One without a session, a job or a test, stays who it was. */
const presentViewer = async (hub: Hub, viewer: Viewer): Promise<Viewer | null> => {
  if (viewer.sessionId === null) return viewer;
  const session = await findSessionById(hub, viewer.sessionId);
  if (!session) return null;
  const { assurance, memberships, standsInFor } = session;
  return { ...viewer, assurance, memberships, standsInFor };
};

const rolesOf = ({ assurance, memberships, standsInFor = [] }: Viewer): string =>
  JSON.stringify([
    assurance,
    memberships.map(({ organisationId, role }) => `${organisationId} ${role}`).toSorted(),
    standsInFor.map(({ organisationId, caseworkerId }) => `${organisationId} ${caseworkerId}`).toSorted(),
  ]);

/** Rows of one kind that wait together are one change; where one says that all may have changed, that is enough. */
const merged = (changes: readonly Change[]): Change => {
  if (changes.some(({ kind }) => kind === 'resync')) return { kind: 'resync' };
  const rows = changes.flatMap((change) => (change.kind === 'referral' ? change.rows : []));
  if (rows.length > 0) return { kind: 'referral', rows };
  return changes[0] ?? { kind: 'tick' };
};

/**
 * A stream of events for one viewer. Whenever something happens the viewer is read anew: when the session has ended
 * or a role was given or taken, the stream says so and ends, and whoever wants to go on opens another.
 */
export const streamTo = async <Event>(
  hub: Hub,
  viewer: Viewer,
  work: StreamWork<Event>,
): Promise<AsyncIterableIterator<Event>> => {
  const waiting: Change[] = [];
  let isWorking = false;
  let leave: () => void = () => undefined;
  const queue = new EventQueue<Event>(() => leave());

  const workOff = async (): Promise<void> => {
    if (isWorking) return;
    isWorking = true;
    try {
      for (let batch = waiting.splice(0); batch.length > 0; batch = waiting.splice(0)) {
        const present = await presentViewer(hub, viewer);
        if (!present || rolesOf(present) !== rolesOf(viewer)) {
          queue.push(...work.last);
          return queue.end();
        }
        const change = merged(batch);
        if (change.kind === 'referral' || change.kind === 'resync')
          queue.push(...(await work.change(present, change)));
      }
    } catch (error) {
      // The reader asks again and finds out; a stream that keeps silent would be worse.
      hub.log.error({ reason: error instanceof Error ? error.name : 'unknown' }, 'stream failed');
      queue.end();
    } finally {
      isWorking = false;
    }
  };

  leave = await hub.changes.follow((change) => {
    if (change.kind === 'person' && !(viewer.personId && change.ids.includes(viewer.personId))) return;
    waiting.push(change);
    void workOff();
  });
  try {
    queue.push(...(await work.begin(viewer)));
  } catch (error) {
    queue.end();
    throw error;
  }
  return queue;
};
