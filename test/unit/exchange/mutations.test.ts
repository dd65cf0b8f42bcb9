/**
 * Two thousand packages somebody changed, each read through the door every package comes through. Whatever was done to
 * it: no crash, and a located problem or the very same content. The seed is printed; give it as CAIET_SEED to see the
 * same packages again.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../src-renderer/domain/digest';
import { ProblemError, type Problem } from '../../../src-renderer/domain/problem';
import type { Project } from '../../../src-renderer/domain/project';
import { encryptPackage } from '../../../src-renderer/exchange/encryption';
import { openPackage } from '../../../src-renderer/exchange/open-package';
import type { PackagePlatform } from '../../../src-renderer/exchange/platform';
import { sealPackage } from '../../../src-renderer/exchange/seal-package';
import { PackageWriter } from '../../../src-renderer/exchange/write-package';
import { webPlatform } from '../../../src-renderer/host/web-platform';
import { historyOf } from './arbitrary-project';
import { bytesOf, contentOf, parsed, resealed, textOf, type Loose } from './package-text';

const SEED = Number(process.env['CAIET_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const PASSPHRASE = 'ploaie lampă tren șapte';

/** Two thousand stretched passphrases would take a quarter of an hour; what is tested here is everything around them. */
const platform: PackagePlatform = { ...webPlatform, stretch: (passphrase, salt) => webPlatform.stretch(passphrase, salt, 1) };

const file = bytesOf('Proces-verbal');
const project: Project = {
  id: 'project-1', title: 'Senzori', description: '', buyer: { name: 'Comuna Cornetu', identifier: '4505502', nutsCode: 'RO322' }, currency: 'RON', rulePackId: 'ro-2026',
  createdAt: '2026-03-02T08:15:00.000Z', archivedAt: null, deletedAt: null,
  lots: { 'lot-1': { id: 'lot-1', position: 'a0', number: '1', title: 'Aer', description: '', estimatedValue: { amount: 15_000_000, currency: 'RON' } } },
  awardCriteria: { 'criterion-1': { id: 'criterion-1', position: 'a0', name: 'Preț', description: '', weight: '100', axis: 'costEffectiveness', type: 'price', formula: 'lowestProportional', fullMarksAt: null } },
  bidders: { 'bidder-1': { id: 'bidder-1', name: 'Firma', identifier: '12345674', country: 'RO', sme: true, email: '' } },
  bids: { 'bid-1': { id: 'bid-1', bidderId: 'bidder-1', lotId: 'lot-1', price: { amount: 12_345_650, currency: 'RON' }, vatIncluded: false, receivedAt: '2026-03-20', durationDays: 90, warrantyMonths: 24, notes: '', status: 'valid', statusReason: '', importId: null } },
  evaluators: { 'evaluator-1': { id: 'evaluator-1', position: 'a0', name: 'Ana' } },
  scoreSheets: {}, imports: {},
  attachments: { 'file-1': { id: 'file-1', position: 'a0', title: 'PV', fileName: 'pv.txt', mediaType: 'text/plain', size: file.length, sha256: sha256Hex(file), filedUnder: { kind: 'project' }, addedAt: '2026-03-02T08:15:00.000Z' } },
};

let json: Uint8Array;
let zip: Uint8Array;
let locked: Uint8Array;
beforeAll(async () => {
  const writer = new PackageWriter(contentOf([]));
  writer.add({ project, history: historyOf(project) });
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const signer = {
    sequence: 3, publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey)),
    sign: async (message: Uint8Array) => new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, keys.privateKey, message as Uint8Array<ArrayBuffer>)),
  };
  const files = new Map([[sha256Hex(file), file]]);
  ({ bytes: json } = await sealPackage(writer, platform, { signer }));
  ({ bytes: zip } = await sealPackage(writer, platform, { signer, files }));
  locked = await encryptPackage(zip, PASSPHRASE, platform);
});

interface Outcome {
  readonly problems: readonly Problem[];
  readonly projects: readonly Project[];
}

/** Anything but a ProblemError is a defect and fails the test. */
const open = async (bytes: Uint8Array): Promise<Outcome> => {
  try {
    const { problems, projects } = await openPackage('mutant', bytes, platform, { passphrase: PASSPHRASE });
    return { problems, projects: projects.map((each) => each.project) };
  } catch (error) {
    if (error instanceof ProblemError) return { problems: [error.problem], projects: [] };
    throw error;
  }
};

/** Either an error that says what and, inside a package, where; or nothing has changed of the content. */
const holds = async (bytes: Uint8Array): Promise<void> => {
  const { problems, projects } = await open(bytes);
  const errors = problems.filter(({ severity }) => severity === 'error');
  for (const { code, pointer } of errors) {
    expect(code).toMatch(/^(package|project|call|audit|data|score|money|decimal|evaluation)\./);
    expect(pointer === undefined || pointer === '' || pointer.startsWith('/')).toBe(true);
  }
  if (errors.length === 0) expect(projects).toEqual([JSON.parse(JSON.stringify(project))]);
};

