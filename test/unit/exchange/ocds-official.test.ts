/**
 * Publications against the schemas and code lists of the Open Contracting Partnership. They are not part of this
 * repository: CAIET_OFFICIAL_DATA names the folder that holds them as `ocds-1.1.5/*.json` and `ocds-1.1.5/codelists/`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { AuditEntry } from '../../../src-renderer/domain/change';
import type { Project } from '../../../src-renderer/domain/project';
import { isOcdsCurrency } from '../../../src-renderer/exchange/ocds/currency-codes';
import { encodeOcds, type OcdsOptions } from '../../../src-renderer/exchange/ocds/release-package';
import { PUBLICATION_PHASES } from '../../../src-renderer/exchange/public/publication-phase';
import { demo, hostileProject } from '../export/workbook-fixture';
import { arbitraryProject } from './arbitrary-project';
import { decided } from './decided-project';
import { journey } from './ocds-journey';
import { publicationOf } from './ocds-schema';
import { projectWithSecrets } from './secrets';

const FOLDER = process.env['CAIET_OFFICIAL_DATA'];
const withOfficialData = test.skipIf(FOLDER === undefined);
const named = (what: string): string => (FOLDER === undefined ? `SKIPPED, CAIET_OFFICIAL_DATA is not set: ${what}` : what);

type Schema = { readonly $ref?: string; readonly properties?: Record<string, Schema>; readonly items?: Schema; readonly codelist?: string; readonly definitions?: Record<string, Schema> };

const path = (...parts: string[]): string => join(FOLDER ?? '', 'ocds-1.1.5', ...parts);
const readSchema = (name: string): Schema => JSON.parse(readFileSync(path(name), 'utf8')) as Schema;

const lists = new Map<string, ReadonlySet<string>>();
const codesOf = (list: string): ReadonlySet<string> => {
  const read = lists.get(list) ?? new Set(Papa.parse<{ Code: string }>(readFileSync(path('codelists', list), 'utf8'), { header: true, skipEmptyLines: true }).data.map(({ Code }) => Code));
  lists.set(list, read);
  return read;
};

/** Codes used where the schema names a list that does not have them, open lists included. */
const unknownCodes = (data: unknown, schema: Schema, root: Schema): string[] => {
  const resolved = schema.$ref === undefined ? schema : { ...schema, ...root.definitions?.[schema.$ref.replace('#/definitions/', '')] };
  if (Array.isArray(data)) return data.flatMap((item: unknown) => unknownCodes(item, { ...resolved.items, ...(resolved.codelist === undefined ? {} : { codelist: resolved.codelist }) }, root));
  if (typeof data === 'string') return resolved.codelist !== undefined && !codesOf(resolved.codelist).has(data) ? [`${resolved.codelist}: ${data}`] : [];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => (resolved.properties?.[key] === undefined ? [] : unknownCodes(value, resolved.properties[key], root)));
};

const official = () => {
  const ajv = new Ajv04({ allErrors: true, strict: false });
  addFormats(ajv);
  const release = readSchema('release-schema.json');
  ajv.addSchema(release);
  const validate = ajv.compile(readSchema('release-package-schema.json'));
  /** Everything the standard has to say against a publication of the project. */
  return (project: Project, options: OcdsOptions, history: readonly AuditEntry[] = []): unknown[] => {
    const written = JSON.parse(Buffer.from(encodeOcds(publicationOf(project, options, history))).toString('utf8')) as { releases: unknown[] };
    validate(written);
    return [...(validate.errors ?? []), ...written.releases.flatMap((each) => unknownCodes(each, release, release))];
  };
};

const AFTER: OcdsOptions = { phase: 'afterReport', date: '2026-03-02T08:15:00.000Z', ocidPrefix: 'ocds-a1b2c3', language: 'ro' };

withOfficialData(named('the demo and its hostile sisters validate against the official OCDS 1.1.5 schema and code lists'), () => {
  const complaintsOf = official();
  const answered: Project = { ...decided(), bids: Object.fromEntries(Object.values(decided().bids).map((bid) => [bid.id, { ...bid, requirementResponses: Object.fromEntries(Object.keys(demo().requirements ?? {}).map((id) => [id, { id, meets: true, text: '' }])) }])) };
  for (const project of [demo(), decided(), answered, hostileProject(), projectWithSecrets(), { ...demo(), lots: {}, bids: {}, awardCriteria: {}, title: '', description: '', buyer: { name: '', identifier: '', nutsCode: '' } }]) {
    for (const phase of PUBLICATION_PHASES) expect(complaintsOf(project, { ...AFTER, phase })).toEqual([]);
  }
});

withOfficialData(named('every release of a whole procurement validates against the official OCDS 1.1.5 schema and code lists'), () => {
  const complaintsOf = official();
  for (const { project, history } of journey()) {
    for (const phase of PUBLICATION_PHASES) expect(complaintsOf(project, { ...AFTER, phase }, history)).toEqual([]);
  }
});

withOfficialData(named('any project validates against the official OCDS 1.1.5 schema and code lists'), () => {
  const complaintsOf = official();
  fc.assert(fc.property(arbitraryProject, fc.constantFrom(...PUBLICATION_PHASES), fc.constantFrom('', 'ocds-a1b2c3'), fc.constantFrom('RON', 'EUR', 'JPY', 'QQQ'), (project, phase, ocidPrefix, currency) => {
    const priced = JSON.parse(JSON.stringify(project).replaceAll('"RON"', `"${currency}"`)) as Project;
    expect(complaintsOf(priced, { ...AFTER, phase, ocidPrefix })).toEqual([]);
  }), { numRuns: 150 });
});

withOfficialData(named('the official schema and code lists are able to complain'), () => {
  const complaintsOf = official();
  const release = readSchema('release-schema.json');
  expect(complaintsOf(demo(), { ...AFTER, date: 'yesterday' })).not.toEqual([]);
  expect(unknownCodes({ tag: ['tender', 'guess'], tender: { awardCriteria: 'nicest' }, parties: [{ roles: ['buyer', 'friend'] }] }, release, release))
    .toEqual(['releaseTag.csv: guess', 'awardCriteria.csv: nicest', 'partyRole.csv: friend']);
});

withOfficialData(named('the currencies known here are those of the official list'), () => {
  const codes = codesOf('currency.csv');
  expect([...codes].filter((code) => !isOcdsCurrency(code))).toEqual([]);
  expect(['QQQ', 'ron', '', 'LEI'].filter(isOcdsCurrency)).toEqual([]);
});
