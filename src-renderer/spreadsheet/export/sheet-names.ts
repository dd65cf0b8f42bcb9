/** Names Excel takes for a sheet: at most 31 characters, none of `[ ] : * ? / \`, no apostrophe at an end, no two alike. */

const LIMIT = 31;

const legal = (name: string): string => {
  const clean = name.replace(/[[\]:*?/\\\p{Cc}]/gu, ' ').replace(/\s+/g, ' ').trim().replace(/^'+|'+$/g, '');
  return clean === '' ? 'Caiet' : clean;
};

/** Legal names in the given order; a name already taken (Excel compares without case) gets a number. */
export const sheetNames = (wanted: readonly string[]): string[] => {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const base = legal(name);
    let candidate = base.slice(0, LIMIT).trim();
    for (let number = 2; taken.has(candidate.toLowerCase()); number += 1) {
      const suffix = ` (${number})`;
      candidate = `${base.slice(0, LIMIT - suffix.length).trim()}${suffix}`;
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  });
};
