import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceWeights } from '../../../src-renderer/domain/balance-weights';
import { addDays, compareDates, daysBetween, isCivilDate } from '../../../src-renderer/domain/civil-date';
import { isCui } from '../../../src-renderer/domain/cui';
import { decimal, plainDecimal, roundHalfUp, sum } from '../../../src-renderer/domain/exact';
import { foldText } from '../../../src-renderer/domain/fold-text';
import { addMoney, compareMoney, MAX_AMOUNT, minorUnits, moneyText, parseMoney } from '../../../src-renderer/domain/money';
import { inOrder, isPosition, positionBetween } from '../../../src-renderer/domain/position';

const decimalText = fc.tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.stringMatching(/^\d{0,12}$/)).map(([minus, whole, decimals]) => `${minus ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`);

describe('exact decimals', () => {
  it('keep their value through text', () => {
    fc.assert(fc.property(decimalText, (text) => {
      const again = plainDecimal(decimal(text));
      expect(decimal(again).equals(decimal(text))).toBe(true);
      expect(again).toMatch(/^-?(0|[1-9]\d*)(\.\d+)?$/);
    }));
  });

  it.each([['0.005', '0.01'], ['0.0049999999999999999999', '0.00'], ['2.675', '2.68'], ['1.005', '1.01'], ['-0.001', '0.00'], ['12', '12.00'], ['-2.345', '-2.35']])('round %s half up to %s', (text, rounded) => {
    expect(roundHalfUp(decimal(text), 2)).toBe(rounded);
  });

  it.each(['1e3', '1,5', '', ' 1', 'NaN', '+1', '01', '.5'])('refuse %j', (text) => {
    expect(() => decimal(text)).toThrow('decimal.invalid');
  });
});

describe('money', () => {
  const currency = fc.constantFrom('RON', 'EUR', 'JPY', 'KWD', 'HUF', 'BGN');

  it('survives the way through text', () => {
    fc.assert(fc.property(fc.integer({ min: -MAX_AMOUNT, max: MAX_AMOUNT }), currency, (amount, code) => {
      const money = { amount: amount === 0 ? 0 : amount, currency: code };
      expect(parseMoney(moneyText(money), code)).toEqual(money);
    }));
  });

  it.each([['1234.56', 'RON', 123456], ['0.05', 'EUR', 5], ['-0.50', 'RON', -50], ['1500', 'JPY', 1500], ['1.5', 'KWD', 1500], ['2.500', 'RON', 250], ['-0', 'RON', 0]])('reads %s %s', (text, code, amount) => {
    expect(parseMoney(text, code)).toEqual({ amount, currency: code });
  });

  it.each([['1.005', 'RON', 'money.tooPrecise'], ['1.5', 'JPY', 'money.tooPrecise'], ['1,50', 'RON', 'money.invalid'], ['12', 'lei', 'money.invalid'], ['1e9', 'RON', 'money.invalid'], ['1000000000000', 'RON', 'money.tooLarge'], [`${'9'.repeat(400)}`, 'RON', 'money.tooLarge']])('refuses %s %s', (text, code, problem) => {
    expect(() => parseMoney(text, code)).toThrow(problem);
  });

  it('never mixes currencies', () => {
    const [lei, euro] = [parseMoney('1', 'RON'), parseMoney('1', 'EUR')];
    expect(() => addMoney(lei, euro)).toThrow('money.currenciesDiffer');
    expect(() => compareMoney(lei, euro)).toThrow('money.currenciesDiffer');
    expect(addMoney(lei, parseMoney('0.01', 'RON'))).toEqual({ amount: 101, currency: 'RON' });
    expect(minorUnits('HUF')).toBe(2);
  });
});

describe('civil dates', { timeout: 60_000 }, () => {
  // An oracle with a clock and zones is fine here, as long as it stays in UTC.
  const utcOracle = (date: string, days: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const date = fc.date({ min: new Date('1600-01-01T00:00:00Z'), max: new Date('2400-12-31T00:00:00Z'), noInvalidDate: true }).map((value) => value.toISOString().slice(0, 10));

  it('add days as the calendar does', () => {
    fc.assert(fc.property(date, fc.integer({ min: -100_000, max: 100_000 }), (from, days) => {
      expect(addDays(from, days)).toBe(utcOracle(from, days));
      expect(daysBetween(from, addDays(from, days))).toBe(days);
      expect(Math.sign(compareDates(addDays(from, days), from))).toBe(Math.sign(days));
    }), { numRuns: 2000 });
  });

  it.each([['2024-02-29', true], ['2026-02-29', false], ['1900-02-29', false], ['2000-02-29', true], ['2026-13-01', false], ['2026-04-31', false], ['2026-00-10', false], ['2026-4-1', false], ['', false]])('%s exists: %s', (text, exists) => {
    expect(isCivilDate(text)).toBe(exists);
  });

  it('refuse a day that does not exist', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow('date.invalid');
  });
});