const flips = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 7 })), { minLength: 1, maxLength: 4 });
const cut = fc.tuple(fc.nat(), fc.nat());

const flipped = (bytes: Uint8Array, places: readonly (readonly [number, number])[]): Uint8Array => {
  const copy = bytes.slice();
  for (const [at, bit] of places) copy[at % copy.length] = (copy[at % copy.length] ?? 0) ^ (1 << bit);
  return copy;
};

/** A piece taken out, or the end. */
const shortened = (bytes: Uint8Array, [from, length]: readonly [number, number]): Uint8Array => {
  const start = from % bytes.length;
  const end = start + 1 + (length % (bytes.length - start));
  return new Uint8Array([...bytes.subarray(0, start), ...bytes.subarray(end)]);
};

const forms = (): Readonly<Record<string, Uint8Array>> => ({ json, zip, locked });

const hostileTexts = fc.constantFrom(
  '{"__proto__":{"isAdmin":true}}', '{"constructor":{"prototype":{}}}', '9007199254740993', '1e999', '-0', '1e308', `${'['.repeat(5000)}`, `"${'x'.repeat(100_000)}"`, '"\\ud83d"', '"\\u0000"',
  '{"a":1,"a":2}', '[]', 'null', '{}', '""', '0.1', '"../../etc/passwd"', '{"id":"x"}', 'true', '-1',
);

/** Each value of the JSON in turn replaced by something hostile, as text, so that also what JSON.stringify cannot write gets there. */
const planted = (place: number, text: string): Uint8Array => {
  const whole = textOf(json);
  const values = [...whole.matchAll(/(?<=":)("[^"]*"|-?\d+|true|false|null|\{|\[)/g)];
  const found = values[place % values.length];
  if (found === undefined) return json;
  const isOpen = found[0] === '{' || found[0] === '[';
  return bytesOf(`${whole.slice(0, found.index)}${text}${isOpen ? ',"rest":' : ''}${whole.slice(found.index + (isOpen ? 0 : found[0].length))}`);
};

/** Edits a careful stranger makes, who then seals the package anew. */
const edits: readonly ((body: Loose) => void)[] = [
  (body) => { (body['projects'] as Loose[])[0]!['title'] = 'Altceva'; },
  (body) => { Object.assign(((body['projects'] as Loose[])[0]!['bids'] as Record<string, Loose>)['bid-1']!, { lotId: 'nowhere' }); },
  (body) => { Object.assign(((body['projects'] as Loose[])[0]!['bids'] as Record<string, Loose>)['bid-1']!, { bidderId: 'toString' }); },
  (body) => { Object.assign(((body['projects'] as Loose[])[0]!['bids'] as Record<string, Loose>)['bid-1']!, { id: 'bid-2' }); },
  (body) => { body['projects'] = [...(body['projects'] as Loose[]), ...(body['projects'] as Loose[])]; },
  (body) => { body['integrity'] = { 'project-1': 'a'.repeat(64) }; },
  (body) => { body['history'] = { nobody: [] }; },
  (body) => { (body['history'] as Record<string, Loose[]>)['project-1']!.reverse()[0]!['seq'] = 2; },
  (body) => { const [entry] = (body['history'] as Record<string, Loose[]>)['project-1']!; (body['history'] as Loose)['project-1'] = [entry, entry]; },
  (body) => { body['version'] = 99; },
  (body) => { body['kind'] = 'receipt-of-the-future'; },
  (body) => { body['results'] = { 'project-1': {} }; },
  (body) => { (body['signature'] as Loose)['sequence'] = 4; },
  (body) => { (body['signature'] as Loose)['publicKey'] = 'A'.repeat(88); },
  (body) => { ((body['projects'] as Loose[])[0]!['attachments'] as Record<string, Loose>)['file-1']!['size'] = 1; },
  (body) => { ((body['projects'] as Loose[])[0]!['lots'] as Record<string, Loose>)['lot-1']!['estimatedValue'] = { amount: 2 ** 53, currency: 'RON' }; },
];

describe(`packages changed at random (seed ${SEED})`, () => {
  const check = (name: string, runs: number, mutant: fc.Arbitrary<() => Uint8Array | Promise<Uint8Array>>): void => {
    it(name, async () => {
      await fc.assert(fc.asyncProperty(mutant, async (make) => holds(await make())), { numRuns: runs, seed: SEED });
    });
  };
  for (const form of ['json', 'zip', 'locked']) {
    check(`by flipped bits: ${form}`, 250, flips.map((places) => () => flipped(forms()[form]!, places)));
    check(`by missing pieces: ${form}`, 130, cut.map((piece) => () => shortened(forms()[form]!, piece)));
  }
  check('by hostile values', 500, fc.tuple(fc.nat(), hostileTexts).map(([place, text]) => () => planted(place, text)));
  check('by a careful stranger who seals them anew', 120, fc.constantFrom(...edits).map((edit) => () => resealed(json, edit)));
  check('inside an encrypted one', 120, flips.map((places) => () => encryptPackage(flipped(zip, places), PASSPHRASE, platform)));
  check('in the envelope around an encrypted one, sealed anew', 120, fc.tuple(fc.constantFrom('cipher', 'kdf', 'iterations', 'salt', 'nonce', 'check'), fc.constantFrom<unknown>(null, '', 'AAAA', 0, 1, 1e12, {}, [], 'A'.repeat(24)))
    .map(([key, value]) => () => resealed(locked, (body) => { (body['encryption'] as Loose)[key] = value; })));

  it('adds up to two thousand', () => {
    expect(3 * (250 + 130) + 500 + 120 + 120 + 120).toBeGreaterThanOrEqual(2_000);
  });
});

/** A zip of stored or claimed entries, written by hand so that anything can be claimed. */
const zipOf = (entries: readonly { readonly name: string; readonly bytes?: Uint8Array; readonly size?: number; readonly method?: number; readonly flags?: number; readonly header?: number }[]): Uint8Array => {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, bytes = bytesOf('{}'), size = bytes.length, method = 0, flags = 0, header = at } of entries) {
    const label = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); common.writeUInt16LE(flags, 2); common.writeUInt16LE(method, 4);
    common.writeUInt32LE(bytes.length, 14); common.writeUInt32LE(size, 18); common.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, label, bytes]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(header, 10);
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, place, label]));
    parts.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4); end.writeUInt16LE(entries.length, 6); end.writeUInt32LE(Buffer.concat(central).length, 8); end.writeUInt32LE(at, 12);
  return new Uint8Array(Buffer.concat([...parts, ...central, Buffer.from('PK\u0005\u0006'), end]));
};

