/** Text reduced to what a person means by it, for searching and for recognising the same name twice. */

/** Letters that Unicode does not decompose. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = { đ: 'd', ð: 'd', ł: 'l', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ħ: 'h', ı: 'i' };

const ASCII = /^[\x20-\x7e]*$/;

/** The same name with or without diacritics, with ș or ş, in any case and spacing, folds to the same text: `Ştefan  ȚEPEȘ` → `stefan tepes`. */
export const foldText = (text: string): string => {
  if (ASCII.test(text)) return (text.includes('  ') ? text.replace(/ +/g, ' ') : text).toLowerCase().trim();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[đðłøßæœþħı]/g, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
};
