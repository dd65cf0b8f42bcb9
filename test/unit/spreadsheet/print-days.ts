/** Prints the days read from the files named on the command line; started in several time zones by `time-zone.test.ts`. */
import { readFileSync } from 'node:fs';
import { createSheetImporter } from '../../../src-renderer/spreadsheet/import/importer';

const CONTEXT = { kind: 'bids' as const, currency: 'RON', lotNumbers: [], presentRows: [], remembered: {} };

const daysOf = async (path: string): Promise<(string | null)[]> => {
  const session = await createSheetImporter().open(path, readFileSync(path));
  const { plan } = await session.guess(0, CONTEXT);
  await session.check(plan, CONTEXT, { edits: {}, excluded: [], included: [] });
  return (await session.accepted('bids')).map(({ receivedAt }) => receivedAt);
};

const print = async (): Promise<void> => {
  const days = await Promise.all(process.argv.slice(2).map(daysOf));
  process.stdout.write(JSON.stringify({ offset: new Date(2026, 0, 1).getTimezoneOffset(), days }));
};

void print();
