/** Score sheets: one score a row, by evaluator, bidder and criterion. */
import { foldText } from '../../../domain/fold-text';
import { BIDDER_WORDS, LOT_WORDS, ROW_NUMBER_WORDS } from './headings';
import { defineKind } from './import-kind';
import { DECIMAL, LINE, LOT, NAME, PROSE } from './value-types';

export const SCORES = defineKind({
  kind: 'scores',
  fields: {
    evaluator: {
      value: NAME, fillsDown: true,
      names: ['evaluator', 'evaluatorul', 'evaluatori', 'nume evaluator', 'numele evaluatorului', 'expert', 'expertul', 'expert evaluator', 'expert cooptat', 'membru', 'membrul', 'membru comisie', 'membrul comisiei', 'membru evaluator', 'evaluator name', 'name of evaluator', 'assessor', 'reviewer', 'scorer', 'commission member', 'committee member', 'jury member'],
      hints: ['nume', 'nume si prenume', 'name'],
    },
    bidder: { value: NAME, fillsDown: true, ...BIDDER_WORDS, hints: ['oferta', 'offer', 'bid', 'tender', 'denumire'] },
    lot: { value: LOT, fillsDown: true, ...LOT_WORDS },
    criterion: {
      value: LINE, fillsDown: true,
      names: ['criteriu', 'criteriul', 'criterii', 'criteriu de atribuire', 'criteriul de atribuire', 'criteriu de evaluare', 'criteriul de evaluare', 'denumire criteriu', 'denumirea criteriului', 'subcriteriu', 'factor', 'factor de evaluare', 'factorul de evaluare', 'criterion', 'criteria', 'criterion name', 'award criterion', 'award criteria', 'evaluation criterion', 'evaluation factor'],
      hints: ['indicator', 'aspect', 'cod criteriu', 'criterion code'],
    },
    score: {
      value: DECIMAL,
      names: ['punctaj', 'punctajul', 'punctaj acordat', 'punctajul acordat', 'punctaj obtinut', 'puncte', 'puncte acordate', 'nota', 'nota acordata', 'scor', 'scorul', 'scor acordat', 'score', 'scores', 'score given', 'score awarded', 'points', 'points awarded', 'mark', 'marks', 'rating', 'grade'],
      hints: ['valoare', 'calificativ', 'value'],
    },
    justification: {
      value: PROSE,
      names: ['justificare', 'justificarea', 'justificarea punctajului', 'justificare punctaj', 'motivare', 'motivarea', 'motivarea punctajului', 'motivatie', 'motivatia', 'motiv', 'argumentare', 'argumentatie', 'explicatie', 'explicatii', 'justification', 'rationale', 'reason', 'reasons', 'reasoning', 'explanation'],
      hints: ['observatii', 'comentarii', 'comentariu', 'mentiuni', 'remarci', 'notes', 'comments', 'comment', 'remarks'],
    },
  },
  others: [...ROW_NUMBER_WORDS, 'punctaj maxim', 'punctajul maxim', 'punctaj minim', 'max score', 'maximum score', 'maximum points', 'max points', 'pondere', 'ponderea', 'weight', 'punctaj total', 'total punctaj', 'total score', 'total', 'punctaj ponderat', 'weighted score', 'clasament', 'rank', 'data', 'date', 'semnatura', 'signature'],
  marks: { name: 'criterion', amounts: ['score'], proof: 'evaluator' },
  /** A score that is not given yet is told, and no error. */
  read: (cells, source) => {
    const row = {
      evaluator: cells.read('evaluator'),
      bidder: cells.read('bidder'),
      lot: cells.lotOr(cells.read('lot')),
      criterion: cells.read('criterion'),
      score: cells.read('score'),
      justification: cells.read('justification'),
      source,
    };
    cells.require('bidder', row.bidder, 'error');
    cells.require('criterion', row.criterion, 'error');
    if (cells.context.lotNumbers.length > 1) cells.require('lot', row.lot, 'warning');
    cells.require('score', row.score, 'warning');
    return row;
  },
  key: ({ evaluator, bidder, lot, criterion }) => (bidder === null || criterion === null ? null : [evaluator, bidder, lot, criterion].map((text) => foldText(text ?? '')).join('|')),
  repeated: 'error',
});