describe('a zip made to hurt', () => {
  const P = 'package.caiet.json';
  const hash = 'ab'.repeat(32);
  const cases: readonly (readonly [string, () => Uint8Array, string])[] = [
    ['leads out of its folder', () => zipOf([{ name: '../../etc/passwd' }]), 'package.zipHostile'],
    ['leads to a drive', () => zipOf([{ name: 'C:\\Windows\\x' }]), 'package.zipHostile'],
    ['hides a path in a file name', () => zipOf([{ name: `files/../${hash}` }]), 'package.zipHostile'],
    ['has a folder', () => zipOf([{ name: 'files/' }]), 'package.zipHostile'],
    ['claims four gigabytes', () => zipOf([{ name: P, method: 8, size: 0xffff_fff0 }]), 'package.zipHostile'],
    ['shrinks a thousandfold', () => zipOf([{ name: P, method: 8, bytes: new Uint8Array(20_000), size: 20_000_000 }]), 'package.zipHostile'],
    ['is encrypted as a zip', () => zipOf([{ name: P, flags: 1 }]), 'package.zipHostile'],
    ['uses an unknown method', () => zipOf([{ name: P, method: 93 }]), 'package.zipHostile'],
    ['has an entry twice', () => zipOf([{ name: P }, { name: P }]), 'package.zipHostile'],
    ['has entries over one another', () => zipOf([{ name: `files/${hash}` }, { name: `files/${hash}`.replace('ab', 'cd'), header: 0 }]), 'package.zipDamaged'],
    ['has no package', () => zipOf([]), 'package.empty'],
    ['has a wrong checksum', () => zipOf([{ name: P, bytes: bytesOf('{"format":"caiet-package"}') }]), 'package.zipDamaged'],
    ['is only the beginning of one', () => bytesOf('PK\u0003\u0004'), 'package.zipDamaged'],
  ];
  it.each(cases)('that %s is refused before anything is inflated', async (_, make, code) => {
    const bytes = make();
    const { problems } = await open(bytes);
    // An empty zip begins as no package does.
    if (code === 'package.empty') expect(problems[0]?.code).toMatch(/^package\.(notJson|notAPackage|notUtf8|zipWithoutPackage)$/);
    else expect(problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('that swells beyond what it claims is stopped', async () => {
    const { deflateSync } = await import('fflate');
    const packed = deflateSync(new Uint8Array(3_000_000));
    const { problems } = await open(zipOf([{ name: P, method: 8, bytes: packed, size: 1000 }]));
    expect(problems).toMatchObject([{ code: 'package.zipHostile', data: { what: 'bomb' } }]);
  });

  it('whose file is not what its name says, or that nobody described, is told', async () => {
    const swapped = await sealPackage((() => {
      const writer = new PackageWriter(contentOf([]));
      writer.add({ project, history: historyOf(project) });
      return writer;
    })(), platform, { files: new Map([[sha256Hex(file), bytesOf('Proces-verbaL')], [hash, file]]) });
    expect((await open(swapped.bytes)).problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['package.fileAltered', 'package.fileUnknown']);
  });

  it('is what a package was never changed by', () => {
    expect(parsed(json)['projects']).toEqual([JSON.parse(JSON.stringify(project))]);
    expect(({} as Loose)['isAdmin']).toBeUndefined();
  });
});
