/** What a message needs to be formatted: its arguments, and how it counts. */
import { IntlMessageFormat } from 'intl-messageformat';

type Node = ReturnType<IntlMessageFormat['getAst']>[number];

/** Node kinds of the ICU parser. */
const LITERAL = 0;
const PLURAL = 6;
const NUMBER_SIGN = 7;

const walk = (nodes: readonly Node[], visit: (node: Node) => void): void => {
  for (const node of nodes) {
    visit(node);
    if ('options' in node) Object.values(node.options).forEach((option) => walk(option.value, visit));
    if ('children' in node) walk(node.children, visit);
  }
};
const parse = (message: string): readonly Node[] => new IntlMessageFormat(message, 'ro-RO', undefined, { ignoreTag: true }).getAst();

/** Names of the values a message takes, in alphabetical order, each once. */
export const argumentsOf = (message: string): readonly string[] => {
  const names = new Set<string>();
  walk(parse(message), (node) => {
    if (node.type !== LITERAL && node.type !== NUMBER_SIGN) names.add(node.value);
  });
  return [...names].sort();
};

/** The forms of each plural that writes its number; one that does not needs no more than singular and plural. */
export const countedForms = (message: string): readonly (readonly string[])[] => {
  const found: string[][] = [];
  walk(parse(message), (node) => {
    if (node.type !== PLURAL) return;
    const writesNumber = Object.values(node.options).some((option) => option.value.some(({ type }) => type === NUMBER_SIGN));
    if (writesNumber) found.push(Object.keys(node.options));
  });
  return found;
};
