import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../../src-renderer/ui');

/** Attributes a person reads or hears. */
const SPOKEN = new Set(['label', 'title', 'placeholder', 'alt', 'aria-label', 'aria-description', 'description', 'tooltip', 'lede', 'heading', 'confirmLabel', 'submitLabel', 'detail', 'unit', 'error', 'body']);
const hasLetters = (text: string): boolean => /\p{L}{2,}/u.test(text);

/** Names of keys are the same in every language. */
const isKeyName = (node: ts.Node): boolean => ts.isJsxElement(node.parent) && node.parent.openingElement.tagName.getText() === 'kbd';

/** Words written into the markup instead of the catalogues, as `line: text`. */
export const hardCodedText = (source: string): string[] => {
  const file = ts.createSourceFile('screen.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, text: string): void => {
    found.push(`${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasLetters(node.text) && !isKeyName(node)) note(node, node.text);
    if (ts.isJsxExpression(node) && node.expression !== undefined && ts.isStringLiteralLike(node.expression) && !ts.isJsxAttribute(node.parent) && hasLetters(node.expression.text)) note(node, node.expression.text);
    if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText()) && node.initializer !== undefined) {
      const value = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
      if (value !== undefined && ts.isStringLiteralLike(value) && hasLetters(value.text)) note(node, value.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};

describe('words on the screen', () => {
  it('are found when they are written into the markup', () => {
    expect(hardCodedText('const A = () => <p title="Salvat acum">Proiecte <b>{"noi"}</b><kbd>Ctrl K</kbd> {t("x")}</p>;')).toHaveLength(3);
  });

  it('all come from the catalogues', () => {
    const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));
    const offences = files.flatMap((name) => hardCodedText(readFileSync(path.join(ROOT, name), 'utf8')).map((text) => `${name}:${text}`));
    expect(files.length).toBeGreaterThan(20);
    expect(offences).toEqual([]);
  });
});
