/** What is wrong with a table that is imported; the oldest of these sentences stand in `problems.ts`. */
export const problemsImport = {
  'problem.cell.totalDiffers': 'Valoarea „{value}” nu este cantitatea înmulțită cu prețul unitar, care ar fi {as}. Comparați cu documentul depus; rândul poate fi importat și așa.',
} as const;
