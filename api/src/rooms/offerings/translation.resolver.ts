import { Extensions, Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Hub } from '../../platform/hub.ts';
import { directionOf } from '../../platform/text/language-tag.ts';
import { TextDirection } from '../regions/index.ts';
import { OfferingPayload } from './lifecycle.inputs.ts';
import { OfferingTextFieldEnum } from './offering.enums.ts';
import { storedTextsLoader, translationsLoader } from './offering.loaders.ts';
import type { TranslationRow } from './offering.row.ts';
import { OfferingService } from './offering.service.ts';
import { OfferingTranslationType } from './offering.types.ts';
import type { TextField } from './offering.words.ts';
import { sourceChangesOf, type SourceChange } from './translation.diff.ts';
import { missingFieldsOf } from './translation.rules.ts';
import { SaveTranslationInput, SourceChangeType } from './translation.types.ts';

/** An offering's texts: how each stands to its source, and the way to change one of them. */
@Resolver(() => OfferingTranslationType)
export class OfferingTranslationResolver {
  private readonly offerings: OfferingService;

  constructor(hub: Hub) {
    this.offerings = hub.get(OfferingService);
  }

  @FieldResolver(() => TextDirection, { description: 'The way it is written.' })
  direction(@Root() { language }: TranslationRow): string {
    return directionOf(language).toUpperCase();
  }

  @FieldResolver(() => [OfferingTextFieldEnum], {
    description: 'What its source says and it does not say at all.',
  })
  async missingFields(@Root() text: TranslationRow, @Ctx() { loaders }: Context): Promise<TextField[]> {
    const texts = await loaders.load(translationsLoader, text.offeringId);
    const source = texts.find(({ language }) => language === text.sourceLanguage);
    return missingFieldsOf(text, source);
  }

  // A text has three fields.
  @Extensions({ rows: 3 })
  @FieldResolver(() => [SourceChangeType], {
    description:
      'How its source changed in meaning since it was translated, field by field; for those who may change the offering.',
  })
  async sourceChanges(
    @Root() { offeringId, language }: TranslationRow,
    @Ctx() { loaders }: Context,
  ): Promise<SourceChange[]> {
    const texts = await loaders.load(storedTextsLoader, offeringId);
    return texts.filter((text) => text.language === language).flatMap((text) => sourceChangesOf(text, texts));
  }

  @Mutation(() => OfferingPayload, {
    description:
      'Writes or changes one text of an offering. A part that is written or checked counts as made from what its source says now. Reasons: STALE_VERSION, ILLEGAL_MOVE, SOURCE_CIRCULAR and those of a text.',
  })
  async saveTranslation(
    @Ctx() { viewer }: Context,
    @Arg('input', () => SaveTranslationInput, { description: 'What to do.' }) input: SaveTranslationInput,
  ): Promise<unknown> {
    return { offering: await this.offerings.saveTranslation(viewer, input) };
  }
}
