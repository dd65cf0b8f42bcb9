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
import { readPackage } from '../../../src-renderer/exchange/read-package';

const docs = join(import.meta.dirname, '../../../docs');
const read = (name: string) => readFileSync(join(docs, name));

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  Attachment: attachmentSchema, Money: moneySchema, Lot: lotSchema, AwardCriterion: awardCriterionSchema, Bid: bidSchema, ScoreSheet: scoreSheetSchema, Patch: patchSchema, Assignment: assignmentSchema,
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
