/** Puts names beside points so that no name covers another name or a point. */

export interface Point {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface LabelledPoint extends Point {
  readonly id: string;
  readonly label: string;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PlacedLabel {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  /** Baseline of the text. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface LabelMetrics {
  /** Mean advance of one character, and line height, in pixels. */
  readonly character: number;
  readonly line: number;
}

interface Candidate {
  readonly box: Box;
  readonly label: PlacedLabel;
}

const GAP = 5;

const overlaps = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const inside = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;

const boxOf = (point: Point): Box => ({
  left: point.x - point.radius - 1,
  top: point.y - point.radius - 1,
  right: point.x + point.radius + 1,
  bottom: point.y + point.radius + 1,
});

/** Beside the point first, then above and below it, then at its corners. */
const DIRECTIONS = [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [-1, -1], [1, 1], [-1, 1]] as const;

const candidateAt = (point: LabelledPoint, direction: readonly [number, number], metrics: LabelMetrics): Candidate => {
  const [dx, dy] = direction;
  const width = point.label.length * metrics.character;
  const diagonal = dx !== 0 && dy !== 0;
  const reach = point.radius + GAP;
  const x = point.x + dx * (diagonal ? reach * 0.7 : reach);
  const middle = point.y + dy * (reach + metrics.line / 2 - (diagonal ? GAP : 0));
  const anchor = dx === 0 ? 'middle' : dx > 0 ? 'start' : 'end';
  const left = dx === 0 ? x - width / 2 : dx > 0 ? x : x - width;
  return {
    box: { left, right: left + width, top: middle - metrics.line / 2, bottom: middle + metrics.line / 2 },
    label: { id: point.id, text: point.label, x, y: middle + metrics.line * 0.3, anchor },
  };
};

/**
 * Labels for as many points as fit, earlier points first, none over the `unnamed` ones. A point whose name fits nowhere stays unlabelled: the table
 * beside the chart names it, and an unreadable heap of names would help nobody.
 */
export const placeLabels = (points: readonly LabelledPoint[], unnamed: readonly Point[], frame: Box, metrics: LabelMetrics): readonly PlacedLabel[] => {
  const taken: Box[] = [...points, ...unnamed].map(boxOf);
  const placed: PlacedLabel[] = [];
  points.forEach((point, index) => {
    const own = taken[index];
    const free = DIRECTIONS.map((direction) => candidateAt(point, direction, metrics)).find(
      ({ box }) => inside(box, frame) && !taken.some((other) => other !== own && overlaps(box, other)),
    );
    if (free === undefined) return;
    taken.push(free.box);
    placed.push(free.label);
  });
  return placed;
};
