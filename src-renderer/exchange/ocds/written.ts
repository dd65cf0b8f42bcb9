/** Absent instead of empty: what every part of a release is put together with. */

/** `{ [key]: value }`, or nothing when there is no value: for spreading into an object that must not say `null`. */
export const maybe = <Key extends string, Value>(key: Key, value: Value | null | undefined): { readonly [Name in Key]?: Value } =>
  (value === null || value === undefined || value === '' ? {} : { [key]: value } as { readonly [Name in Key]?: Value });

/** Text without surrounding spaces; empty when there is nothing to read in it. */
export const said = (text: string): string => text.trim();
