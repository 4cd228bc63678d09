/** Regions: which area the network serves; its municipalities, themes and languages as reference data. */
import type { Room } from '../../platform/room.ts';
import { Municipality, Region, SpokenLanguage, Theme } from './region.entity.ts';
import { MunicipalityResolver, RegionResolver, ThemeResolver } from './region.resolver.ts';

export { distanceKm, type Point } from './distance.ts';
export { centreOf, municipalitiesNear } from './municipality.centres.ts';
export { Municipality, Region, Theme } from './region.entity.ts';
export { loadReference, type ReferenceData } from './region.reference.ts';
export {
  RegionService,
  type MunicipalityRow,
  type SpokenLanguageRow,
  type ThemeRow,
} from './region.service.ts';
export { MunicipalityType, TextDirection, ThemeType } from './region.types.ts';

export const regionsRoom: Room = {
  name: 'regions',
  entities: [Region, Municipality, Theme, SpokenLanguage],
  resolvers: [RegionResolver, MunicipalityResolver, ThemeResolver],
  publicTables: ['regions', 'municipalities', 'themes', 'languages'],
};
