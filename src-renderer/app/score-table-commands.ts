/** Scores out of any table: the import wizard's steps, with the checks a returned sheet has at their end. */
import { afterStop } from '../domain/in-steps';
import { inOrder } from '../domain/position';
import { ProblemError } from '../domain/problem';
import type { Id } from '../domain/values';
import type { BidCommands, Caiet, ScoreTableCommands } from './caiet';
import { rememberColumns } from './import-record';
import type { CaietPorts } from './ports';
import { checkScores, namesIn, scoringFacts } from './rows-to-scores';
import { withoutScores } from './scores-undo';
import type { Session } from './session';
import { takeBackInSlices } from './take-back';
import type { Workspace } from './workspace';

export const scoreTableCommands = (ports: CaietPorts, workspace: Workspace, session: Session, bids: BidCommands, changeSettings: Caiet['changeSettings']): ScoreTableCommands => {
  const undoImport = async (id: Id): ReturnType<BidCommands['undoImport']> => {
    const { removed, kept, isDone } = await takeBackInSlices(session, 'scoresUndone', id, (now, log) =>
      afterStop(() => withoutScores(now, log.find(({ label }) => label.code === 'sheetTakenIn' && label.data['importId'] === id))));
    if (isDone) workspace.notify({ tone: 'info', code: 'scoresUndone', data: { removed, kept }, undoable: true });
    return { removed, kept };
  };
  const checkRows: ScoreTableCommands['check'] = async (opened, evaluatorId) => checkScores(session.project(), await opened.accepted('scores'), opened.info, evaluatorId);
  return {
    check: checkRows,
    importing: (evaluator) => ({
      ...bids,
      importContext: () => {
        const { importMappings: remembered, importRules: rememberedRules = {} } = workspace.state().settings;
        const project = session.project();
        return { kind: 'scores', currency: project.currency, lotNumbers: inOrder(project.lots).map(({ number }) => number), presentRows: [], scoring: scoringFacts(project), remembered, rememberedRules };
      },
      // The register of sheets knows the file, and says so with the scores that are new.
      earlierImport: () => undefined,
      importRows: async (opened, plan, signature, decisions) => {
        // Checked again: the project may have changed since the table was looked at.
        const check = await checkRows(opened, evaluator());
        const error = check.problems.find(({ severity }) => severity === 'error');
        if (error !== undefined) throw new ProblemError(error);
        const { next } = check;
        if (next === null) throw new ProblemError({ severity: 'error', code: 'scores.nothingNew', data: {} });
        const id = ports.ids.next();
        const done = session.replace({ code: 'sheetTakenIn', data: { name: namesIn(check), count: check.scores, importId: id } }, next(ports.clock.now()));
        const { save } = workspace.state();
        if (!done && save.status === 'failed') throw new ProblemError(save.problem);
        rememberColumns({ workspace, changeSettings }, { signature, plan, decisions });
        await session.settle();
        return { id, fileName: opened.info.fileName, rowsAccepted: check.scores };
      },
      undoImport,
    }),
  };
};
