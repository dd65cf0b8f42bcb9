/** What the schema cannot say of a package: references, digests, audit chains and results that must agree. */
import { applyPatches } from '../domain/apply-patches';
import { verifyChain, type IsSealed } from '../domain/audit';
import { isAmending } from '../domain/call-guard';
import { callProblems } from '../domain/call-problems';
import type { AuditEntry } from '../domain/change';
import { sha256Hex } from '../domain/digest';
import { callIntact } from '../domain/evaluator-sheet';
import { evaluate } from '../domain/evaluation/evaluate';
import { freezeInForce, frozenIntact } from '../domain/frozen-call';
import type { EvaluationResult } from '../domain/evaluation/result';
import { equalJson } from '../domain/json-equal';
import { pointerTo } from '../domain/json-pointer';
import { ProblemError, type Problem, type Severity } from '../domain/problem';
import type { Project } from '../domain/project';
import { projectProblems } from '../domain/project-problems';
import { envelopeProblems } from '../domain/quality-lock';
import type { RulePack } from '../domain/rule-pack';
import type { Id, Json } from '../domain/values';
import { decisionWarnings } from './check-decisions';
import type { DecodedPackage } from './decode-package';
import { MAX_PROBLEMS } from './package-limits';
import type { CaietPackage } from './package-schema';
import { isJsonObject } from './upgrade-chain';

const problem = (severity: Severity, code: string, path: readonly (string | number)[], data: Problem['data'] = {}): Problem =>
  ({ severity, code, data, pointer: pointerTo(path) });

/** A problem of something inside the package, its pointer now leading from the package. */
const within = (path: readonly (string | number)[], inner: Problem, severity: Severity = inner.severity): Problem =>
  ({ ...inner, severity, pointer: `${pointerTo(path)}${inner.pointer ?? ''}` });

/** Every project once, and `history`, `results` and `integrity` naming projects of the package; `base` may name others. */
const referenceProblems = ({ projects, history, results, integrity }: CaietPackage): Problem[] => {
  const problems: Problem[] = [];
  const known = new Set<Id>();
  projects.forEach(({ id }, index) => {
    if (known.has(id)) problems.push(problem('error', 'package.doubleProject', ['projects', index, 'id'], { id }));
    known.add(id);
  });
  for (const [part, byProject] of Object.entries({ history, results, integrity })) {
    for (const id of Object.keys(byProject)) {
      if (!known.has(id)) problems.push(problem('error', 'package.unknownProject', [part, id], { id }));
    }
  }
  return problems;
};

/** Digests of what the file says, so that an upgrade can neither hide a change nor invent one. */
export interface WrittenDigests {
  /** Of everything but `digest`, and since version 2 but the signature, which signs it. */
  readonly whole: string;
  readonly projects: ReadonlyMap<Json | undefined, string>;
}

const idOf = (project: Json): Json | undefined => (isJsonObject(project) ? project['id'] : undefined);

/** What `digest` is the digest of, in canonical UTF-8. */
export const digestedBytes = ({ written, bytes }: DecodedPackage): Uint8Array => bytes.whole(written['version'] === 1 ? ['digest'] : ['digest', 'signature']);

/** `digests`: of each project's canonical bytes, in the order of the file. */
export const byProject = ({ written }: DecodedPackage, digests: readonly string[]): WrittenDigests['projects'] => {
  const items = Array.isArray(written['projects']) ? written['projects'] : [];
  return new Map(items.map((project, index) => [idOf(project), digests[index] ?? '']));
};

export const writtenDigests = (decoded: DecodedPackage): WrittenDigests => ({
  whole: sha256Hex(digestedBytes(decoded)), projects: byProject(decoded, decoded.bytes.projects.map((project) => sha256Hex(project))),
});

