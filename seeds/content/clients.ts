import { clientsOfElenaAndAbdirahman } from './clients.elena-and-abdirahman.ts';
import { clientsOfTheRegion } from './clients.region.ts';
import { clientsOfSannaAndJukka } from './clients.sanna-and-jukka.ts';
import type { SeedClient } from './content.types.ts';

/** Forty clients. All are made up; numbers and addresses lead nowhere. */
export const clients: readonly SeedClient[] = [
  ...clientsOfSannaAndJukka,
  ...clientsOfElenaAndAbdirahman,
  ...clientsOfTheRegion,
];
