import { HubError } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { OfferingService } from '../offerings/index.ts';
import { OrganisationService } from '../organisations/index.ts';
import { EventProblems } from './event.problems.ts';
import type { ImportOptions, ImportProblem, ImportSource } from './import-source.ts';
import { changeOffering, endOffering } from './import.change.ts';
import { fieldsOf } from './import.facts.ts';
import { PlaceFinder } from './import.place.ts';
import { prepareImport, type PreparedEvent } from './import.prepare.ts';
import { rememberWritten, standingOf } from './import.standing.ts';

export interface ImportRequest extends ImportOptions {
  readonly source: ImportSource;
  readonly text: string;
  /** Whose offerings they become; a verified organisation. */
  readonly organisationId: string;
}

/** How many offerings; events that were left out stand in the problems alone. */
export interface ImportSummary {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly problems: readonly ImportProblem[];
}

export type Outcome = 'created' | 'changed' | 'unchanged' | 'skipped';

/** Where events come from: how offerings remember it, and which calendar. */
export interface Origin {
  readonly kind: string;
  readonly calendar: string;
}

/** One import into one organisation. */
export class EventImport {
  private readonly places: PlaceFinder;

  constructor(
    private readonly hub: Hub,
    private readonly viewer: Viewer,
    private readonly origin: Origin,
    private readonly organisationId: string,
  ) {
    this.places = new PlaceFinder(hub, viewer, organisationId);
  }

  /** Each event is a transaction of its own: one that is refused keeps no other from coming in. */
  async bring(
    prepared: PreparedEvent,
    knownId: string | undefined,
    problems: EventProblems,
  ): Promise<Outcome> {
    try {
      return knownId ? await this.change(prepared, knownId, problems) : await this.create(prepared, problems);
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      const [field] = error.details.fields ?? [];
      problems.skip(field?.path ?? null, 'EVENT_REFUSED', `Not taken in: ${field?.message ?? error.message}`);
      return 'skipped';
    }
  }

  private async create(prepared: PreparedEvent, problems: EventProblems): Promise<Outcome> {
    const { event } = prepared;
    if (event.isCancelled) {
      problems.skip('event_status', 'CANCELLED_AT_SOURCE', 'The event is cancelled at its source; left out.');
      return 'skipped';
    }
    const fields = await fieldsOf(this.hub, this.places, prepared, problems);
    if (fields.spokenLanguages.length === 0) {
      const message = 'The source names no spoken language; the language of its text is taken.';
      problems.note('in_language', 'SPOKEN_LANGUAGE_MISSING', message);
      fields.spokenLanguages = [event.sourceLanguage];
    }
    const { contentHash, sourceId: importId } = event;
    const { id } = await this.hub.get(OfferingService).create(
      this.viewer,
      {
        ...fields,
        organisationId: this.organisationId,
        kind: 'EVENT',
        // Who enrols elsewhere or counts no places takes no sign-ups here, until the desk says so.
        takesSignUps: event.enrolmentUrl === null && fields.capacity !== null,
        publish: false,
      },
      { importSource: this.origin.kind, importId, contentHash },
    );
    await rememberWritten(this.hub, this.viewer, id, this.origin.calendar, null);
    return 'created';
  }

  private async change(prepared: PreparedEvent, knownId: string, problems: EventProblems): Promise<Outcome> {
    const { event } = prepared;
    const standing = (await standingOf(this.hub, this.viewer, [knownId])).get(knownId);
    if (!standing || standing.offering.contentHash === event.contentHash) return 'unchanged';
    const { offering } = standing;
    if (offering.status === 'ARCHIVED') {
      if (!event.isCancelled)
        problems.note(
          null,
          'ARCHIVED_HERE',
          'The event has changed, but its offering is ended here; it stays.',
        );
      return 'unchanged';
    }
    if (event.isCancelled) {
      await endOffering(this.hub, this.viewer, offering, problems);
      return 'changed';
    }
    const fields = await fieldsOf(this.hub, this.places, prepared, problems);
    await changeOffering(this.hub, this.viewer, standing, event, fields, problems);
    await rememberWritten(this.hub, this.viewer, knownId, this.origin.calendar, standing);
    return 'changed';
  }
}

/**
 * Brings the events of a file in as draft offerings of an organisation. An event is known by its source's id: the same
 * file again changes nothing, a changed event changes its offering. What cannot be read or kept is told in `problems`.
 * Errors: NOT_FOUND for an unknown organisation.
 */
export const importEvents = async (hub: Hub, request: ImportRequest): Promise<ImportSummary> => {
  const { source, text, sideFiles } = request;
  const viewer = systemViewer(`import:${source.kind}`);
  const organisation = await hub.get(OrganisationService).get(viewer, request.organisationId.toLowerCase());
  const now = Temporal.Instant.from(hub.clock.now().toISOString());
  const { events, problems } = await prepareImport(source.read(text, sideFiles && { sideFiles }), now);
  const known = await hub.get(OfferingService).imported(viewer, organisation.id, source.kind);
  const byImportId = new Map(known.map(({ importId, id }) => [importId, id]));
  const origin = { kind: source.kind, calendar: `command:${source.kind}` };
  const run = new EventImport(hub, viewer, origin, organisation.id);
  const counts: Record<Outcome, number> = { created: 0, changed: 0, unchanged: 0, skipped: 0 };
  const found: ImportProblem[] = [...problems];
  for (const prepared of events) {
    const own = new EventProblems(prepared.event.sourceId);
    counts[await run.bring(prepared, byImportId.get(prepared.event.sourceId), own)] += 1;
    found.push(...prepared.problems, ...own.list);
  }
  const { created, changed, unchanged } = counts;
  return { created, changed, unchanged, problems: found };
};
