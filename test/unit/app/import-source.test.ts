/** The file of an import, kept by its hash on this computer and taken out again as it was. */
import { expect, test } from 'vitest';
import type { Caiet } from '../../../src-renderer/app/caiet';
import { sourceRoom } from '../../../src-renderer/app/import-source';
import { MAX_FILE_BYTES, MAX_PROJECT_FILE_BYTES } from '../../../src-renderer/domain/attachment';
import { ProblemError } from '../../../src-renderer/domain/problem';
import type { ImportRecord, Project } from '../../../src-renderer/domain/project';
import { createImportWizard, type ImportWizard } from '../../../src-renderer/ui/screens/imports/wizard';
import { startCaiet } from './harness';

const BYTES = new TextEncoder().encode('\ufeffOfertant;Lot;Preț\r\n Țăndărei SRL ;1;1.234,56\r\n');

const projectOf = (caiet: Caiet): Project => {
  const project = caiet.workspace.getState().open?.project;
  if (project === undefined) throw new Error('no project');
  return project;
};
const recordOf = (caiet: Caiet): ImportRecord => {
  const [record] = Object.values(projectOf(caiet).imports);
  if (record === undefined) throw new Error('no import');
  return record;
};

const imported = async (caiet: Caiet, decide: (wizard: ImportWizard) => void = () => undefined): Promise<void> => {
  await caiet.projects.create({ title: 'Iluminat' });
  caiet.call.addLot();
  const wizard = createImportWizard(caiet.bids);
  await wizard.openFile('registru.csv', BYTES.slice());
  decide(wizard);
  await new Promise<void>((resolve) => {
    const stop = wizard.store.subscribe(({ check, checking }) => {
      if (check === null || checking !== null) return;
      stop();
      resolve();
    });
    wizard.goTo('check');
  });
  await wizard.importNow();
};

const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', (error: unknown) => (error instanceof ProblemError ? error.problem.code : 'thrown'));

test('comes out byte for byte, also after a restart, and is in no document list', async () => {
  const { caiet, saved, again } = await startCaiet();
  await imported(caiet);
  expect(recordOf(caiet).sourceSize).toBe(BYTES.length);
  expect(projectOf(caiet).attachments ?? {}).toEqual({});
  const { id } = projectOf(caiet);
  await caiet.settle();
  const restarted = await again();
  await restarted.projects.open(id);
  expect(await restarted.bids.saveSource(recordOf(restarted).id)).toBe('registru.csv');
  expect(Buffer.compare(saved.at(-1)?.bytes ?? new Uint8Array(), BYTES)).toBe(0);
});

test('is not kept when the person does not want it', async () => {
  const { caiet } = await startCaiet();
  await imported(caiet, (wizard) => wizard.keepSource(false));
  expect(recordOf(caiet).sourceSize).toBeUndefined();
  expect(await codeOf(caiet.bids.saveSource(recordOf(caiet).id))).toBe('source.missing');
});

test('stays where it is while prices are sealed', async () => {
  const { caiet, saved } = await startCaiet();
  await imported(caiet);
  caiet.call.sealPrices(true);
  expect(await codeOf(caiet.bids.saveSource(recordOf(caiet).id))).toBe('source.sealed');
  expect(saved).toEqual([]);
});

test('has its limits, by file and by project, each content counted once', () => {
  const project = (sizes: readonly (readonly [string, number])[]): Project =>
    ({ imports: Object.fromEntries(sizes.map(([sha256, sourceSize], index) => [String(index), { sha256, sourceSize }])) }) as unknown as Project;
  expect(sourceRoom(project([]), MAX_FILE_BYTES)).toBe('room');
  expect(sourceRoom(project([]), MAX_FILE_BYTES + 1)).toBe('tooLarge');
  const nearly = MAX_PROJECT_FILE_BYTES - 10;
  expect(sourceRoom(project([['a', nearly], ['a', nearly]]), 10)).toBe('room');
  expect(sourceRoom(project([['a', nearly], ['b', 1]]), 10)).toBe('full');
});
