/** Articles of law as sentences name them, in Romanian or English: `HG 395/2016 art. 137 alin. (2) lit. e)`, `Law 98/2016 art. 187(3), 190`. */

/** The acts that are cited, with how each language names them; the first name of a language is the one that is shown. */
const ACTS = [
  { id: 'Legea 98/2016', en: 'Law 98/2016', names: ['Legea 98/2016', 'Law 98/2016'] },
  { id: 'Legea 101/2016', en: 'Law 101/2016', names: ['Legea 101/2016', 'Law 101/2016'] },
  { id: 'HG 395/2016', en: 'Government Decision 395/2016', names: ['HG 395/2016', 'Government Decision 395/2016'] },
  { id: 'Codul muncii', en: 'Labour Code', names: ['Codul muncii', 'Labour Code'] },
  { id: 'Directiva 2014/24/UE', en: 'Directive 2014/24/EU', names: ['Directiva 2014/24/UE', 'Directive 2014/24/EU'] },
] as const;
export type ActId = (typeof ACTS)[number]['id'];

export interface Citation {
  readonly act: ActId;
  /** `187`, or `59-60`. */
  readonly article: string;
  /** `3`, `3¹`, or `6-8`; empty for the whole article. */
  readonly paragraph: string;
  /** `e`, `kk`, or `a-c`; empty for the whole paragraph. */
  readonly letter: string;
}

const escaped = (text: string): string => text.replaceAll(/[/.]/g, String.raw`\$&`);
const ACT = new RegExp(ACTS.flatMap(({ names }) => names).map(escaped).join('|'), 'g');
const ACT_OF = new Map<string, ActId>(ACTS.flatMap(({ id, names }) => names.map((name) => [name, id] as const)));

/** ` art. 59-60`, and after a comma also without `art.`. */
const ARTICLE = /,? (?:art\. )?(\d+(?:-\d+)?)(?![\d/])/y;
/** ` alin. (3)-(4)`, `(3)`, ` par. 3`; after `and` once more. */
const PARAGRAPH = /(?: alin\. | par\. )?\(?(\d+[¹²³]?)\)(?:-\((\d+[¹²³]?)\))?|(?: par\. )(\d+)/y;
const AND_PARAGRAPH = / (?:și|and) (?:alin\. )?(?=\(\d)/y;
/** ` lit. e)`, ` lit. a)-c)`. */
const LETTER = / lit\. ([a-z]{1,3})\)?(?:-([a-z]{1,3})\))?/y;

const span = (from = '', to?: string): string => (to === undefined ? from : `${from}-${to}`);

/** Reads on from a place; null when the pattern is not there. */
class Reader {
  constructor(private readonly text: string, public at: number) {}
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found !== null) this.at = pattern.lastIndex;
    return found;
  }
}

export interface FoundCitation extends Citation {
  /** Of the words it was read from, with those of the act where they stand right before. */
  readonly start: number;
  readonly end: number;
}

const articlesFrom = (text: string, act: ActId, actStart: number, actEnd: number): FoundCitation[] => {
  const reader = new Reader(text, actEnd);
  const found: FoundCitation[] = [];
  for (;;) {
    const start = found.length === 0 ? actStart : reader.at;
    // The first one always says `art.`; a bare number after the act is something else.
    if (found.length === 0 && !/^,? art\. \d/.test(text.slice(reader.at, reader.at + 12))) return found;
    if (found.length > 0 && text[reader.at] !== ',') return found;
    const article = reader.take(ARTICLE);
    if (article === null) return found;
    const paragraph = reader.take(PARAGRAPH);
    const letter = reader.take(LETTER);
    const one = { act, article: article[1] ?? '', paragraph: paragraph === null ? '' : span(paragraph[1] ?? paragraph[3], paragraph[2]), letter: letter === null ? '' : span(letter[1], letter[2]) };
    found.push({ ...one, start, end: reader.at });
    while (reader.take(AND_PARAGRAPH) !== null) {
      const from = reader.at;
      const next = reader.take(PARAGRAPH);
      if (next !== null) found.push({ ...one, paragraph: span(next[1] ?? next[3], next[2]), letter: '', start: from, end: reader.at });
    }
  }
};

/** Every article a text names, in the order it names them. */
export const citationsIn = (text: string): readonly FoundCitation[] =>
  [...text.matchAll(ACT)].flatMap((match) => {
    const act = ACT_OF.get(match[0]);
    return act === undefined ? [] : articlesFrom(text, act, match.index, match.index + match[0].length);
  });

const inBrackets = (text: string): string => (text === '' ? '' : text.split('-').map((part) => `(${part})`).join('-'));
const withBracket = (text: string): string => (text === '' ? '' : text.split('-').map((part) => `${part})`).join('-'));

/** As Romanian law cites: `HG 395/2016 art. 137 alin. (2) lit. e)`; also the id of the article in the register. */
export const romanianReference = ({ act, article, paragraph, letter }: Citation): string =>
  `${act} art. ${article}${paragraph === '' ? '' : ` alin. ${inBrackets(paragraph)}`}${letter === '' ? '' : ` lit. ${withBracket(letter)}`}`;

/** As the English texts cite: `Government Decision 395/2016 art. 137(2) lit. e)`. */
export const englishReference = ({ act, article, paragraph, letter }: Citation): string =>
  `${ACTS.find(({ id }) => id === act)?.en ?? act} art. ${article}${inBrackets(paragraph)}${letter === '' ? '' : ` lit. ${withBracket(letter)}`}`;
