/** `CAIET_LONG=1` runs a hundred times as many histories. A failure prints its seed; `CAIET_SEED` runs that seed again. */
const LONG = process.env['CAIET_LONG'] === undefined ? 1 : 100;
const SEED = process.env['CAIET_SEED'];

export const propertyOptions = (numRuns: number) => ({ numRuns: numRuns * LONG, ...(SEED === undefined ? {} : { seed: Number(SEED) }) });

/** Wide enough for a slow computer; the properties themselves measure nothing. */
export const propertyTimeout = { timeout: 60_000 * LONG };
