import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../src-renderer/ui/context/format';

const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ');
const ro = createFormat('ro-RO');
const en = createFormat('en-IE');

describe('format', () => {
  it('writes lei as people do', () => {
    expect(plain(ro.money({ amount: 123456, currency: 'RON' }))).toBe('1.234,56 lei');
    expect(plain(en.money({ amount: 123456, currency: 'RON' }))).toBe('RON 1,234.56');
  });

  it('keeps every digit of amounts no float could hold with their decimals', () => {
    expect(plain(ro.money({ amount: 9007199254740991, currency: 'RON' }))).toBe('90.071.992.547.409,91 lei');
    expect(ro.number('12345678901234567890.123456789')).toBe('12.345.678.901.234.567.890,123456789');
  });

  it('has no decimals where the currency has none', () => {
    expect(plain(ro.amount({ amount: 1234, currency: 'JPY' }))).toBe('1.234');
  });

  it('takes per cent as per cent', () => {
    expect(plain(ro.percent('40'))).toMatch(/^40 ?%$/);
    expect(plain(en.percent('12.5'))).toBe('12.5%');
  });

  it('writes civil dates without a time zone', () => {
    expect(ro.date('2026-03-02')).toBe('02.03.2026');
    expect(en.date('2026-03-02')).toBe('02/03/2026');
  });

  it('sizes files in the unit that keeps them readable', () => {
    expect(plain(ro.bytes(1_500_000))).toBe('1,5 MB');
  });
});
