import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../src-renderer/ui/context/format';
import { parseDecimalText } from '../../../src-renderer/ui/context/number-text';

describe('numbers as typed', () => {
  it.each([
    ['1.234,56', '1234.56'], ['1234,56', '1234.56'], ['1234.56', '1234.56'], ['12.50', '12.50'], ['1.234', '1234'], ['1 234,5', '1234.5'], ['1\u00A0234,5', '1234.5'],
    ['007', '7'], ['0', '0'], ['-0,0', '0.0'], ['−5', '-5'], ['+5', '5'], [',5', '0.5'],
  ])('in Romanian %s is %s', (text, expected) => {
    expect(parseDecimalText(text, 'ro-RO')).toBe(expected);
  });

  it.each([['1,234.56', '1234.56'], ['1,234', '1234'], ['12,50', '12.50'], ['.5', '0.5']])('in English %s is %s', (text, expected) => {
    expect(parseDecimalText(text, 'en-IE')).toBe(expected);
  });

  it.each(['', '-', '.', ',', '1,2,3', '12,34,56', '1.23.45', '1e5', 'abc', '12 lei', '1..2', '--1', '٣'])('%j is refused', (text) => {
    expect(parseDecimalText(text, 'ro-RO')).toBeNull();
  });

  it('reads back what it shows, digit by digit', () => {
    const digits = fc.stringMatching(/^(0|[1-9]\d{0,24})(\.\d{0,11}[1-9])?$/);
    fc.assert(fc.property(digits, fc.constantFrom('ro-RO', 'en-IE'), fc.boolean(), (text, tag, isNegative) => {
      const value = isNegative && text !== '0' ? `-${text}` : text;
      expect(parseDecimalText(createFormat(tag).number(value), tag)).toBe(value);
    }));
  });
});