const digestProblems = ({ content, written }: DecodedPackage, digests: WrittenDigests): Problem[] => {
  const problems = digests.whole === written['digest'] ? [] : [problem('error', 'package.digest', ['digest'])];
  const integrity = isJsonObject(written['integrity']) ? written['integrity'] : {};
  for (const { id } of content.projects) {
    const stated = Object.hasOwn(integrity, id) ? integrity[id] : undefined;
    if (stated === undefined) problems.push(problem('error', 'package.noProjectDigest', ['integrity'], { id }));
    else if (digests.projects.get(id) !== stated) problems.push(problem('error', 'package.projectDigest', ['integrity', id], { id }));
  }
  return problems;
};

/** True when the changes, one after another, make exactly this project. */
const tellsOf = (history: readonly AuditEntry[], project: Project): boolean => {
  try {
    let told: Project | undefined;
    for (const entry of history) told = applyPatches(told, entry.patches);
    return equalJson(told, project);
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
};

/** Hears the place of the project being checked. */
type Watch = (index: number) => void;

const historyProblems = ({ kind, projects, history }: CaietPackage, watch: Watch, isSealed: IsSealed | undefined): Problem[] => projects.flatMap((project, index) => {
  watch(index);
  const entries = Object.hasOwn(history, project.id) ? history[project.id] ?? [] : [];
  // A score sheet begins its trail with the evaluator.
  if (entries.length === 0 && kind === 'evaluator-sheet') return [];
  if (entries.length === 0) return [problem('warning', 'package.noHistory', ['projects', index], { id: project.id, title: project.title })];
  const path = ['history', project.id];
  const chain = verifyChain(entries, isSealed).map((inner) => within(path, inner));
  if (chain.length > 0) return chain;
  if (entries.some(({ projectId }) => projectId !== project.id)) return [problem('error', 'package.otherHistory', path, { title: project.title })];
  return tellsOf(entries, project) ? [] : [problem('error', 'package.historyMismatch', path, { title: project.title })];
});

/** A result as earlier versions said it, which stated ties and settled none. */
const withoutTies = (result: EvaluationResult): EvaluationResult => ({
  ...result,
  lots: result.lots.map(({ ties = [], ...lot }) => {
    const tied = new Set(ties.flatMap(({ groups }) => groups.flat()));
    let shared: { readonly rank: number | null; readonly total: string | null } | null = null;
    return {
      ...lot,
      ranking: lot.ranking.map((bid) => {
        if (!tied.has(bid.bidId)) return bid;
        if (shared === null || shared.total !== bid.total) shared = { rank: bid.rank, total: bid.total };
        return { ...bid, rank: shared.rank, flags: ['tie' as const, ...bid.flags.filter((flag) => flag !== 'tie' && flag !== 'tieSettled')] };
      }),
    };
  }),
});

/** Bids of the same total by their ids, so that the order among them is not compared. */
const inAnyOrder = (result: EvaluationResult): EvaluationResult => ({
  ...result,
  lots: result.lots.map((lot) => ({ ...lot, ranking: lot.ranking.toSorted((left, right) => (left.rank ?? Infinity) - (right.rank ?? Infinity) || (left.bidId < right.bidId ? -1 : 1)) })),
});

const sameResult = (now: EvaluationResult, stored: EvaluationResult | undefined): boolean =>
  equalJson(now, stored)
  || (stored !== undefined && now.lots.some(({ ties }) => ties !== undefined) && stored.lots.every(({ ties }) => ties === undefined) && equalJson(inAnyOrder(withoutTies(now)), inAnyOrder(stored)));

/** Stored results are for comparing only; they are recomputed, never imported. */
const resultProblems = ({ projects, results, rulePack: used }: CaietPackage, rulePack: RulePack, watch: Watch): Problem[] => {
  const stored = projects.filter(({ id }) => Object.hasOwn(results, id));
  if (stored.length === 0) return [];
  if (used !== rulePack.id) return [problem('warning', 'package.otherRulePack', ['rulePack'], { found: used, known: rulePack.id })];
  return stored
    .filter((project, index) => {
      watch(index);
      return !sameResult(evaluate(project, rulePack), results[project.id]);
    })
    .map(({ id, title }) => problem('error', 'package.resultMismatch', ['results', id], { title }));
};

/** Of a redacted project parts are missing, so that no decision can match. */
const decisionWarningsOf = ({ projects, redacted }: CaietPackage, rulePack: RulePack): Problem[] =>
  (redacted === undefined ? projects.flatMap((project, index) => decisionWarnings(project, rulePack).map((inner) => within(['projects', index], inner))) : []);

/** The domain's own rules. What makes a call unfit to publish does not forbid carrying it, so that only warns. */
const projectRuleProblems = ({ projects }: CaietPackage, watch: Watch): Problem[] => projects.flatMap((project, index) => {
  watch(index);
  const path = ['projects', index];
  return [
    ...projectProblems(project).map((inner) => within(path, inner)),
    ...(freezeInForce(project) === null || isAmending(project) || frozenIntact(project) ? [] : [problem('warning', 'package.freezeMismatch', [...path, 'freezes'], { title: project.title })]),
    ...envelopeProblems(project).map((inner) => within(path, inner)),
    ...callProblems(project).map((inner) => within(path, inner, inner.severity === 'error' ? 'warning' : inner.severity)),
  ];
});

/** A sheet's package holds exactly one sheet, whose call still is the frozen one and whose scores are all of one person. */
const sheetProblems = ({ kind, projects }: CaietPackage): Problem[] => {
  if (kind !== 'evaluator-sheet') return [];
  const [sheet] = projects;
  if (sheet?.assignment === undefined || projects.length !== 1) return [problem('error', 'sheet.notOne', ['projects'])];
  const { evaluatorId } = sheet.assignment;
  const others = Object.values(sheet.scoreSheets).filter((scores) => scores.evaluatorId !== evaluatorId);
  return [
    ...(callIntact(sheet) ? [] : [problem('error', 'sheet.callEdited', ['projects', 0])]),
    ...others.map(({ id }) => problem('error', 'sheet.foreignScores', ['projects', 0, 'scoreSheets', id])),
  ];
};

/** Errors are never what is left out. */
const firstOf = (problems: readonly Problem[]): readonly Problem[] => {
  if (problems.length <= MAX_PROBLEMS) return problems;
  const errorsFirst = [...problems.filter(({ severity }) => severity === 'error'), ...problems.filter(({ severity }) => severity !== 'error')];
  const count = problems.length - MAX_PROBLEMS;
  return [...errorsFirst.slice(0, MAX_PROBLEMS), problem(errorsFirst[MAX_PROBLEMS]?.severity ?? 'warning', 'package.moreProblems', [], { count })];
};

export interface ReadOptions {
  /** Recomputes the stored results and what decisions rest on; without it they are left uncompared. */
  readonly rulePack?: RulePack;
  /** Hears how much of the checking is done, from 0 to 1. */
  readonly onChecked?: (fraction: number) => void;
  /** Tells of entries whose hashes have been recomputed already; without it they are recomputed here. */
  readonly isSealed?: IsSealed;
}

/**
 * What is wrong with a decoded package, in the order it was checked. Without a rule pack (safety copies) results are
 * not recomputed.
 */
export const packageProblems = (decoded: DecodedPackage, digests: WrittenDigests, { rulePack, isSealed, onChecked = () => undefined }: ReadOptions = {}): readonly Problem[] => {
  const { content } = decoded;
  const count = content.projects.length;
  /** Hears of one project after another, in one of three rounds. */
  const watch = (round: number): Watch => (index) => onChecked((round + (index + 1) / count) / 3);
  const references = referenceProblems(content);
  const rules = projectRuleProblems(content, watch(0));
  const broken = [...references, ...rules].some(({ severity }) => severity === 'error');
  return firstOf([
    ...references,
    ...rules,
    ...sheetProblems(content),
    ...digestProblems(decoded, digests),
    ...historyProblems(content, watch(1), isSealed),
    // A project with dangling references has no result to compare.
    ...(broken || rulePack === undefined ? [] : [...resultProblems(content, rulePack, watch(2)), ...decisionWarningsOf(content, rulePack)]),
    ...(content.redacted === undefined ? [] : [problem('warning', 'package.redacted', ['redacted'])]),
  ]);
};
