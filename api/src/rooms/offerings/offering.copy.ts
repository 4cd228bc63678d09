import { notFound } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { isId } from '../../platform/ids.ts';
import { organisationsOf, type Viewer } from '../../platform/policy/viewer.ts';
import { createOffering } from './offering.create.ts';
import { signInNeeded } from './offering.errors.ts';
import { offeringPolicy } from './offering.policy.ts';
import { readOfferings, readThemes, readTranslations } from './offering.read.ts';
import type { CopyOfferingInput } from './lifecycle.inputs.ts';

/**
 * A new draft with all that an offering says but its times, co-hosts and origin; it belongs to the host whom the
 * viewer coordinates. Returns its id. Errors: UNAUTHENTICATED; NOT_FOUND; FORBIDDEN.
 */
export const copyOffering = async (
  hub: Hub,
  viewer: Viewer,
  { offeringId, idempotencyKey }: CopyOfferingInput,
): Promise<string> => {
  if (viewer.kind === 'anonymous') throw signInNeeded();
  const [offering] = isId(offeringId) ? await readOfferings(hub, viewer, [offeringId]) : [];
  if (!offering) throw notFound();
  offeringPolicy.authorize(viewer, 'update', offering);
  const texts = await readTranslations(hub, viewer, [offering.id]);
  const themes = await readThemes(hub, viewer, [offering.id]);
  const own = organisationsOf(viewer, 'COORDINATOR');
  const { id: _id, version: _version, hostIds, ...facts } = offering;
  return createOffering(hub, viewer, {
    ...facts,
    spokenLanguages: [...offering.spokenLanguages],
    organisationId: hostIds.find((id) => own.includes(id)) ?? offering.organisationId,
    translations: texts.map(({ language, title, summary, description, sourceLanguage, state }) => ({
      language,
      title,
      summary,
      description,
      sourceLanguage,
      isDraft: state === 'DRAFT',
    })),
    themeIds: themes.map(({ themeId }) => themeId),
    schedules: [],
    publish: false,
    ...(idempotencyKey && { idempotencyKey }),
  });
};
