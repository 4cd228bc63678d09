import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId, newId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { canonicalLanguageTag } from '../../platform/text/language-tag.ts';
import { stripText } from '../../platform/text/plain-text.ts';
import { OfferingService } from '../offerings/index.ts';
import { organisationPolicy, OrganisationService, type OrganisationRow } from '../organisations/index.ts';
import { EventProblems } from './event.problems.ts';
import { addressFailed, fileNotBase64, fileTooLarge, nothingToRead, signInNeeded } from './import.errors.ts';
import { compare, type Comparison } from './import.compare.ts';
import { addressOf, fetchEvents } from './import.fetch.ts';
import { prepareImport } from './import.prepare.ts';
import { EventImport, type Outcome } from './import.service.ts';
import { MAXIMUM_IMPORT_BYTES, type ImportProblem } from './import-source.ts';
import { mostTaken, originOf, previewDays, type ImportKind } from './import.words.ts';
import { previewColumns, type PreviewRow } from './import-preview.row.ts';
import { readGuarded } from './read.guard.ts';
import { ImportSourceService } from './source.service.ts';

export interface PreviewRequest {
  readonly organisationId: string;
  readonly kind: ImportKind;
  readonly file?: { readonly name: string; readonly base64: string } | null;
  readonly address?: string | null;
  readonly language?: string | null;
}

export interface ShownPreview extends Comparison {
  readonly preview: PreviewRow;
  readonly address: string | null;
}

export interface Taken {
  readonly counts: Readonly<Record<Outcome | 'ended', number>>;
  readonly problems: readonly ImportProblem[];
}

/** One of the content that came from the same place, whatever it holds now. */
const calendarOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** PostgreSQL keeps no NUL and no half characters; a stranger may send both, in a name of an event for one. */
const keepable = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value;

const base64Form = /^[A-Za-z0-9+/]*={0,2}$/;

const bytesOf = (base64: string): Buffer => {
  if (base64.length > Math.ceil(MAXIMUM_IMPORT_BYTES / 3) * 4) throw fileTooLarge();
  if (base64.length % 4 !== 0 || !base64Form.test(base64)) throw fileNotBase64();
  return Buffer.from(base64, 'base64');
};

/** Reading foreign events, showing what they would do, and taking them over. */
export class ImportPreviewService {
  constructor(private readonly hub: Hub) {}

  /**
   * Reads a file or an address and keeps what it says for seven days; nothing comes in yet. What is wrong with single
   * events is told beside them.
   * Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN, NOT_VERIFIED; INVALID_INPUT NOTHING_TO_READ, FILE_TOO_LARGE,
   * FILE_NOT_BASE64, ADDRESS_…, NO_ANSWER, ANSWER_NOT_OK; RATE_LIMITED TOO_MANY_IMPORTS.
   */
  async create(viewer: Viewer, request: PreviewRequest): Promise<ShownPreview> {
    const organisation = await this.importing(viewer, request.organisationId);
    const address = request.address?.trim() ? addressOf(request.address) : null;
    if ((address === null) === !request.file) throw nothingToRead();
    const bytes = request.file ? bytesOf(request.file.base64) : await this.fetch(address ?? '');
    return this.keep(viewer, organisation, request, address, bytes);
  }

  /** A preview as things stand now. Errors: UNAUTHENTICATED; NOT_FOUND. */
  async show(viewer: Viewer, id: string): Promise<ShownPreview> {
    const preview = await this.load(viewer, id);
    return { preview, address: this.addressOf(preview), ...(await compare(this.hub, viewer, preview)) };
  }

  /**
   * Takes events of a preview over as drafts, or brings their offerings after them; at most 100 at once. Offerings
   * whose event is gone end only when they are named. `isFollowed`: the address is looked at every hour from now on.
   * Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; CONFLICT TOO_MANY.
   */
  async take(
    viewer: Viewer,
    request: {
      readonly previewId: string;
      readonly eventIds: readonly string[];
      readonly endOfferingIds: readonly string[];
      readonly isFollowed?: boolean;
    },
  ): Promise<Taken> {
    const preview = await this.load(viewer, request.previewId);
    const address = this.addressOf(preview);
    const { id: organisationId } = await this.importing(viewer, preview.organisationId);
    const known = await this.hub
      .get(OfferingService)
      .imported(viewer, organisationId, originOf[preview.kind]);
    const byImportId = new Map(known.map(({ importId, id }) => [importId, id]));
    const origin = { kind: originOf[preview.kind], calendar: preview.calendar };
    const run = new EventImport(this.hub, viewer, origin, organisationId);
    const counts: Record<Outcome | 'ended', number> = {
      created: 0,
      changed: 0,
      unchanged: 0,
      skipped: 0,
      ended: 0,
    };
    const problems: ImportProblem[] = [];
    const wanted = new Set(request.eventIds);
    for (const prepared of preview.content.events
      .filter(({ event }) => wanted.has(event.sourceId))
      .slice(0, mostTaken)) {
      const own = new EventProblems(prepared.event.sourceId);
      counts[await run.bring(prepared, byImportId.get(prepared.event.sourceId), own)] += 1;
      problems.push(...own.list);
    }
    counts.ended = await this.end(viewer, preview, request.endOfferingIds);
    await this.hub.db.write(viewer, async (tx) => {
      if (address && request.isFollowed) await this.hub.get(ImportSourceService).follow(tx, preview, address);
      await tx.audit({ action: 'import.take', subjectId: preview.id, organisationId, facts: { ...counts } });
    });
    return { counts, problems };
  }

