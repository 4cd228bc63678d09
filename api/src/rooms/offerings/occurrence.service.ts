import { notFound } from '../../platform/errors/hub-error.ts';
import {
  pageOf,
  toConnection,
  type Connection,
  type ConnectionArgs,
} from '../../platform/graphql/connection.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { countFacets } from './facet.read.ts';
import type { OccurrenceFacetsType } from './facet.types.ts';
import { cancelOccurrence, postponeOccurrence, type CancelInput } from './occurrence.cancel.ts';
import type { Changed } from './occurrence.change.ts';
import { countOccurrences, listOccurrences } from './occurrence.list.ts';
import { materialise } from './occurrence.materialise.ts';
import { moveOccurrence, type MoveInput } from './occurrence.move.ts';
import { readOccurrences } from './occurrence.read.ts';
import type { OccurrenceRow } from './occurrence.row.ts';
import { tellChanges } from './occurrence.tell.ts';
import { undoOccurrenceChange } from './occurrence.undo.ts';
import type { OccurrenceFilter } from './offering.filters.ts';

const occurrencesPage = (args: Pick<ConnectionArgs, 'first' | 'after'>) => {
  const page = pageOf(args, 'occurrences');
  const [startsAt, id] = page.after ?? [];
  const isForged = page.after && (!isId(String(id)) || Number.isNaN(Date.parse(String(startsAt))));
  // A forged cursor is refused like one of another list.
  return isForged ? pageOf({ first: args.first, after: 'forged' }, 'occurrences') : page;
};

/** Dates of offerings. */
export class OccurrenceService {
  constructor(private readonly hub: Hub) {}

  /** The occurrence; NOT_FOUND where it does not exist or the viewer may not see it. */
  async get(viewer: Viewer, id: string): Promise<OccurrenceRow> {
    const [row] = isId(id) ? await readOccurrences(this.hub, viewer, [id]) : [];
    if (!row) throw notFound();
    return row;
  }

  /** One page, soonest first. Errors: INVALID_INPUT for the page's arguments. */
  async page(
    viewer: Viewer,
    args: Pick<ConnectionArgs, 'first' | 'after'>,
    filter: OccurrenceFilter,
  ): Promise<Connection<OccurrenceRow>> {
    const page = occurrencesPage(args);
    const isNone = filter.offeringId != null && !isId(filter.offeringId);
    const rows = isNone ? [] : await listOccurrences(this.hub, viewer, filter, page);
    const count = isNone ? () => Promise.resolve(0) : () => countOccurrences(this.hub, viewer, filter);
    return toConnection(rows, page, ({ startsAt, id }) => [startsAt.toISOString(), id], count);
  }

  /** How much each choice of a filter would leave; see `countFacets`. Errors: INVALID_INPUT. */
  facets(viewer: Viewer, filter: OccurrenceFilter): Promise<OccurrenceFacetsType> {
    return countFacets(this.hub, viewer, filter);
  }

  /** See `cancelOccurrence`. */
  cancel(viewer: Viewer, input: CancelInput): Promise<Changed> {
    return cancelOccurrence(this.hub, viewer, input);
  }

  /** See `postponeOccurrence`. */
  postpone(viewer: Viewer, input: CancelInput): Promise<Changed> {
    return postponeOccurrence(this.hub, viewer, input);
  }

  /** See `moveOccurrence`. */
  move(viewer: Viewer, input: MoveInput): Promise<Changed> {
    return moveOccurrence(this.hub, viewer, input);
  }

  /** See `undoOccurrenceChange`. */
  undoChange(viewer: Viewer, occurrenceId: string): Promise<OccurrenceRow> {
    return undoOccurrenceChange(this.hub, viewer, occurrenceId);
  }

  /** See `tellChanges`. */
  tellChanges(): Promise<number> {
    return tellChanges(this.hub);
  }

  /** Fills the rolling window of dates; see `materialise`. Returns how many are new. */
  materialise(): Promise<number> {
    return materialise(this.hub);
  }
}
