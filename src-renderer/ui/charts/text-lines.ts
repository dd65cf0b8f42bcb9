/** Text in drawings, which wraps only if somebody does it. */

/** At most so many lines of at most so many characters, broken between words; what does not fit ends in `…`. */
export const inLines = (text: string, longest: number, most: number): readonly string[] => {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u).filter((each) => each !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= longest) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, most);
  return kept.map((line, index) => {
    const isCut = line.length > longest || (index === most - 1 && lines.length > most);
    return isCut ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
  });
};
