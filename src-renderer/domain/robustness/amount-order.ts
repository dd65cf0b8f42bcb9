/**
 * The order under price per quality point and under monetised quality. It is the evaluation's own comparison that is
 * asked, in exact fractions; floats only say quickly who is far enough apart not to need asking.
 */
import { compareStandings, type Compared, type Standing } from '../evaluation/comparison';
import type { AmountRule } from '../evaluation/result';
import type { DecimalString } from '../values';
import type { Lead, Order } from './order';
import { signedText } from './standing';

/** A contender's amount set against so many hundredths of a point. */
type Contender = (hundredths: number) => Compared;

/** Points of full quality, in hundredths. */
const FULL = 10_000;
/** Far above what floats lose, far below anything a person could tell apart; of figures of about a hundred. */
const SLACK = 1e-9;
/** What a float can hold without going beyond its range. */
const SAFE_BITS = 900n;

const size = (value: bigint): bigint => (value < 0n ? -value : value);
const largest = (values: readonly bigint[]): bigint => values.reduce((most, value) => (size(value) > most ? size(value) : most), 1n);

/** One whole number over a larger one. Discounted costs have hundreds of digits, so both are cut alike first. */
const ratio = (value: bigint, of: bigint): number => {
  const bits = BigInt(of.toString(16).length) * 4n;
  const cut = bits > SAFE_BITS ? bits - SAFE_BITS : 0n;
  return Number(value >> cut) / Number(of >> cut);
};

const standingOf = (contender: Contender, hundredths: number): Standing => contender(hundredths).standing ?? { numerator: 1n, denominator: 0n };

/** A contender's figure as a float of its hundredths, lower first, and the coefficients of its leads. */
interface Quick {
  readonly figures: (contender: number, hundredths: number) => number;
  readonly leadOver: Order['leadOver'];
}

/** price / points: one stands ahead when the other's price × its points exceed its price × the other's points. */
const pricePerPoint = (contenders: readonly Contender[]): Quick => {
  const amounts = contenders.map((each) => standingOf(each, 1).numerator);
  const prices = amounts.map((amount) => 100 * ratio(amount, largest(amounts)));
  const at = (contender: number): number => prices[contender] ?? 0;
  return {
    figures: (contender, hundredths) => (hundredths === 0 ? Infinity : at(contender) / hundredths),
    leadOver: (contender, other) => ({ own: at(other) / 100, rival: at(contender) / 100, constant: 0 }),
  };
};

/** price − worth × points: a straight line, the same slope for all. Over the common denominator of all figures. */
const lessWorth = (contenders: readonly Contender[]): Quick => {
  const prices = contenders.map((each) => standingOf(each, 0).numerator);
  const [first] = contenders;
  const worth = first === undefined ? 0n : (prices[0] ?? 0n) - standingOf(first, FULL).numerator;
  const whole = largest([...prices, worth]);
  const bases = prices.map((price) => 100 * ratio(price, whole));
  const perPoint = ratio(worth, whole);
  const at = (contender: number): number => bases[contender] ?? 0;
  return {
    figures: (contender, hundredths) => at(contender) - (perPoint * hundredths) / 100,
    leadOver: (contender, other): Lead => ({ own: perPoint, rival: perPoint, constant: at(other) - at(contender) }),
  };
};

const figureOf = (contender: Contender | undefined, hundredths: number): number | null => {
  const comparison = contender?.(hundredths).comparison;
  return comparison === undefined || !('figure' in comparison) ? null : (comparison.figure?.amount ?? null);
};

const textOf = (minorUnits: number | null): DecimalString | null => (minorUnits === null ? null : signedText(minorUnits));

/** `contenders` are complete bids: each has a standing for any points. */
export const amountOrder = (rule: AmountRule, contenders: readonly Contender[]): Order => {
  const quick = rule === 'pricePerQuality' ? pricePerPoint(contenders) : lessWorth(contenders);
  const exact = (contender: number, totals: Parameters<Order['leaders']>[0]): Standing => {
    const asked = contenders[contender];
    return asked === undefined ? { numerator: 1n, denominator: 0n } : standingOf(asked, totals[contender] ?? 0);
  };
  const leaders: Order['leaders'] = (totals) => {
    let lowest = Infinity;
    const figures = contenders.map((_, contender) => {
      const figure = quick.figures(contender, totals[contender] ?? 0);
      if (figure < lowest) lowest = figure;
      return figure;
    });
    const near = figures.flatMap((figure, contender) => (figure <= lowest + SLACK * Math.max(1, Math.abs(lowest)) ? [contender] : []));
    const [one, another] = near;
    if (one === undefined || another === undefined) return near;
    const standings = new Map(near.map((contender) => [contender, exact(contender, totals)]));
    const best = [...standings.values()].reduce((low, standing) => (compareStandings(standing, low) < 0 ? standing : low));
    return near.filter((contender) => compareStandings(standings.get(contender) ?? best, best) === 0);
  };
  return {
    unit: rule === 'pricePerQuality' ? 'moneyPerPoint' : 'money',
    leaders,
    places: (totals) => {
      const standings = contenders.map((_, contender) => exact(contender, totals));
      return standings.map((own) => 1 + standings.filter((other) => compareStandings(other, own) < 0).length);
    },
    figure: (contender, total) => textOf(figureOf(contenders[contender], total)),
    lead: (totals, contender) => {
      const others = totals.map((_, index) => index).filter((index) => index !== contender);
      const [best] = amountOrder(rule, others.flatMap((index) => contenders[index] ?? [])).leaders(others.map((index) => totals[index] ?? 0));
      const rival = best === undefined ? undefined : others[best];
      if (rival === undefined) return null;
      const [own, other] = [contender, rival].map((index) => figureOf(contenders[index], totals[index] ?? 0));
      return own === null || other === null || own === undefined || other === undefined ? null : signedText(other - own);
    },
    leadOver: quick.leadOver,
    among: (kept) => amountOrder(rule, kept.flatMap((index) => contenders[index] ?? [])),
  };
};
