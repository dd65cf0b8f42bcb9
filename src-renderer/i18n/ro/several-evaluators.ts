/** Everything about several evaluators: the commission, their sheets as files, the consensus round, the envelopes. */
import { changesSheets } from './changes-sheets';
import { commission } from './commission';
import { consensus } from './consensus';
import { problemsSheets } from './problems-sheets';
import { scoreSheet } from './score-sheet';
import { sheets } from './sheets';

export const severalEvaluators = { ...changesSheets, ...commission, ...consensus, ...problemsSheets, ...scoreSheet, ...sheets } as const;
