import { HubError } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { systemViewer, type Viewer } from '../../platform/policy/viewer.ts';
import { OfferingService, type ImportedOffering } from '../offerings/index.ts';
import { OrganisationService } from '../organisations/index.ts';
import { EventProblems } from './event.problems.ts';
import type { ImportedEvent, ImportOptions, ImportProblem, ImportSource } from './import-source.ts';
import { changeOffering, endOffering } from './import.change.ts';
import { fieldsOf } from './import.facts.ts';
import { PlaceFinder } from './import.place.ts';

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

type Outcome = 'created' | 'changed' | 'unchanged' | 'skipped';

/** One import of one file into one organisation. */
class EventImport {
  private readonly places: PlaceFinder;

  constructor(
    private readonly hub: Hub,
    private readonly viewer: Viewer,
    private readonly kind: string,
    private readonly organisationId: string,
  ) {
    this.places = new PlaceFinder(hub, viewer, organisationId);
  }

  /** Each event is a transaction of its own: one that is refused keeps no other from coming in. */
  async bring(
    event: ImportedEvent,
    known: ImportedOffering | undefined,
    problems: EventProblems,
  ): Promise<Outcome> {
    try {
      return known ? await this.change(event, known, problems) : await this.create(event, problems);
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      const [field] = error.details.fields ?? [];
      problems.skip(field?.path ?? null, 'EVENT_REFUSED', `Not taken in: ${field?.message ?? error.message}`);
      return 'skipped';
    }
  }

  private async create(event: ImportedEvent, problems: EventProblems): Promise<Outcome> {
    if (event.isCancelled) {
      problems.skip('event_status', 'CANCELLED_AT_SOURCE', 'The event is cancelled at its source; left out.');
      return 'skipped';
    }
    const fields = await fieldsOf(this.hub, this.places, event, problems);
    if (fields.spokenLanguages.length === 0) {
      const message = 'The source names no spoken language; the language of its text is taken.';
      problems.note('in_language', 'SPOKEN_LANGUAGE_MISSING', message);
      fields.spokenLanguages = [event.sourceLanguage];
    }
    const { contentHash, sourceId: importId } = event;
    await this.hub.get(OfferingService).create(
      this.viewer,
      {
        ...fields,
        organisationId: this.organisationId,
        kind: 'EVENT',
        // Who enrols elsewhere or counts no places takes no sign-ups here, until the desk says so.
        takesSignUps: event.enrolmentUrl === null && fields.capacity !== null,
        publish: false,
      },
      { importSource: this.kind, importId, contentHash },
    );
    return 'created';
  }

  private async change(
    event: ImportedEvent,
    known: ImportedOffering,
    problems: EventProblems,
  ): Promise<Outcome> {
    if (known.contentHash === event.contentHash) return 'unchanged';
    const offering = await this.hub.get(OfferingService).get(this.viewer, known.id);
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
    const fields = await fieldsOf(this.hub, this.places, event, problems);
    await changeOffering(this.hub, this.viewer, offering, event, fields);
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
  const { events, problems } = source.read(text, sideFiles && { sideFiles });
  const known = await hub.get(OfferingService).imported(viewer, organisation.id, source.kind);
  const byImportId = new Map(known.map((offering) => [offering.importId, offering]));
  const run = new EventImport(hub, viewer, source.kind, organisation.id);
  const counts: Record<Outcome, number> = { created: 0, changed: 0, unchanged: 0, skipped: 0 };
  const found: ImportProblem[] = [...problems];
  for (const event of events) {
    const own = new EventProblems(event.sourceId);
    counts[await run.bring(event, byImportId.get(event.sourceId), own)] += 1;
    found.push(...own.list);
  }
  const { created, changed, unchanged } = counts;
  return { created, changed, unchanged, problems: found };
};
