/** Equality of JSON values by content. A member that is `undefined` is the same as one that is absent. */

export type PlainObject = Readonly<Record<string, unknown>>;

/** An object that is descended into: not null, not an array. */
export const isPlainObject = (value: unknown): value is PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The member itself, never one inherited from `Object.prototype`: `toString` is a name an id may have. */
export const ownValue = <Value>(object: Readonly<Record<string, Value>>, key: string): Value | undefined => (Object.hasOwn(object, key) ? object[key] : undefined);

const sameMembers = (left: PlainObject, right: PlainObject): boolean => {
  for (const key of Object.keys(left)) if (!equalJson(left[key], ownValue(right, key))) return false;
  for (const key of Object.keys(right)) if (right[key] !== undefined && ownValue(left, key) === undefined) return false;
  return true;
};

/** True when both hold the same JSON, whatever the order of their keys. */
export const equalJson = (left: unknown, right: unknown): boolean => {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => equalJson(item, right[index]));
  }
  return isPlainObject(left) && isPlainObject(right) && sameMembers(left, right);
};
