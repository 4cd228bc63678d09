import { openAccessReviews } from '../api/src/rooms/people/index.ts';
import { instantBefore } from './seed.calendar.ts';
import { idOf, type Ids, type SeedContext } from './seed.context.ts';

/** One association has let its time run out; the others were asked a few days ago. */
const lateOrganisation = 'ketju';
const LATE_DAYS_AGO = 40;
const OPENED_DAYS_AGO = 4;

/** Opens the access reviews, so that those who lead see one that waits. Returns how many; what is open stays so. */
export const seedReviews = async (
  { hub, clock, day }: SeedContext,
  organisationIds: Ids,
): Promise<number> => {
  clock.set(instantBefore(day, LATE_DAYS_AGO, '07:00'));
  const late = await openAccessReviews(hub, idOf(organisationIds, lateOrganisation));
  clock.set(instantBefore(day, OPENED_DAYS_AGO, '07:00'));
  return late + (await openAccessReviews(hub));
};
