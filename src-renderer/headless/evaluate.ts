/** `caiet evaluate FILE [--project ID]`: the ranking, computed anew from the bids and scores alone. */
import { evaluate } from '../domain/evaluation/evaluate';
import type { LotResult, RankedBid } from '../domain/evaluation/result';
import { allowOnly, oneFile, type CommandLine } from './options';
import { chosenProjects, openPackage, RULES, sayErrors } from './package-file';
import type { ExitCode, Terminal } from './terminal';

const bidAnswer = ({ bidId, rank, total, costEffectiveness, transformativePotential, criteria, flags, comparison }: RankedBid) => ({
  bidId, rank, total, costEffectiveness, transformativePotential,
  criteria: Object.fromEntries(criteria.map(({ criterionId, points }) => [criterionId, points])),
  flags,
  // Only under a rule that sets an amount against quality, as minor units.
  ...(comparison === undefined ? {} : { comparison }),
});

const lotAnswer = ({ lotId, ranking, ties }: LotResult) => ({ id: lotId, ranking: ranking.map(bidAnswer), ...(ties === undefined ? {} : { ties }) });

/** A package with errors is still evaluated, since that is how they are looked into; its errors are said and end in 1. */
export const evaluateFile = async (line: CommandLine, terminal: Terminal): Promise<ExitCode> => {
  allowOnly(line, ['project', 'passphrase-file']);
  const report = await openPackage(oneFile(line), terminal);
  const projects = chosenProjects(report, line.values.project);
  terminal.answer({ projects: projects.map(({ project }) => ({ id: project.id, lots: evaluate(project, RULES).lots.map(lotAnswer) })) });
  return sayErrors(report, terminal) ? 1 : 0;
};
