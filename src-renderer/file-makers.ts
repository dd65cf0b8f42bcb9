/** How each file is made: the desk's work itself, which knows every zone that writes one. The worker runs it; so does a test. */
import { evaluate } from './domain/evaluation/evaluate';
import { forLeaving, withoutSealedPrices } from './domain/sealed-prices';
import type { FileDesk, OcdsRequest } from './exchange/file-desk';
import { encodeOcds, ocdsPublication, writtenReleases, type OcdsPublication } from './exchange/ocds/release-package';
import { encodePublicPackage } from './exchange/public/public-package';
import { encodeSheet } from './exchange/sheet-package';
import { createTranslator } from './i18n/translator';

/** Shares of the work, roughly as they fall with ten thousand bids. */
const EVALUATED = 0.15;
const RELEASES_FOUND = 0.6;

const publicationOf = ({ project, history, options }: OcdsRequest): OcdsPublication => ocdsPublication(project, options, history);

/** Of work that is told of from 0 to 1, as the rest of a whole of which `before` was done. */
const after = (before: number, onProgress: (fraction: number) => void) => (fraction: number): void => onProgress(before + fraction * (1 - before));

/** Writers are fetched with the first file that needs them: a document needs no workbook's. */
export const fileMakers: FileDesk = {
  ocds: async (request, { onProgress = () => undefined } = {}) => {
    const { content } = publicationOf(request);
    onProgress(RELEASES_FOUND);
    return encodeOcds(content);
  },
  releases: async (request) => {
    const publication = publicationOf(request);
    return { releases: writtenReleases(publication), lost: publication.lost };
  },
  public: async ({ project, options }, { onProgress } = {}) => encodePublicPackage(project, options, onProgress),
  workbook: async ({ project, rulePack, locale }, { onProgress = () => undefined } = {}) => {
    const { writeWorkbook } = await import('./spreadsheet/export/write-workbook');
    const leaving = forLeaving(project);
    const result = evaluate(leaving, rulePack);
    onProgress(EVALUATED);
    return writeWorkbook(leaving, result, createTranslator(locale), after(EVALUATED, onProgress));
  },
  comparison: async ({ project, lotId, locale }, { onProgress } = {}) => {
    const { writeComparison } = await import('./spreadsheet/export/comparison-workbook');
    return writeComparison(withoutSealedPrices(project), lotId, createTranslator(locale), onProgress);
  },
  template: async ({ request, locale }) => {
    const { writeTemplate } = await import('./spreadsheet/export/templates/write-template');
    return writeTemplate(request, { ro: createTranslator('ro'), en: createTranslator('en'), own: locale });
  },
  sheetWorkbook: async ({ sheet }) => {
    const { writeScoreSheet } = await import('./spreadsheet/export/score-sheet-workbook');
    return writeScoreSheet(sheet, { ro: createTranslator('ro').t, en: createTranslator('en').t });
  },
  sheetPackage: async (request) => encodeSheet(request),
  document: async (model, { onProgress } = {}) => (await import('./documents/docx-file')).docxFile(model, onProgress),
};
