/** Need catalogues: problems as departments and citizens state them, before anybody speaks of solutions. */
import { foldText } from '../../../domain/fold-text';
import { PRIORITY_WORDS, ROW_NUMBER_WORDS, UNIT_WORDS } from './headings';
import { defineKind } from './import-kind';
import { LINE, MEASURE, NAME, STATEMENT } from './value-types';

export const NEEDS = defineKind({
  kind: 'needs',
  fields: {
    title: {
      value: NAME,
      names: ['titlu', 'titlul', 'denumire', 'denumirea', 'nevoie', 'nevoia', 'nevoi', 'titlul nevoii', 'titlu nevoie', 'denumirea nevoii', 'denumire nevoie', 'nevoia identificata', 'nevoie identificata', 'title', 'need', 'need title', 'name of need', 'need name', 'name'],
      hints: ['subiect', 'tema', 'nume', 'subject', 'topic', 'idee', 'propunere'],
    },
    problem: {
      value: STATEMENT,
      names: ['problema', 'problema identificata', 'descrierea problemei', 'descriere problema', 'descriere', 'descrierea', 'descrierea nevoii', 'descriere nevoie', 'situatia actuala', 'situatie actuala', 'problem', 'problem statement', 'problem description', 'description', 'need description', 'current situation', 'pain point', 'issue'],
      hints: ['context', 'detalii', 'details'],
    },
    affected: {
      value: STATEMENT,
      names: ['afectati', 'persoane afectate', 'cine este afectat', 'cine e afectat', 'pe cine afecteaza', 'beneficiari', 'beneficiarii', 'grup tinta', 'grupul tinta', 'public tinta', 'utilizatori', 'utilizatorii', 'cetateni afectati', 'affected', 'who is affected', 'affected people', 'people affected', 'beneficiaries', 'users', 'target group', 'stakeholders'],
      hints: ['cetateni', 'citizens'],
    },
    desiredOutcome: {
      value: STATEMENT,
      names: ['rezultat', 'rezultatul', 'rezultat dorit', 'rezultatul dorit', 'rezultat asteptat', 'rezultatul asteptat', 'rezultate asteptate', 'rezultat urmarit', 'efect dorit', 'efectul dorit', 'obiectiv', 'obiectivul', 'scop', 'scopul', 'desired outcome', 'outcome', 'expected outcome', 'desired result', 'expected result', 'goal', 'objective'],
      hints: ['efect', 'beneficiu', 'impact', 'benefit'],
    },
    baseline: {
      value: MEASURE,
      names: ['valoare initiala', 'valoarea initiala', 'valoare de referinta', 'valoarea de referinta', 'valoare de baza', 'valoare actuala', 'valoarea actuala', 'nivel actual', 'nivelul actual', 'situatie de referinta', 'linie de baza', 'linia de baza', 'punct de plecare', 'cum se face acum', 'cum se procedeaza acum', 'baseline', 'baseline value', 'current value', 'current level', 'starting value', 'how it is done now'],
      hints: ['initial', 'actual', 'referinta', 'current'],
    },
    target: {
      value: MEASURE,
      names: ['tinta', 'tinta propusa', 'valoare tinta', 'valoarea tinta', 'nivel tinta', 'nivelul tinta', 'valoare dorita', 'valoarea dorita', 'target', 'target value', 'target level'],
    },
    unit: { value: LINE, ...UNIT_WORDS },
    department: {
      value: NAME, fillsDown: true,
      names: ['departament', 'departamentul', 'compartiment', 'compartimentul', 'directie', 'directia', 'serviciu', 'serviciul', 'birou', 'biroul', 'structura', 'structura solicitanta', 'solicitant', 'solicitantul', 'departament solicitant', 'compartiment solicitant', 'department', 'requesting department', 'directorate', 'division', 'office', 'requested by'],
      hints: ['sursa', 'origine', 'source'],
    },
    priority: { value: LINE, ...PRIORITY_WORDS },
  },
  others: [...ROW_NUMBER_WORDS, 'buget', 'buget estimat', 'budget', 'valoare estimata', 'estimated value', 'estimated budget', 'solutie', 'solutie propusa', 'proposed solution', 'solution', 'data', 'date', 'status', 'stadiu', 'observatii', 'notes', 'comments', 'responsabil', 'owner', 'contact'],
  marks: { name: 'title', amounts: [] },
  /** Something must say what the need is; a title can be found later. */
  read: (cells, source) => {
    const need = {
      title: cells.read('title'),
      problem: cells.read('problem'),
      affected: cells.read('affected'),
      desiredOutcome: cells.read('desiredOutcome'),
      baseline: cells.read('baseline'),
      target: cells.read('target'),
      unit: cells.read('unit'),
      department: cells.read('department'),
      priority: cells.read('priority'),
      source,
    };
    cells.require('title', need.title, need.problem === null ? 'error' : 'warning');
    return need;
  },
  key: ({ title, problem, department }) => (title === null && problem === null ? null : `${foldText(title ?? problem ?? '')}|${foldText(department ?? '')}`),
  repeated: 'warning',
});
