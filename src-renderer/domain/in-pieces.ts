/**
 * Large values in pieces, for a way that copies whatever it is given in one go, as between a window and its workers:
 * each piece is copied within a moment, and somebody else has a turn between any two of them.
 */

/** Where a piece belongs: names and numbers from the root inwards; `[]` is the root. */
type Place = readonly (string | number)[];

/** A part of a value: what lies at `at` (`is`), or members of the list or record that lies there already. */
export type Piece =
  | { readonly at: Place; readonly is: unknown }
  | { readonly at: Place; readonly items: readonly unknown[] }
  | { readonly at: Place; readonly members: readonly (readonly [string, unknown])[] };

/** A value and a text of a thousand characters weigh about as much: one. A piece of this weight is copied in one or two milliseconds. */
const MOST = 2_000;
const CHARACTERS = 1_000;

type Container = readonly unknown[] | Readonly<Record<string, unknown>>;

/** Lists and plain records are taken apart; anything else, bytes for example, is copied as it is. */
const isContainer = (value: unknown): value is Container => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
};

/** Of a value with everything in it; counts no further than beyond `most`. */
const weightOf = (value: unknown, most: number): number => {
  if (typeof value === 'string') return 1 + value.length / CHARACTERS;
  let weight = 1;
  if (!isContainer(value)) return weight;
  for (const member of Object.values(value)) {
    weight += weightOf(member, most - weight);
    if (weight > most) break;
  }
  return weight;
};

/** True for a value that needs no taking apart. */
export const isSmall = (value: unknown): boolean => weightOf(value, MOST) <= MOST;

const entriesOf = (container: Container): readonly (readonly [string | number, unknown])[] =>
  (Array.isArray(container) ? container.map((item, index) => [index, item] as const) : Object.entries(container));

const group = (container: Container, at: Place, entries: readonly (readonly [string | number, unknown])[]): Piece =>
  (Array.isArray(container) ? { at, items: entries.map(([, item]) => item) } : { at, members: entries as readonly (readonly [string, unknown])[] });

function* largeInPieces(value: Container, at: Place): Generator<Piece, void> {
  yield { at, is: Array.isArray(value) ? [] : {} };
  let together: (readonly [string | number, unknown])[] = [];
  let weight = 0;
  for (const [name, member] of entriesOf(value)) {
    const more = weightOf(member, MOST);
    if (together.length > 0 && weight + more > MOST) {
      yield group(value, at, together);
      together = [];
      weight = 0;
    }
    if (more > MOST && isContainer(member)) yield* largeInPieces(member, [...at, name]);
    else {
      together.push([name, member]);
      weight += more;
    }
  }
  if (together.length > 0) yield group(value, at, together);
}

/** The pieces of a value, in the order in which they are put together; one for a small value. The order of members stays. */
export function* inPieces(value: unknown): Generator<Piece, void> {
  if (isSmall(value) || !isContainer(value)) yield { at: [], is: value };
  else yield* largeInPieces(value, []);
}

/** A piece on its way. */
export interface Parcel {
  readonly piece: Piece;
  /** The value is whole with it. */
  readonly isLast: boolean;
}

/** The pieces of a value, as they are sent. */
export function* parcels(value: unknown): Generator<Parcel, void> {
  const pieces = inPieces(value);
  let piece = pieces.next();
  while (piece.done !== true) {
    const following = pieces.next();
    yield { piece: piece.value, isLast: following.done === true };
    piece = following;
  }
}

type Open = unknown[] | Record<string, unknown>;

/** An own member also where its name is `__proto__`. */
const put = (target: Open, name: string | number, value: unknown): void => {
  if (name === '__proto__') Object.defineProperty(target, name, { value, configurable: true, enumerable: true, writable: true });
  else (target as Record<string | number, unknown>)[name] = value;
};

/** Puts a value together again, piece by piece as they come. */
export class Assembly {
  private readonly root: unknown[] = [undefined];

  add(piece: Piece): void {
    const place = [0, ...piece.at];
    if ('is' in piece) {
      put(this.inside(place.slice(0, -1)), place.at(-1) ?? 0, piece.is);
      return;
    }
    const target = this.inside(place);
    if ('items' in piece) (target as unknown[]).push(...piece.items);
    else for (const [name, member] of piece.members) put(target, name, member);
  }

  get value(): unknown {
    return this.root[0];
  }

  private inside(place: Place): Open {
    let target: unknown = this.root;
    for (const name of place) target = (target as Record<string | number, unknown>)[name];
    return target as Open;
  }
}
