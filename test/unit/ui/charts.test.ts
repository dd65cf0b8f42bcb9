import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inLines } from '../../../src-renderer/ui/charts/text-lines';
import { placeLabels, type Box, type PlacedLabel } from '../../../src-renderer/ui/charts/label-placement';
import { easyTicks, linearScale, roomFor } from '../../../src-renderer/ui/charts/scale';

describe('ticks', () => {
  it('are values people count in', () => {
    expect(easyTicks({ from: 0, to: 45 }, 5)).toEqual([0, 10, 20, 30, 40]);
    expect(easyTicks({ from: 0.1, to: 0.52 }, 5)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5]);
  });

  it('stay inside the axis, rise, and are never more than asked for plus one', () => {
    const interval = fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 1e-3, max: 1e6, noNaN: true }));
    fc.assert(fc.property(interval, fc.integer({ min: 2, max: 12 }), ([from, length], most) => {
      const to = from + length;
      const ticks = easyTicks({ from, to }, most);
      expect(ticks.length).toBeLessThanOrEqual(most + 1);
      ticks.forEach((tick, index) => {
        expect(tick).toBeGreaterThanOrEqual(from - length * 1e-6);
        expect(tick).toBeLessThanOrEqual(to + length * 1e-6);
        if (index > 0) expect(tick).toBeGreaterThan(ticks[index - 1]!);
      });
    }));
  });
});

describe('axes', () => {
  it('have room for a single value, and never leave their limits', () => {
    const room = roomFor([40], { from: 0, to: 45 });
    expect(room.from).toBeLessThan(40);
    expect(room.to).toBeGreaterThan(40);
    expect(roomFor([45], { from: 0, to: 45 }).to).toBe(45);
    expect(roomFor([], { from: 0, to: 45 })).toEqual({ from: 0, to: 45 });
  });

  it('map the ends of the domain to the ends of the range', () => {
    const scale = linearScale({ from: 10, to: 20 }, { from: 300, to: 0 });
    expect([scale(10), scale(15), scale(20)]).toEqual([300, 150, 0]);
    expect(linearScale({ from: 5, to: 5 }, { from: 0, to: 100 })(5)).toBe(50);
  });
});

describe('names beside points', () => {
  const frame: Box = { left: 0, top: 0, right: 400, bottom: 300 };
  const metrics = { character: 7, line: 16 };
  const boxOf = ({ x, y, anchor, text }: PlacedLabel): Box => {
    const width = text.length * metrics.character;
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    const middle = y - metrics.line * 0.3;
    return { left, right: left + width, top: middle - metrics.line / 2, bottom: middle + metrics.line / 2 };
  };
  const overlap = (a: Box, b: Box): boolean => a.left < b.right - 0.01 && b.left < a.right - 0.01 && a.top < b.bottom - 0.01 && b.top < a.bottom - 0.01;

  it('stand to the right when there is room, to the left at the edge', () => {
    const at = (x: number) => placeLabels([{ id: 'a', x, y: 100, radius: 6, label: 'Lumen' }], [], frame, metrics)[0]?.anchor;
    expect(at(100)).toBe('start');
    expect(at(395)).toBe('end');
  });

  it('never cover one another, a point or the frame', () => {
    const point = fc.record({ x: fc.integer({ min: 20, max: 380 }), y: fc.integer({ min: 20, max: 280 }), length: fc.integer({ min: 1, max: 12 }) });
    fc.assert(fc.property(fc.array(point, { minLength: 1, maxLength: 25 }), (drawn) => {
      const points = drawn.map(({ x, y, length }, index) => ({ id: String(index), x, y, radius: 6, label: 'n'.repeat(length) }));
      const labels = placeLabels(points, [], frame, metrics);
      labels.forEach((label, index) => {
        const box = boxOf(label);
        expect(box.left).toBeGreaterThanOrEqual(frame.left - 0.01);
        expect(box.right).toBeLessThanOrEqual(frame.right + 0.01);
        expect(labels.slice(index + 1).some((other) => overlap(box, boxOf(other)))).toBe(false);
        const others = points.filter(({ id }) => id !== label.id).map(({ x, y }): Box => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }));
        expect(others.some((other) => overlap(box, other))).toBe(false);
      });
    }));
  });
});

describe('lines of a name in a drawing', () => {
  it('break between words, and only what does not fit is cut', () => {
    expect(inLines('Prețul ofertei', 20, 2)).toEqual(['Prețul ofertei']);
    expect(inLines('Calitatea soluției și a planului de punere în funcțiune', 32, 2)).toEqual(['Calitatea soluției și a planului', 'de punere în funcțiune']);
    expect(inLines('unu doi trei patru', 8, 2)).toEqual(['unu doi', 'trei…']);
    expect(inLines('Interoperabilitatea', 8, 2)).toEqual(['Interop…']);
    expect(inLines('', 8, 2)).toEqual([]);
  });
});
