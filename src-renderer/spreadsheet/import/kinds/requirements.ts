/** Requirements of a specification, one a row. */
import { foldText } from '../../../domain/fold-text';
import { PRIORITY_WORDS, ROW_NUMBER_WORDS } from './headings';
import { defineKind } from './import-kind';
import { CODE, LINE, STATEMENT } from './value-types';

export const REQUIREMENTS = defineKind({
  kind: 'requirements',
  fields: {
    code: {
      value: CODE,
      names: ['cod', 'codul', 'cod cerinta', 'codul cerintei', 'id', 'id cerinta', 'nr cerinta', 'numar cerinta', 'numarul cerintei', 'identificator', 'referinta', 'code', 'requirement code', 'requirement id', 'requirement no', 'requirement number', 'req id', 'req no', 'reference', 'ref'],
      hints: [...ROW_NUMBER_WORDS, 'numar', 'number'],
    },
    section: {
      value: LINE, fillsDown: true,
      names: ['sectiune', 'sectiunea', 'capitol', 'capitolul', 'categorie', 'categoria', 'modul', 'modulul', 'domeniu', 'domeniul', 'componenta', 'section', 'chapter', 'category', 'module', 'area', 'component'],
      hints: ['grup', 'grupa', 'group', 'tema'],
    },
    text: {
      value: STATEMENT,
      names: ['cerinta', 'cerinte', 'cerinta tehnica', 'cerinta functionala', 'textul cerintei', 'text cerinta', 'text', 'descriere', 'descrierea', 'descrierea cerintei', 'descriere cerinta', 'enunt', 'enuntul cerintei', 'formulare', 'requirement', 'requirements', 'requirement text', 'requirement description', 'description', 'statement', 'specification', 'specificatie'],
      hints: ['denumire', 'titlu', 'title', 'name'],
    },
    kind: {
      value: LINE,
      names: ['tip', 'tipul', 'tip cerinta', 'tipul cerintei', 'fel', 'felul', 'natura', 'natura cerintei', 'clasa', 'kind', 'type', 'requirement type', 'class', 'classification'],
    },
    priority: {
      value: LINE,
      names: [...PRIORITY_WORDS.names, 'obligativitate', 'obligatoriu', 'obligatorie', 'caracter', 'caracterul cerintei', 'moscow', 'mandatory', 'obligation', 'mandatory optional'],
      hints: PRIORITY_WORDS.hints,
    },
    need: {
      value: CODE, fillsDown: true,
      names: ['nevoie', 'nevoia', 'nevoi', 'cod nevoie', 'codul nevoii', 'nevoia asociata', 'nevoie asociata', 'nevoia din care provine', 'legatura cu nevoia', 'trasabilitate', 'need', 'needs', 'need id', 'need code', 'related need', 'traces to', 'traced to', 'traceability'],
      hints: ['sursa', 'origine', 'source', 'trace'],
    },
    verification: {
      value: STATEMENT,
      names: ['verificare', 'verificarea', 'metoda de verificare', 'mod de verificare', 'modul de verificare', 'mod verificare', 'metoda verificare', 'metoda de testare', 'metoda de proba', 'test', 'testare', 'criteriu de acceptanta', 'criterii de acceptanta', 'criteriu de acceptare', 'criterii de acceptare', 'proba', 'dovada', 'verification', 'verification method', 'how verified', 'test method', 'acceptance criterion', 'acceptance criteria', 'acceptance test', 'evidence'],
    },
  },
  others: ['observatii', 'notes', 'comments', 'status', 'stadiu', 'versiune', 'version', 'autor', 'author', 'raspuns', 'raspuns ofertant', 'conformitate', 'compliance', 'response', 'punctaj', 'score', 'pondere', 'weight', 'data', 'date'],
  marks: { name: 'text', amounts: [] },
  read: (cells, source) => {
    const requirement = {
      code: cells.read('code'),
      section: cells.read('section'),
      text: cells.read('text'),
      kind: cells.read('kind'),
      priority: cells.read('priority'),
      need: cells.read('need'),
      verification: cells.read('verification'),
      source,
    };
    cells.require('text', requirement.text, 'error');
    return requirement;
  },
  key: ({ code, section, text }) => (code === null ? text === null ? null : `text|${foldText(section ?? '')}|${foldText(text)}` : `code|${foldText(code)}`),
  repeated: 'error',
});
