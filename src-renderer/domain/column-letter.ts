/** 0-based column → its letters as spreadsheets show them: 0 → `A`, 26 → `AA`. */
export const columnLetter = (index: number): string => {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
};
