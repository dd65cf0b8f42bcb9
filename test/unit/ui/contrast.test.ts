import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(path.resolve(import.meta.dirname, '../../../src-renderer/ui/styles/tokens.css'), 'utf8');

type Palette = Readonly<Record<string, string>>;

/** The colours of a block in light (0) and in dark (1). */
const colours = (block: string, side: 0 | 1): Palette =>
  Object.fromEntries([...block.matchAll(/--([a-z0-9-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(([, name = '', light = '', dark = '']) => [name, side === 0 ? light : dark]));

const blockOf = (selector: string): string => {
  const from = css.indexOf(`${selector} {`);
  return css.slice(from, css.indexOf('\n}', from));
};
const root = blockOf(':root');
const contrast = blockOf('[data-theme=contrast]');
const PALETTES: readonly (readonly [string, Palette])[] = [
  ['light', colours(root, 0)], ['dark', colours(root, 1)],
  ['contrast on white', { ...colours(root, 0), ...colours(contrast, 0) }], ['contrast on black', { ...colours(root, 1), ...colours(contrast, 1) }],
];

/** WCAG 2.2 relative luminance. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const ratio = (left: string, right: string): number => {
  const [light = 0, dark = 0] = [luminance(left), luminance(right)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const GROUNDS = ['paper', 'sheet', 'raised'];
const TEXT = [
  ...['ink', 'ink-2', 'ink-3', 'blue', 'green', 'amber', 'red'].flatMap((ink) => GROUNDS.map((ground) => [ink, ground] as const)),
  ['blue', 'blue-soft'], ['green', 'green-soft'], ['amber', 'amber-soft'], ['red', 'red-soft'], ['ink', 'blue-soft'], ['ink', 'amber-soft'], ['ink', 'red-soft'], ['ink', 'green-soft'],
  ['ink-2', 'green-soft'], ['ink-3', 'blue-soft'], ['on-blue', 'blue'], ['on-blue', 'blue-hover'], ['on-red', 'red'], ['on-red', 'red-hover'], ['blue-hover', 'blue-soft'], ['paper', 'ink'],
] as const;
const GRAPHICS = ['line-strong', 'focus', 'axis-cost', 'axis-change', 'margin'].flatMap((mark) => ['paper', 'sheet'].map((ground) => [mark, ground] as const));

const tooWeak = (palette: Palette, pairs: readonly (readonly [string, string])[], least: number): string[] =>
  pairs
    .map(([front, back]) => ({ name: `${front} on ${back}`, value: ratio(palette[front] ?? '#808080', palette[back] ?? '#808080') }))
    .filter(({ value }) => value < least)
    .map(({ name, value }) => `${name}: ${value.toFixed(2)}`);

describe.each(PALETTES)('colours, %s', (name, palette) => {
  it('are all there', () => {
    expect([...TEXT, ...GRAPHICS].flat().filter((token) => palette[token] === undefined)).toEqual([]);
  });

  it('let text be read (WCAG 2.2, 1.4.3 and, in high contrast, 1.4.6)', () => {
    expect(tooWeak(palette, TEXT, name.startsWith('contrast') ? 7 : 4.5)).toEqual([]);
  });

  it('let controls and charts be seen (WCAG 2.2, 1.4.11)', () => {
    expect(tooWeak(palette, GRAPHICS, 3)).toEqual([]);
  });
});
