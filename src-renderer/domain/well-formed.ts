/**
 * Text that is not Unicode: half of a surrogate pair, as a field's length limit can leave behind when it cuts an emoji.
 * It has no UTF-8 and no canonical form (RFC 8785), so it is replaced by U+FFFD before it is stored.
 */
import type { Json } from './values';

/** The same value with every text well formed; the very same object when all of it already was. */
export const wellFormed = (value: Json): Json => {
  if (typeof value === 'string') return value.isWellFormed() ? value : value.toWellFormed();
  if (Array.isArray(value)) {
    const items = value.map(wellFormed);
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, item]): [string, Json] => [key, wellFormed(item)]);
  return entries.every(([key, item]) => item === value[key]) ? value : Object.fromEntries(entries);
};
