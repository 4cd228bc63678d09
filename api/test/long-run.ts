/** The size of a generated test: small and fixed in `npm test`, the issue's own count in `npm run test:long`. */
export const longRun = (short: number, long: number): number =>
  process.env.TEST_LONG === '1' ? long : short;
