/** Needs and requirements through the application's commands: typed, linked, moved, imported, imported again, undone. */
import { expect, it } from 'vitest';
import type { Caiet } from '../../../src-renderer/app/caiet';
import type { SpecificationKind } from '../../../src-renderer/app/need-door';
import { inOrder } from '../../../src-renderer/domain/position';
import type { TemplateRequest } from '../../../src-renderer/domain/ports/template-request';
import type { Project } from '../../../src-renderer/domain/project';
import { fileMakers } from '../../../src-renderer/file-makers';
import { createImportWizard } from '../../../src-renderer/ui/screens/imports/wizard';
import { startCaiet } from '../app/harness';

const opened = async (): Promise<Caiet> => {
  const { caiet } = await startCaiet();
  await caiet.projects.create({ title: 'Iluminat' });
  return caiet;
};
const project = (caiet: Caiet): Project => caiet.workspace.getState().open!.project;
const csv = (...lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'));
const importing = async (caiet: Caiet, kind: SpecificationKind, bytes: Uint8Array) => {
  const wizard = createImportWizard(caiet.needs.importing(kind));
  await wizard.openFile(`${kind}.csv`, bytes);
  wizard.goTo('check');
  await expect.poll(() => wizard.store.getState().check !== null && wizard.store.getState().checking === null).toBe(true);
  return wizard;
};
const NEED_TABLE = csv('Nevoie;Problema;Prioritate', 'Străzi luminate;Stau stinse;Mare', 'Date deschise;Nu se văd;Mică');
const REQUIREMENT_TABLE = csv('Cod;Cerință;Tip cerință;Prioritate;Nevoia acoperită', 'C-1;Anunță defectul;Funcțională;Obligatorie;Străzi luminate', 'C-2;Dă date;Interoperabilitate;De dorit;Date deschise');

it('are typed, linked and moved, each as one undoable change', async () => {
  const caiet = await opened();
  const first = caiet.needs.addNeed();
  const second = caiet.needs.addNeed();
  caiet.needs.editNeed(first, { title: 'Străzi luminate', priority: 'high' });
  caiet.needs.moveNeed(second, 0);
  expect(inOrder(project(caiet).needs ?? {}).map(({ id }) => id)).toEqual([second, first]);
  expect(caiet.workspace.getState().open?.undo).toEqual({ code: 'needMoved', data: { name: '' } });
  const requirement = caiet.needs.addRequirement(first);
  const criterion = caiet.criteria.add('quality', null);
  caiet.needs.editRequirement(requirement, { code: 'C-1', text: 'Anunță defectul.', criterionId: criterion });
  caiet.call.removeCriterion(criterion);
  expect(project(caiet).requirements?.[requirement]).toMatchObject({ needId: first, criterionId: null });
  caiet.needs.removeNeed(first);
  expect(project(caiet).requirements?.[requirement]?.needId).toBeNull();
  caiet.undo();
  caiet.undo();
  expect(project(caiet).requirements?.[requirement]).toMatchObject({ needId: first, criterionId: criterion });
});

it('come in from tables, once, and their links with them', async () => {
  const caiet = await opened();
  await (await importing(caiet, 'needs', NEED_TABLE)).importNow();
  await (await importing(caiet, 'requirements', REQUIREMENT_TABLE)).importNow();
  const { needs = {}, requirements = {} } = project(caiet);
  expect(inOrder(needs).map(({ title, priority }) => [title, priority])).toEqual([['Străzi luminate', 'high'], ['Date deschise', 'low']]);
  expect(inOrder(requirements).map(({ code, kind, aspect, needId }) => [code, kind, aspect, needs[needId ?? '']?.title])).toEqual([
    ['C-1', 'mandatory', 'functional', 'Străzi luminate'], ['C-2', 'desirable', 'interoperability', 'Date deschise'],
  ]);
  const again = await importing(caiet, 'needs', NEED_TABLE);
  expect(again.store.getState()).toMatchObject({ earlier: { kind: 'needs', rowsAccepted: 2 }, check: { summary: { accepted: 0 } } });
  expect((await importing(caiet, 'requirements', NEED_TABLE)).store.getState().earlier).toBeNull();
});

it('of an import are taken back but for what somebody worked on', async () => {
  const caiet = await opened();
  const wizard = await importing(caiet, 'needs', NEED_TABLE);
  await wizard.importNow();
  await (await importing(caiet, 'requirements', REQUIREMENT_TABLE)).importNow();
  const [linked, other] = inOrder(project(caiet).needs ?? {});
  const second = inOrder(project(caiet).requirements ?? {})[1]!;
  caiet.needs.editRequirement(second.id, { needId: linked!.id });
  await wizard.undoImport();
  expect(wizard.store.getState().outcome?.undone).toEqual({ removed: 1, kept: 1 });
  expect(Object.keys(project(caiet).needs ?? {})).toEqual([linked!.id]);
  caiet.undo();
  expect(Object.keys(project(caiet).needs ?? {}).toSorted()).toEqual([linked!.id, other!.id].toSorted());
  const [, requirements] = Object.values(project(caiet).imports);
  expect(await caiet.needs.undoImport('requirements', requirements!.id)).toEqual({ removed: 1, kept: 1 });
  expect(Object.keys(project(caiet).requirements ?? {})).toEqual([second.id]);
});

it('are what the form of requirements can be filled in with: each title that one need alone bears', async () => {
  const asked: TemplateRequest[] = [];
  const { caiet } = await startCaiet({ makers: { fileDesk: { ...fileMakers, template: async ({ request }) => (asked.push(request), new Uint8Array()) } } });
  await caiet.projects.create({ title: 'Iluminat' });
  for (const title of ['Străzi luminate', 'Date deschise', ' ', 'DATE DESCHISE', ' Trotuare ']) caiet.needs.editNeed(caiet.needs.addNeed(), { title });
  await caiet.templates.save('requirements', 'Formular');
  expect(asked.map(({ needTitles }) => needTitles)).toEqual([['Străzi luminate', 'Trotuare']]);
});
