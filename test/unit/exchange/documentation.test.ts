/** What the documentation says about packages is what the application does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalJson, sha256Hex } from '../../../src-renderer/domain/digest';
import { assignmentSchema } from '../../../src-renderer/domain/assignment';
import { attachmentSchema } from '../../../src-renderer/domain/attachment';
import { awardCriterionSchema, bidSchema, lotSchema, scoreSheetSchema } from '../../../src-renderer/domain/project';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { moneySchema } from '../../../src-renderer/domain/values';
import { z } from '../../../src-renderer/domain/schema';
import { packageJsonSchema } from '../../../src-renderer/exchange/json-schema';
import { packageSchema, patchSchema } from '../../../src-renderer/exchange/package-schema';
import { openPackage } from '../../../src-renderer/exchange/open-package';
import { readPackage } from '../../../src-renderer/exchange/read-package';
import { receiptIn } from '../../../src-renderer/exchange/receipt';
import { fingerprintOf } from '../../../src-renderer/exchange/signature';
import { packPackage } from '../../../src-renderer/exchange/write-zip';
import { webPlatform } from '../../../src-renderer/host/web-platform';

const docs = join(import.meta.dirname, '../../../docs');
const read = (name: string) => readFileSync(join(docs, name));

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  Attachment: attachmentSchema, Money: moneySchema, Lot: lotSchema, AwardCriterion: awardCriterionSchema, Bid: bidSchema, ScoreSheet: scoreSheetSchema, Patch: patchSchema, Assignment: assignmentSchema, package: packageSchema,
  problem: z.strictObject({ severity: z.enum(['error', 'warning', 'info']), code: z.string(), pointer: z.string(), data: z.record(z.string(), z.union([z.string(), z.number()])) }),
};

const page = read('package-format.md').toString();
const examples = [...page.matchAll(/<!-- example: (\S+)(?: (\S+))? -->\n```json\n([\s\S]*?)```/g)].map((match) => ({ kind: match[1]!, digest: match[2], json: JSON.parse(match[3]!) as unknown }));

describe('docs/package.schema.json', () => {
  it('is generated from the schema the application validates with', () => {
    const current = JSON.stringify(packageJsonSchema(), null, 2);
    expect(read('package.schema.json').toString().trim() === current, 'stale: run `npm run --silent caiet -- schema > docs/package.schema.json`').toBe(true);
  });
});

describe('docs/package-format.md', () => {
  it('has no JSON that goes unchecked', () => {
    expect(examples).toHaveLength([...page.matchAll(/```json/g)].length);
  });

  it.each(examples.filter(({ digest }) => digest === undefined))('shows a valid $kind', ({ kind, json }) => {
    expect(SCHEMAS[kind]!.safeParse(json).error).toBeUndefined();
  });

  it.each(examples.filter(({ digest }) => digest !== undefined))('gives the right digest', ({ json, digest }) => {
    expect(sha256Hex(canonicalJson(json))).toBe(digest);
  });

  it('names every key of the envelope', () => {
    for (const key of Object.keys(packageSchema.shape)) expect(page).toContain(`| \`${key}\` |`);
  });
});

describe('docs/example.caiet.json', () => {
  it('is a package without a single remark', () => {
    const report = readPackage('example.caiet.json', read('example.caiet.json'), { rulePack: RO_2026 });
    expect(report.problems).toEqual([]);
    expect(report.projects[0]!.storedResult?.lots[0]!.ranking[0]).toMatchObject({ rank: 1, total: '70.00' });
  });
});

describe('the signed and the encrypted example', () => {
  const receipt = examples.find(({ kind }) => kind === 'package')!.json;
  const open = (bytes: Uint8Array, passphrase?: string) => openPackage('a.caiet.json', bytes, webPlatform, passphrase === undefined ? {} : { passphrase });

  it('is a receipt whose signature holds, by a key of the fingerprint the page gives', async () => {
    const report = await open(new TextEncoder().encode(JSON.stringify(receipt)));
    expect(report.problems).toEqual([]);
    expect(report.signature).toMatchObject({ state: 'valid', sequence: 7 });
    expect(receiptIn(report)).toMatchObject({ packageId: '0199d3c4-5e00-7000-8000-00000000000d' });
    const key = report.signature.state === 'valid' ? report.signature.publicKey : '';
    expect(page).toContain(`\`${fingerprintOf(key)}\``);
  });

  it('shows no signature that holds once a word of it is another', async () => {
    const altered = JSON.stringify(receipt).replace('"merged"', '"replaced"');
    const { problems } = await open(new TextEncoder().encode(altered));
    expect(problems.filter(({ severity }) => severity === 'error')).not.toEqual([]);
  });

  it('opens with the passphrase on the page, and holds that very receipt', async () => {
    const passphrase = /opens with `([^`]+)`/.exec(page)![1]!;
    const report = await open(read('example-encrypted.caiet.json'), passphrase);
    expect(report).toMatchObject({ problems: [], isEncrypted: true, signature: { state: 'valid', sequence: 7 } });
    expect(receiptIn(report)).toEqual((receipt as { readonly content: unknown }).content);
  });
});

describe('the zip', () => {
  it('has the entries the page names, in files anybody can find by their SHA-256', () => {
    const [name = '', folder = ''] = [...page.matchAll(/^\| `(package\.caiet\.json|files\/)[^`]*` \|/gm)].map((match) => match[1]!);
    const zip = Buffer.from(packPackage(new TextEncoder().encode('{}'), new Map([['a'.repeat(64), new Uint8Array([1, 2, 3])]])));
    expect([name, folder]).toEqual(['package.caiet.json', 'files/']);
    expect(zip.includes(name)).toBe(true);
    expect(zip.includes(`${folder}${'a'.repeat(64)}`)).toBe(true);
  });
});