  /** Throws away what nobody took over. */
  async sweep(viewer: Viewer): Promise<void> {
    const before = new Date(this.hub.clock.now().getTime() - previewDays * 86_400_000);
    await this.hub.db.write(viewer, (tx) =>
      tx.query(sql`delete from import_previews where created_at < ${before}`),
    );
  }

  /** The organisation into which the viewer may import. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN, NOT_VERIFIED. */
  async importing(viewer: Viewer, organisationId: string): Promise<OrganisationRow> {
    if (viewer.kind === 'anonymous') throw signInNeeded();
    const organisation = await this.hub.get(OrganisationService).get(viewer, organisationId.toLowerCase());
    organisationPolicy.authorize(viewer, 'createOffering', organisation);
    return organisation;
  }

  private addressOf({ id, address }: PreviewRow): string | null {
    return address && this.hub.crypto.open('imports.address', address, id);
  }

  private async fetch(address: string): Promise<Buffer> {
    const fetched = await fetchEvents(this.hub, address);
    if (fetched.status === 'FOUND') return fetched.bytes;
    throw addressFailed(fetched.status === 'FAILED' ? fetched.reason : 'ANSWER_NOT_OK');
  }

  private async keep(
    viewer: Viewer,
    organisation: OrganisationRow,
    { kind, file, language }: PreviewRequest,
    address: string | null,
    bytes: Buffer,
  ): Promise<ShownPreview> {
    const options = { language: canonicalLanguageTag(language ?? '') ?? 'fi' };
    const read = await readGuarded({ kind: originOf[kind], bytes, options });
    const now = this.hub.clock.now();
    const content = await prepareImport(read, Temporal.Instant.from(now.toISOString()));
    const id = newId(now);
    const named = read.name ?? file?.name ?? (address && URL.parse(address)?.hostname) ?? '';
    const label = stripText(named, { multiline: false }).slice(0, 120) || '–';
    const calendar = calendarOf(address === null ? `file:${kind}:${label}` : `address:${address}`);
    const sealed = address && this.hub.crypto.seal('imports.address', address, id);
    await this.hub.db.write(viewer, (tx) =>
      tx.query(
        sql`insert into import_previews (id, organisation_id, kind, calendar, label, address, content, created_at)
            values (${id}::uuid, ${organisation.id}::uuid, ${kind}, ${calendar}, ${label}, ${sealed},
              ${JSON.stringify(content, (_key, value: unknown) => keepable(value))}::jsonb, ${now})`,
      ),
    );
    return this.show(viewer, id);
  }

  private async load(viewer: Viewer, id: string): Promise<PreviewRow> {
    if (viewer.kind === 'anonymous') throw signInNeeded();
    const row = isId(id)
      ? await this.hub.db.readOne<PreviewRow>(
          viewer,
          sql`select ${previewColumns} from import_previews v where v.id = ${id}::uuid`,
        )
      : undefined;
    if (!row) throw notFound();
    return row;
  }

  /** Ends offerings whose event is gone from this very calendar, and no others. */
  private async end(viewer: Viewer, preview: PreviewRow, ids: readonly string[]): Promise<number> {
    if (ids.length === 0) return 0;
    const { entries } = await compare(this.hub, viewer, preview);
    const gone = entries.filter(
      ({ state, offeringId }) => state === 'GONE' && offeringId && ids.includes(offeringId),
    );
    for (const { offeringId } of gone) {
      const { id, version } = await this.hub.get(OfferingService).get(viewer, offeringId ?? '');
      await this.hub.get(OfferingService).archive(viewer, { offeringId: id, version });
    }
    return gone.length;
  }
}
