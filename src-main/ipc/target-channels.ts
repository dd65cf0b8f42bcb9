/** What each message about exchange targets does in the main process. */
import { dialog, type BrowserWindow } from 'electron';
import { CHANNELS, EVENTS, parseArguments } from '../bridge/channels';
import { parseTargetArguments as parse } from '../bridge/target-arguments';
import type { TargetConnection, TargetProgress } from '../bridge/targets-api';
import { PackageParts } from '../exchange-targets/package-parts';
import type { ExchangeTargets, OnProgress } from '../exchange-targets/targets';
import type { Handle } from './handle';

/** Runs here, in main, so that the window never names a path. */
const chooseFolder = async (window: BrowserWindow, targets: ExchangeTargets): Promise<TargetConnection | null> => {
  const { canceled, filePaths: [chosen] } = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] });
  return canceled || chosen === undefined ? null : targets.addFolder(chosen);
};

const telling = (window: BrowserWindow): OnProgress => (job, done, total) => {
  const progress: TargetProgress = { job, done, total };
  if (!window.isDestroyed()) window.webContents.send(EVENTS.targetProgress, progress);
};

export const registerTargets = (handle: Handle, targets: ExchangeTargets): void => {
  handle(CHANNELS.targets, parseArguments.none, () => targets.list());
  handle(CHANNELS.chooseTargetFolder, parseArguments.none, (window) => chooseFolder(window, targets));
  handle(CHANNELS.connectTarget, parse.connect, (_window, input) => targets.connect(input));
  handle(CHANNELS.targetCertificate, parse.address, (_window, address) => targets.certificate(address));
  handle(CHANNELS.unlockTarget, parse.unlock, (_window, id, password) => targets.unlock(id, password));
  handle(CHANNELS.forgetTarget, parse.id, (_window, id) => targets.forget(id));
  handle(CHANNELS.lookAtTarget, parse.job, (_window, job, id) => targets.look(job, id));
  handle(CHANNELS.prepareTarget, parse.job, (_window, job, id) => targets.prepare(job, id));
  handle(CHANNELS.targetFiles, parse.job, (_window, job, id) => targets.files(job, id));
  const packages = new PackageParts(targets);
  handle(CHANNELS.readFromTarget, parse.read, (window, job, id, name, limit) => packages.read(job, id, name, limit, telling(window)));
  handle(CHANNELS.readTargetPart, parse.readPart, (_window, job, from) => packages.readPart(job, from));
  handle(CHANNELS.holdTargetPart, parse.holdPart, (_window, job, part, bytes) => packages.holdPart(job, part, bytes));
  handle(CHANNELS.putAtTarget, parse.put, (window, job, put, parts) => packages.put(job, put, parts, telling(window)));
  handle(CHANNELS.cancelTargetJob, parse.id, (_window, job) => packages.cancel(job));
};
