import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/db/transaction.ts';
import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import type { Viewer } from '../../platform/policy/viewer.ts';
import { checkFacts, checkThemes, type OfferingChange } from './offering.check.ts';
import { Offering } from './offering.entity.ts';
import { capacityBelowTaken, signInNeeded, staleVersion } from './offering.errors.ts';
import type { UpdateOfferingInput } from './offering.inputs.ts';
import { offeringPolicy } from './offering.policy.ts';
import { Problems } from './offering.problems.ts';
import { readOfferings, readStoredTexts } from './offering.read.ts';
import type { OfferingRow } from './offering.row.ts';
import {
  actsFor,
  lockOffering,
  settleMunicipality,
  spreadHosts,
  storeTexts,
  storeThemes,
} from './offering.store.ts';
import { storeSearch } from './search.store.ts';
import { checkTexts, textsToStore } from './offering.texts.ts';
import { asItStands, type StoredText } from './translation.rules.ts';
import { checkSchedules, type Schedule } from './schedule.check.ts';
import { replaceSchedules } from './schedule.replace.ts';

interface Changes {
  readonly row: Partial<OfferingChange>;
  /** Undefined: they stay. */
  readonly texts: StoredText[] | undefined;
  readonly themeIds: string[] | undefined;
  readonly schedules: Schedule[] | undefined;
}

/** An offering that the viewer may change. Errors: UNAUTHENTICATED, NOT_FOUND, FORBIDDEN. */
const offeringToChange = async (
  hub: Hub,
  viewer: Viewer,
  input: UpdateOfferingInput,
): Promise<OfferingRow> => {
  if (viewer.kind === 'anonymous') throw signInNeeded();
  const [offering] = isId(input.offeringId) ? await readOfferings(hub, viewer, [input.offeringId]) : [];
  if (!offering) throw notFound();
  offeringPolicy.authorize(viewer, 'update', offering);
  const coHosts = new Set(input.coHostIds?.map((id) => id.toLowerCase()) ?? offering.hostIds);
  coHosts.add(offering.organisationId);
  if (coHosts.symmetricDifference(new Set(offering.hostIds)).size > 0) {
    offeringPolicy.authorize(viewer, 'changeHosts', offering);
  }
  return offering;
};

const check = async (
  hub: Hub,
  viewer: Viewer,
  input: UpdateOfferingInput,
  before: OfferingRow,
): Promise<Changes> => {
  const problems = new Problems();
  const row = await checkFacts(hub, viewer, input, before, problems);
  const former = await readStoredTexts(hub, viewer, [before.id]);
  const texts = input.translations ? checkTexts(input.translations, problems) : former.map(asItStands);
  const sourceLanguage = row.sourceLanguage ?? before.sourceLanguage;
  const hasSource = texts.some(({ language }) => language === sourceLanguage);
  if (!hasSource)
    problems.add('translations', 'SOURCE_TEXT_MISSING', 'Write the text in the source language too.');
  const themeIds = input.themeIds ? await checkThemes(hub, input.themeIds, problems) : undefined;
  const schedules = input.schedules ? checkSchedules(input.schedules, problems) : undefined;
  problems.throwIfAny();
  const textsChange = input.translations != null || sourceLanguage !== before.sourceLanguage;
  return {
    row,
    themeIds,
    schedules,
    texts: textsChange ? textsToStore(texts, sourceLanguage, former) : undefined,
  };
};

/** Gives the coming dates their new number of places. Errors: INVALID_INPUT CAPACITY_BELOW_TAKEN (fact: taken). */
const changeCapacity = async (
  tx: Transaction,
  now: Date,
  offeringId: string,
  capacity: number | null,
): Promise<void> => {
  const dates = await tx.query<{ taken: number }>(
    sql`select taken from occurrences
        where offering_id = ${offeringId} and starts_at > ${now} and status <> 'CANCELLED' order by id for update`,
  );
  const taken = Math.max(0, ...dates.map((date) => date.taken));
  if (capacity !== null && capacity < taken) throw capacityBelowTaken(taken);
  await tx.query(
    sql`update occurrences set capacity = ${capacity}
        where offering_id = ${offeringId} and starts_at > ${now} and status <> 'CANCELLED'`,
  );
  await tx.emit('offering.capacity-changed', { offeringId });
};

/**
 * Changes an offering; lists replace the old ones. A date whose original start remains keeps its sign-ups; one that
 * is gone is cancelled when somebody has a place on it.
 * Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN; INVALID_INPUT with every wrong field, CAPACITY_BELOW_TAKEN;
 * CONFLICT STALE_VERSION, ILLEGAL_MOVE, STRANDED_CHANGED.
 */
export const updateOffering = async (
  hub: Hub,
  viewer: Viewer,
  input: UpdateOfferingInput,
  contentHash?: string,
): Promise<string> => {
  const before = await offeringToChange(hub, viewer, input);
  // What is checked below was read at this version; the lock makes sure of it.
  if (before.version !== input.version) throw staleVersion(before.version);
  const { row, texts, themeIds, schedules } = await check(hub, viewer, input, before);
  const now = hub.clock.now();
  await hub.db.write(viewer, async (tx) => {
    const { id, version, capacity } = await lockOffering(tx, { ...input, offeringId: before.id }, 'update');
    const fresh = { staleAt: null, hiddenAt: null };
    const change = {
      ...row,
      ...fresh,
      version: version + 1,
      updatedAt: now,
      ...(contentHash && { contentHash }),
    };
    await tx.em.nativeUpdate(Offering, { id }, change);
    if (row.place !== undefined) await settleMunicipality(tx, id);
    if (texts) await storeTexts(tx, id, texts);
    if (themeIds) await storeThemes(tx, id, themeIds);
    if (schedules) await replaceSchedules(tx, now, id, schedules, input.strandedIds ?? undefined);
    if (row.capacity !== undefined && row.capacity !== capacity)
      await changeCapacity(tx, now, id, row.capacity);
    await spreadHosts(tx, id);
    await tx.emit('offering.changed', { offeringId: id });
    await storeSearch(tx, [id]);
    const fields = Object.keys(input).filter(
      (key) => !['offeringId', 'version', 'strandedIds'].includes(key),
    );
    await tx.audit({
      action: 'offering.update',
      subjectId: id,
      organisationId: actsFor(viewer, before.hostIds),
      facts: { fields },
    });
  });
  return before.id;
};
