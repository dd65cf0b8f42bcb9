/** Puts the application together from its ports. */
import type { OpenOutcome, Settings } from '../domain/ports/project-store';
import { admissionCommands } from './admission-commands';
import { attachmentCommands } from './attachment-commands';
import { bidCommands } from './bid-commands';
import type { Caiet } from './caiet';
import { callCommands } from './call-commands';
import { conflictCommands } from './conflict-commands';
import { costCommands } from './cost-commands';
import { criteriaCommands } from './criteria-commands';
import { cpvCommands } from './cpv-commands';
import { decisionCommands } from './decision-commands';
import { documentCommands } from './document-commands';
import { commissionCommands } from './commission-commands';
import { consensusCommands } from './consensus-commands';
import { evaluationCommands } from './evaluation-commands';
import { exchangeCommands } from './exchange-commands';
import { needCommands } from './need-commands';
import { phaseCommands } from './phase-commands';
import { planCommands } from './plan-commands';
import { deviceCommands } from './package-trust';
import type { CaietPorts } from './ports';
import { projectCommands } from './project-commands';
import { scheduleCommands } from './schedule-commands';
import { createSession } from './session';
import { targetCommands } from './targets/target-commands';
import { targetProblem } from './targets/target-problem';
import { scoreTableCommands } from './score-table-commands';
import { sheetCommands } from './sheet-commands';
import { templateCommands } from './template-commands';
import { createWorkspace, problemOf, type Workspace } from './workspace';

/** Reads the settings; a device that has none yet gets its identity here. */
const readSettings = async (ports: CaietPorts, workspace: Workspace): Promise<void> => {
  const stored = await ports.settings.read();
  const settings: Settings = { ...workspace.state().settings, ...stored };
  const known = settings.deviceId !== '';
  const complete = known ? settings : { ...settings, deviceId: ports.ids.next() };
  workspace.set({ settings: complete });
  if (!known) await ports.settings.write(complete);
};

export const createCaiet = (ports: CaietPorts): Caiet => {
  const workspace = createWorkspace(ports.ids, ports.host);
  const session = createSession(ports, workspace);
  const targets = targetCommands(ports, workspace, session);

  const changeSettings = (fields: Partial<Settings>): void => {
    const settings = { ...workspace.state().settings, ...fields };
    workspace.set({ settings });
    void ports.settings.write(settings).catch(() => {
      workspace.notify({ tone: 'warning', code: 'settingsNotSaved' });
    });
  };

  const devices = deviceCommands(ports, workspace, changeSettings);
  const exchange = exchangeCommands(ports, workspace, session, devices, targets);

  const opened = async (outcome: OpenOutcome): Promise<void> => {
    if (outcome.status === 'refused') workspace.set({ start: { status: 'refused', problem: outcome.problem } });
    else if (outcome.status === 'recovery') workspace.set({ start: { status: 'recovery', offer: outcome.offer } });
    else {
      await readSettings(ports, workspace);
      workspace.set({ summaries: await ports.store.summaries(), start: { status: 'ready' } });
      // Projects can be worked on whatever state the exchange is in.
      void targets.begin().catch((error: unknown) => workspace.notify({ tone: 'warning', code: 'problem', problem: targetProblem(error) }));
      if (outcome.replayed > 0) workspace.notify({ tone: 'info', code: 'replayed', data: { count: outcome.replayed } });
    }
  };

  const begin = async (): Promise<void> => {
    try {
      await opened(await ports.store.open());
    } catch (error) {
      // Nothing can be shown without the database: say why instead of opening for ever.
      workspace.set({ start: { status: 'refused', problem: problemOf(error) } });
    }
  };

  ports.store.subscribe((event) => {
    if (event.type !== 'changed' || !event.remote) return;
    void ports.store.summaries().then((summaries) => workspace.set({ summaries }));
  });

  const bids = bidCommands(ports, workspace, session, changeSettings);

  return {
    workspace: workspace.store,
    begin,
    recover: async (choice) => {
      await opened(await ports.store.recover(choice));
    },
    projects: projectCommands(ports, workspace, session),
    call: callCommands(ports, workspace, session),
    cpv: cpvCommands(ports, workspace),
    plan: planCommands(ports, session),
    criteria: criteriaCommands(ports, workspace, session),
    bids,
    needs: needCommands(ports, workspace, session, bids, changeSettings),
    schedules: scheduleCommands(ports, workspace, session, bids, changeSettings),
    costs: costCommands(ports, workspace, session, bids, changeSettings),
    admission: admissionCommands(workspace, session),
    evaluation: evaluationCommands(workspace, session),
    conflicts: conflictCommands(ports, workspace, session),
    decisions: decisionCommands(ports, workspace, session),
    phases: phaseCommands(session),
    devices,
    attachments: attachmentCommands(ports, session),
    commission: commissionCommands(ports, session),
    sheets: sheetCommands(ports, workspace, session),
    scoreTables: scoreTableCommands(ports, workspace, session, bids, changeSettings),
    consensus: consensusCommands(ports, session),
    documents: documentCommands(ports, workspace),
    exchange: {
      ...exchange,
      importPackage: async (report, choices, watched) => {
        const imported = await exchange.importPackage(report, choices, watched);
        await targets.noteImported(report.packageId);
        return imported;
      },
    },
    targets,
    templates: templateCommands(ports, workspace, session),
    undo: session.undo,
    redo: session.redo,
    unstored: session.unstored,
    retry: session.retry,
    settle: session.settle,
    changeSettings,
    dismissNotice: workspace.dismiss,
    backups: {
      list: () => ports.snapshots.list(),
      writeNow: async () => {
        await session.settle();
        await ports.snapshots.writeNow();
        workspace.notify({ tone: 'success', code: 'snapshotWritten' });
      },
      inspect: async (name) => ports.packages.read(name, await ports.snapshots.read(name), { rulePack: ports.rulePack }),
    },
  };
};
