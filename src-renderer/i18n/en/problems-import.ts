import type { problemsImport as source } from '../ro/problems-import';

export const problemsImport: Record<keyof typeof source, string> = {
  'problem.cell.totalDiffers': '“{value}” is not quantity times unit price, which would be {as}. Compare it with the document that was submitted; the row can be imported as it is.',
};
