import type { Context, CookieChange } from '../../context.ts';
import { Loaders } from '../../platform/loader.ts';
import { anonymousViewer, type Viewer } from '../../platform/policy/viewer.ts';

/** Goes on with the request as someone else, so that what it reads next is seen with the new rights. */
export const continueAs = (
  context: Context,
  viewer: Viewer | null,
  cookieChanges: readonly CookieChange[],
): void => {
  const next = viewer ?? anonymousViewer(context.viewer.languageTag);
  Object.assign(context, { viewer: next, loaders: new Loaders(context.hub, next) });
  context.cookieChanges.push(...cookieChanges);
};
