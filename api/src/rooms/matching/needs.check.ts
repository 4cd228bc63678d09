import { invalidInput } from '../../platform/errors/hub-error.ts';
import type { Hub } from '../../platform/hub.ts';
import { ageBands } from '../clients/index.ts';
import { languageKeyOf, searchKeyOf } from '../offerings/index.ts';
import { centreOf, RegionService } from '../regions/index.ts';
import { timesOf } from './free-time.ts';
import type { OfferingNeeds, Wanted } from './needs.ts';

const most = 50;
const farthestKm = 500;
const longestText = 100;

const checkLists = ({ languages, freeTimes, themeIds, accessNeeds }: OfferingNeeds): void => {
  for (const [path, list] of Object.entries({ languages, freeTimes, themeIds, accessNeeds })) {
    if ((list?.length ?? 0) > most)
      throw invalidInput(`needs.${path}`, 'TOO_MANY', `Name ${most} at most.`, { most });
  }
  if (freeTimes?.some(({ weekday }) => weekday < 1 || weekday > 7))
    throw invalidInput('needs.freeTimes', 'WEEKDAY_UNKNOWN', 'Weekdays are 1 (Monday) to 7 (Sunday).');
};

const checkPlace = async (hub: Hub, needs: OfferingNeeds): Promise<void> => {
  const { municipalityCode, point, maximumDistanceKm } = needs;
  if (municipalityCode && !(await hub.get(RegionService).municipality(municipalityCode)))
    throw invalidInput(
      'needs.municipalityCode',
      'MUNICIPALITY_UNKNOWN',
      'No municipality has this code. Choose one from the list.',
    );
  if (point && !(Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180))
    throw invalidInput('needs.point', 'POINT_UNKNOWN', 'Write degrees: 62.6 north, 29.76 east.');
  if (maximumDistanceKm != null && !(maximumDistanceKm >= 1 && maximumDistanceKm <= farthestKm))
    throw invalidInput('needs.maximumDistanceKm', 'DISTANCE_UNKNOWN', 'Write 1 to 500 kilometres.');
};

/** Errors: INVALID_INPUT TOO_MANY, WEEKDAY_UNKNOWN, MUNICIPALITY_UNKNOWN, POINT_UNKNOWN, DISTANCE_UNKNOWN. */
export const checkNeeds = async (hub: Hub, needs: OfferingNeeds): Promise<Wanted> => {
  checkLists(needs);
  await checkPlace(hub, needs);
  return {
    languages: [...new Set((needs.languages ?? []).map(languageKeyOf))],
    origin: needs.point ?? (needs.municipalityCode ? centreOf(needs.municipalityCode) : null),
    maximumDistanceKm: needs.maximumDistanceKm ?? null,
    times: timesOf(needs.freeTimes ?? []),
    themeIds: new Set(needs.themeIds),
    finnishLevel: needs.finnishLevel ?? null,
    // NOT_TOLD is no age, and no wish.
    ageBand: ageBands.find((band) => band === needs.ageBand) ?? null,
    accessNeeds: new Set(needs.accessNeeds),
    bringsChildren: needs.bringsChildren ?? false,
    free: needs.free ?? false,
    acceptsWaitingList: needs.acceptsWaitingList ?? false,
    text: searchKeyOf((needs.text ?? '').slice(0, longestText)),
  };
};
