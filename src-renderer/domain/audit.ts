/** The audit trail as a hash chain: each entry carries the hash of the one before, so nothing in between can be altered unseen. */
import type { AuditEntry, Change, ChainHead } from './change';
import { canonicalJson, sha256Hex } from './digest';
import { pointerTo } from './json-pointer';
import type { Problem } from './problem';

/** What the first entry names as its predecessor. */
export const CHAIN_START = '0'.repeat(64);

const sealedText = ({ annex: _annex, ...entry }: Omit<AuditEntry, 'hash'>): string => canonicalJson(entry);

/** Patches written out between two pieces. */
const PATCHES_AT_A_TIME = 250;

/** What `sealedText` writes, in pieces: an import is one entry of ten thousand patches. */
function* sealedPieces({ annex: _annex, patches, ...entry }: Omit<AuditEntry, 'hash'>): Generator<string> {
  // The other members are short; they stand before and behind the patches in the order of the canonical form.
  const members = Object.entries(entry).filter(([, value]) => value !== undefined).toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => ({ name, text: `${JSON.stringify(name)}:${canonicalJson(value)}` }));
  yield `{${members.filter(({ name }) => name < 'patches').map(({ text }) => `${text},`).join('')}"patches":[`;
  for (let from = 0; from < patches.length; from += PATCHES_AT_A_TIME) {
    yield `${from === 0 ? '' : ','}${canonicalJson(patches.slice(from, from + PATCHES_AT_A_TIME)).slice(1, -1)}`;
  }
  yield `]${members.filter(({ name }) => name > 'patches').map(({ text }) => `,${text}`).join('')}}`;
}

/** A change at its place in the chain, and the text whose SHA-256 is to be its hash, in pieces. */
export const unsealedEntry = (change: Change, head: ChainHead | null): { readonly pieces: () => Generator<string>; readonly seal: (hash: string) => AuditEntry } => {
  const entry = { ...change, seq: (head?.seq ?? 0) + 1, previousHash: head?.hash ?? CHAIN_START };
  return { pieces: () => sealedPieces(entry), seal: (hash) => ({ ...entry, hash }) };
};

/** Puts a change at the end of its project's chain. `head` is null for the first one. */
export const sealEntry = (change: Change, head: ChainHead | null): AuditEntry => {
  const { pieces, seal } = unsealedEntry(change, head);
  return seal(sha256Hex([...pieces()].join('')));
};

export type AuditProblemCode =
  | 'audit.gap' // data: {expected, found}: entries are missing, doubled or out of order
  | 'audit.broken' // data: {seq}: does not follow the entry before it, or belongs to another project
  | 'audit.hash' // data: {seq}: its content is not what was sealed
  | 'audit.annex'; // data: {seq}: what an import brought is not whole, or not what was sealed

/** The text whose SHA-256 is the entry's hash; null for content that has no canonical form, which was never sealed. */
export const hashedText = ({ hash: _hash, ...entry }: AuditEntry): string | null => {
  try {
    return sealedText(entry);
  } catch {
    return null;
  }
};

/** True when an entry's content is what its hash was made of. */
export type IsSealed = (entry: AuditEntry) => boolean;

const hashMatches: IsSealed = (entry) => {
  const text = hashedText(entry);
  return text !== null && sha256Hex(text) === entry.hash;
};

/**
 * True when an import's annex holds nothing but sealed entries that follow one another, and the chain it took in ends
 * among them or among what was `shown` before. Adds them to what was shown.
 */
const importIsWhole = ({ annex = [], merged, projectId }: AuditEntry, shown: Set<string>, isSealed: IsSealed): boolean => {
  for (const entry of annex) {
    const follows = shown.has(entry.previousHash) && (entry.merged === undefined || shown.has(entry.merged.hash));
    if (!follows || entry.annex !== undefined || entry.projectId !== projectId || !isSealed(entry)) return false;
    shown.add(entry.hash);
  }
  return merged === undefined || shown.has(merged.hash);
};

/**
 * What is wrong with a chain, oldest entry first; an empty list means that it is whole. Pointers lead into `entries`.
 * `isSealed`: for who has recomputed the hashes already, by faster means.
 */
export const verifyChain = (entries: readonly AuditEntry[], isSealed: IsSealed = hashMatches): Problem<AuditProblemCode>[] => {
  const problems: Problem<AuditProblemCode>[] = [];
  const report = (code: AuditProblemCode, data: Problem['data'], index: number) =>
    problems.push({ severity: 'error', code, data, pointer: pointerTo([index]) });
  const shown = new Set([CHAIN_START]);
  let previous: AuditEntry | undefined;
  entries.forEach((entry, index) => {
    const expected = (previous?.seq ?? 0) + 1;
    if (entry.seq !== expected) report('audit.gap', { expected, found: entry.seq }, index);
    const follows = entry.previousHash === (previous?.hash ?? CHAIN_START) && entry.projectId === (previous ?? entry).projectId;
    if (!follows) report('audit.broken', { seq: entry.seq }, index);
    if (!isSealed(entry)) report('audit.hash', { seq: entry.seq }, index);
    if (!importIsWhole(entry, shown, isSealed)) report('audit.annex', { seq: entry.seq }, index);
    shown.add(entry.hash);
    previous = entry;
  });
  return problems;
};
