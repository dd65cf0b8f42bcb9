/** The whole project as an Excel workbook, for people who read, print and check in a spreadsheet. */
import type { EvaluationResult } from '../../domain/evaluation/result';
import type { Project } from '../../domain/project';
import { bidsSheet, scoresSheet } from './bid-sheets';
import { criteriaSheet, lotsSheet } from './call-sheets';
import { overviewSheet } from './overview-sheet';
import { calculationSheet, rankingSheet } from './result-sheets';
import { workbookSource, type WorkbookLabels } from './workbook-source';
import { xlsxFile } from './xlsx-file';

/**
 * The bytes of an xlsx file. Amounts and points are numbers, dates are dates, and everything people typed is text,
 * also when it begins like a formula. The same project and words give the same bytes.
 */
export const writeWorkbook = async (project: Project, result: EvaluationResult, labels: WorkbookLabels, onProgress?: (fraction: number) => void): Promise<Uint8Array> => {
  const source = workbookSource(project, result, labels);
  const sheets = [overviewSheet, lotsSheet, criteriaSheet, bidsSheet, scoresSheet, rankingSheet, calculationSheet];
  return xlsxFile(sheets.map((sheet) => sheet(source)), {
    title: project.title || labels.t('workbook.untitled'),
    cutMark: labels.t('workbook.cut'),
  }, onProgress);
};