describe('folded text', { timeout: 60_000 }, () => {
  it.each([['  Ştefan   ȚEPEȘ ', 'stefan tepes'], ['Şţ', 'st'], ['Øster Łódź', 'oster lodz'], ['Straße', 'strasse'], ['Đurđa', 'durda'], ['Ș\u0327', 's'], ['İstanbul', 'istanbul'], ['SC\u00a0Lămpi\tSRL', 'sc lampi srl']])('reads %j as %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('is done once and for all, and makes cedilla and comma the same', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const folded = foldText(text);
      expect(foldText(folded)).toBe(folded);
      expect(foldText(text.replaceAll('ș', 'ş').replaceAll('Ț', 'Ţ'))).toBe(foldText(text));
    }), { numRuns: 2000 });
  });
});

describe('positions', () => {
  it('always leave room, and inOrder follows them', () => {
    fc.assert(fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 }), (places) => {
      const order: { id: string; position: string }[] = [];
      for (const [index, place] of places.entries()) {
        const at = place % (order.length + 1);
        order.splice(at, 0, { id: `r${index}`, position: positionBetween(order[at - 1]?.position ?? null, order[at]?.position ?? null) });
      }
      const shuffled = Object.fromEntries(order.toSorted((left, right) => (left.id < right.id ? 1 : -1)).map((each) => [each.id, each]));
      expect(inOrder(shuffled).map(({ id }) => id)).toEqual(order.map(({ id }) => id));
      expect(order.every(({ position }) => isPosition(position))).toBe(true);
    }));
  });

  it('settle the same place by id and refuse what is none', () => {
    expect(inOrder({ b: { id: 'b', position: 'a0' }, a: { id: 'a', position: 'a0' } }).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(positionBetween('a0', 'a0')).toBe('a0');
    expect(isPosition('zzz first')).toBe(false);
    expect(() => positionBetween('zzz first', null)).toThrow('position.invalid');
  });
});

describe('balanced weights', () => {
  const weight = fc.oneof(fc.integer({ min: -5, max: 300 }).map(String), fc.stringMatching(/^[1-9]\d{0,2}\.\d{1,5}$/));

  it('sum to exactly 100 with two decimals at most, in the given order of size', () => {
    fc.assert(fc.property(fc.array(weight, { minLength: 1, maxLength: 40 }), (weights) => {
      const balanced = balanceWeights(weights).map(decimal);
      expect(plainDecimal(sum(balanced))).toBe('100');
      for (const each of balanced) expect(each.decimalPlaces()).toBeLessThanOrEqual(2);
      const allZero = weights.every((text) => decimal(text).lessThanOrEqualTo(0));
      for (const [index, each] of balanced.entries()) {
        const given = decimal(weights[index] ?? '0');
        if (!allZero && given.lessThanOrEqualTo(0)) expect(each.isZero()).toBe(true);
        for (const [other, its] of balanced.entries()) if (given.greaterThan(decimal(weights[other] ?? '0'))) expect(each.greaterThanOrEqualTo(its)).toBe(true);
      }
    }));
  });

  it.each([[['1', '1', '1'], ['33.34', '33.33', '33.33']], [['40', '60'], ['40', '60']], [['0', '0'], ['50', '50']], [['20', '20', '10'], ['40', '40', '20']], [[], []]])('of %j are %j', (weights, balanced) => {
    expect(balanceWeights(weights)).toEqual(balanced);
  });
});

describe('the Romanian fiscal code', () => {
  // 14399840 and 18547290 are examples printed in the documentation of other validators.
  it.each([['14399840', true], ['18547290', true], ['18547291', false], ['1', false], ['012345', false], ['RO14399840', false], ['12345678901', false], ['', false]])('%s is one: %s', (text, valid) => {
    expect(isCui(text)).toBe(valid);
  });

  it('no longer fits when any one digit is changed', () => {
    const digits = '14399840';
    for (let at = 0; at < digits.length; at += 1) {
      for (const other of '123456789') {
        const changed = digits.slice(0, at) + other + digits.slice(at + 1);
        // Remainder ten and remainder zero share the check digit 0, so some changes of one digit stay unseen there.
        if (changed !== digits && changed.at(-1) !== '0') expect(isCui(changed)).toBe(false);
      }
    }
  });
});
