/** What differs between two long texts, shown without the rest of them. */
import { expect, test } from 'vitest';
import { changedParts, type TextPart } from '../../../src-renderer/ui/screens/exchange/text-parts';

const SENTENCE = 'Corpurile de iluminat se montează pe stâlpii existenți din cele patru sate ale comunei, cu telegestiune pe fiecare punct luminos.';
const LONG = Array.from({ length: 20 }, (_, index) => `${SENTENCE} ${index}.`).join(' ');

const of = (kind: TextPart['kind'], parts: readonly TextPart[] | undefined): string => (parts ?? []).filter((part) => part.kind === kind).map(({ value }) => value).join('|');

test('a change far behind the beginning is there to be seen, with a few words around it', () => {
  const parts = changedParts(LONG, LONG.replace('luminos. 17.', 'luminos, vara. 17.'));
  expect(of('added', parts)).toContain('vara');
  expect((parts ?? []).reduce((sum, { value }) => sum + value.length, 0)).toBeLessThan(200);
  expect(parts?.[0]?.value.startsWith('…')).toBe(true);
  expect(parts?.at(-1)?.value.endsWith('…')).toBe(true);
});

test('between two changes both ends of what is shared stay', () => {
  const parts = changedParts(LONG, LONG.replace('luminos. 2.', 'nou. 2.').replace('luminos. 15.', 'nou. 15.'));
  expect(of('removed', parts)).toBe('luminos|luminos');
  expect(of('added', parts)).toBe('nou|nou');
  expect(parts?.some(({ kind, value }) => kind === 'same' && / … /u.test(value))).toBe(true);
});

test.each([
  ['short', SENTENCE, SENTENCE.replace('patru', 'cinci')],
  ['of another matter', LONG, Array.from({ length: 60 }, () => 'Altceva cu totul, despre apă și canal').join('; ')],
  ['too long to be compared', LONG.repeat(5), `${LONG.repeat(5)} da`],
])('texts that are %s are shown each by itself', (_what, before, after) => {
  expect(changedParts(before, after)).toBeUndefined();
});
