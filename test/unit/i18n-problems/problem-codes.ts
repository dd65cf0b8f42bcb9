/** Every problem code of the sources, with the data it is thrown with, read from the syntax trees. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { ro } from '../../../src-renderer/i18n/ro';

export interface CodeUse {
  readonly code: string;
  readonly file: string;
  /** Names of the data that can be read here; null when none can (a variable). */
  readonly data: readonly string[] | null;
  /** More data comes from a spread. */
  readonly isOpen: boolean;
}

const ROOT = path.resolve(import.meta.dirname, '../../..');
const FOLDERS = ['src-renderer/domain', 'src-renderer/exchange', 'src-renderer/app', 'src-renderer/storage', 'src-renderer/spreadsheet', 'src-renderer/host', 'src-main'];
const CODE = /^[a-z][A-Za-z]*\.[a-zA-Z0-9]+$/;
const CODE_UNION = /(?:ProblemCode|HostErrorCode)$/;
const DATA_COMMENT = /data: \{([^}]*)\}/;

const sources = (): ts.SourceFile[] =>
  FOLDERS.flatMap((folder) => readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('demo'))
    .map((name) => path.join(ROOT, folder, name)))
    .map((file) => ts.createSourceFile(path.relative(ROOT, file), readFileSync(file, 'utf8'), ts.ScriptTarget.ESNext, true));

const walk = (node: ts.Node, visit: (node: ts.Node) => void): void => {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
};

/** What has the form of a code and is none: names of files and of other messages. */
const NO_CODE = /\.(?:jsonl?|zip|txt|[cm]?[jt]s|html|xml|css)$/;
const isCodeText = (text: string): boolean => CODE.test(text) && !NO_CODE.test(text) && !Object.hasOwn(ro, text);

const isCode = (node: ts.Node | undefined): node is ts.StringLiteral => node !== undefined && ts.isStringLiteral(node) && isCodeText(node.text);

/** One code, or the two of `a ? 'x.y' : 'x.z'`. */
const codesIn = (node: ts.Node): readonly string[] => {
  if (isCode(node)) return [node.text];
  return ts.isConditionalExpression(node) ? [...codesIn(node.whenTrue), ...codesIn(node.whenFalse)] : [];
};

const keysOf = (literal: ts.ObjectLiteralExpression): readonly string[] =>
  literal.properties.flatMap((property) => (property.name === undefined ? [] : [property.name.getText().replaceAll("'", '')]));

const isOpenLiteral = (literal: ts.ObjectLiteralExpression | undefined): boolean => literal?.properties.some(ts.isSpreadAssignment) ?? false;

/** `fail('a.b', {x})` and its like: the first object after the code is its data; a call without one has none. */
const ofCall = (call: ts.CallExpression, file: string): CodeUse[] => {
  const index = call.arguments.findIndex((argument) => codesIn(argument).length > 0);
  const found = call.arguments[index];
  if (found === undefined) return [];
  const rest = call.arguments.slice(index + 1);
  const literal = rest.find(ts.isObjectLiteralExpression);
  const isOpaque = literal === undefined && rest.some((argument) => ts.isIdentifier(argument));
  const data = literal === undefined ? (isOpaque ? null : []) : keysOf(literal);
  // The JSON reader adds where it was reading.
  const place = call.expression.getText() === 'this.refuse' ? ['line', 'column'] : [];
  return codesIn(found).map((code) => ({ code, file, data: data === null ? null : [...data, ...place], isOpen: isOpenLiteral(literal) }));
};

/** `{ severity, code: 'a.b', data: {x} }` */
const ofLiteral = (literal: ts.ObjectLiteralExpression, file: string): CodeUse[] => {
  const initializer = (name: string): ts.Expression | undefined => {
    const property = literal.properties.find((each) => each.name?.getText() === name);
    return property !== undefined && ts.isPropertyAssignment(property) ? property.initializer : undefined;
  };
  const code = initializer('code');
  if (!isCode(code) || !literal.properties.some((each) => each.name?.getText() === 'severity')) return [];
  const data = initializer('data');
  const written = data !== undefined && ts.isObjectLiteralExpression(data) ? data : undefined;
  return [{ code: code.text, file, data: written === undefined ? null : keysOf(written), isOpen: isOpenLiteral(written) }];
};

/** Members of `type …ProblemCode = 'a.b' // data: {x} | …`, with the comment on the member's line. */
const ofUnion = (alias: ts.TypeAliasDeclaration, file: string): CodeUse[] => {
  const found: CodeUse[] = [];
  walk(alias.type, (node) => {
    if (!ts.isLiteralTypeNode(node) || !ts.isStringLiteral(node.literal) || !isCodeText(node.literal.text)) return;
    const text = alias.getSourceFile().text;
    const following = /^[^|\n]*/.exec(text.slice(node.end))?.[0] ?? '';
    const comment = DATA_COMMENT.exec(following)?.[1];
    found.push({ code: node.literal.text, file, data: comment === undefined ? null : comment.split(',').map((name) => name.trim()), isOpen: false });
  });
  return found;
};

/** Every use of a problem code: where it is declared, thrown or told. */
export const problemCodeUses = (): readonly CodeUse[] =>
  sources().flatMap((source) => {
    const uses: CodeUse[] = [];
    walk(source, (node) => {
      if (ts.isTypeAliasDeclaration(node) && CODE_UNION.test(node.name.text)) uses.push(...ofUnion(node, source.fileName));
      else if (ts.isCallExpression(node)) uses.push(...ofCall(node, source.fileName));
      else if (ts.isObjectLiteralExpression(node)) uses.push(...ofLiteral(node, source.fileName));
      else if (ts.isVariableDeclaration(node) && node.name.getText().endsWith('_CODES') && node.initializer !== undefined) {
        walk(node.initializer, (inner) => {
          if (isCode(inner)) uses.push({ code: inner.text, file: source.fileName, data: null, isOpen: false });
        });
      }
    });
    return uses;
  });
