import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { signInNeeded, staleVersion } from './offering.errors.ts';
import { offeringPolicy } from './offering.policy.ts';
import { Problems } from './offering.problems.ts';
import { readOfferings, readStoredTexts } from './offering.read.ts';
import type { OfferingRow } from './offering.row.ts';
import { actsFor, lockOffering, storeTexts, touchOffering } from './offering.store.ts';
import { checkText, textsToStore } from './offering.texts.ts';
import { asItStands, type CheckedText, type StoredText } from './translation.rules.ts';
import type { SaveTranslationInput } from './translation.types.ts';

const offeringToTranslate = async (
  hub: Hub,
  viewer: Viewer,
  { offeringId, version }: Pick<SaveTranslationInput, 'offeringId' | 'version'>,
): Promise<OfferingRow> => {
  if (viewer.kind === 'anonymous') throw signInNeeded();
  const [offering] = isId(offeringId) ? await readOfferings(hub, viewer, [offeringId]) : [];
  if (!offering) throw notFound();
  offeringPolicy.authorize(viewer, 'update', offering);
  if (offering.version !== version) throw staleVersion(offering.version);
  return offering;
};

/** The texts with one of them new or in another's place; a new one stands last. */
const withText = (before: readonly StoredText[], text: CheckedText): CheckedText[] => {
  const isThis = ({ language }: StoredText): boolean => language === text.language;
  const kept = before.map((former) => (isThis(former) ? text : asItStands(former)));
  return before.some(isThis) ? kept : [...kept, text];
};

/**
 * Writes one text of an offering; the others stay as they are but for their state.
 * Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; INVALID_INPUT with every wrong field, SOURCE_CIRCULAR; CONFLICT
 * STALE_VERSION, ILLEGAL_MOVE.
 */
export const saveTranslation = async (
  hub: Hub,
  viewer: Viewer,
  input: SaveTranslationInput,
): Promise<string> => {
  const offering = await offeringToTranslate(hub, viewer, input);
  const problems = new Problems();
  const text = checkText(input.translation, 'translation', problems);
  problems.throwIfAny();
  const before = await readStoredTexts(hub, viewer, [offering.id]);
  const texts = textsToStore(withText(before, text), offering.sourceLanguage, before);
  await hub.db.write(viewer, async (tx) => {
    const { id, hostIds } = await lockOffering(tx, { ...input, offeringId: offering.id }, 'update');
    await storeTexts(tx, id, texts);
    await touchOffering(tx, id, hub.clock.now());
    await tx.audit({
      action: 'offering.translate',
      subjectId: id,
      organisationId: actsFor(viewer, hostIds),
      facts: { language: text.language },
    });
  });
  return offering.id;
};
