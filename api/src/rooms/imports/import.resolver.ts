import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { ImportPreviewService, type ShownPreview } from './import-preview.service.ts';
import {
  ImportPreviewType,
  PreviewImportInput,
  PreviewImportPayload,
  TakeImportInput,
  TakeImportPayload,
} from './import.types.ts';

const its = (what: string): { description: string } => ({ description: what });

/** Without the bytes of what was read. */
const asType = ({ preview, address, counts, entries }: ShownPreview): ImportPreviewType => {
  const { id, organisationId, kind, label, createdAt, content } = preview;
  const problems = content.problems.filter(({ sourceId }) => sourceId === null);
  return { id, organisationId, kind, label, address, createdAt, counts, entries, problems };
};

@Resolver(() => ImportPreviewType)
export class ImportResolver {
  private readonly previews: ImportPreviewService;

  constructor(hub: Hub) {
    this.previews = hub.get(ImportPreviewService);
  }

  @Query(() => ImportPreviewType, its('What was read for an import, as things stand now.'))
  async importPreview(
    @Ctx() { viewer }: Context,
    @Arg('id', () => ID, its('The preview.')) id: string,
  ): Promise<ImportPreviewType> {
    return asType(await this.previews.show(viewer, id));
  }

  @Mutation(() => PreviewImportPayload, {
    description:
      'Reads a file or an address; nothing comes in yet. Reasons: NOT_VERIFIED, NOTHING_TO_READ, FILE_TOO_LARGE, FILE_NOT_BASE64, ADDRESS_MALFORMED, ADDRESS_NOT_HTTPS, ADDRESS_NOT_PUBLIC, ADDRESS_WITH_PASSWORD, ADDRESS_UNKNOWN, TOO_MANY_REDIRECTS, ANSWER_TOO_LARGE, ANSWER_NOT_OK, NO_ANSWER, TOO_MANY_IMPORTS.',
  })
  async previewImport(
    @Ctx() { viewer }: Context,
    @Arg('input', () => PreviewImportInput, its('What to read.')) input: PreviewImportInput,
  ): Promise<PreviewImportPayload> {
    return { preview: asType(await this.previews.create(viewer, input)) };
  }

  @Mutation(() => TakeImportPayload, {
    description:
      'Takes events of a preview over as drafts, or brings their offerings after them. Reasons: NOT_VERIFIED, TOO_MANY.',
  })
  async takeImport(
    @Ctx() { viewer }: Context,
    @Arg('input', () => TakeImportInput, its('What to take over.')) input: TakeImportInput,
  ): Promise<TakeImportPayload> {
    const wanted = {
      ...input,
      endOfferingIds: input.endOfferingIds ?? [],
      isFollowed: input.isFollowed ?? false,
    };
    const { counts, problems } = await this.previews.take(viewer, wanted);
    return { ...counts, problems, preview: asType(await this.previews.show(viewer, input.previewId)) };
  }
}
