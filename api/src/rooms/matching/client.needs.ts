import type { ClientRow } from '../clients/index.ts';
import { limits } from './matching.weights.ts';
import type { OfferingNeedsType } from './matching.types.ts';

/** What is known of a client, as the needs a search begins with; nothing that tells who it is. */
export const needsOfClient = (client: ClientRow): OfferingNeedsType => {
  const { languages, municipalityCode, themeIds, finnishLevel, ageBand, accessNeeds } = client;
  const maximumDistanceKm = limits.travelKm;
  return { languages, municipalityCode, maximumDistanceKm, themeIds, finnishLevel, ageBand, accessNeeds };
};
