/** The tags of a small part, one after the other. Sheets and shared strings are read as bytes instead, see `xml-cursor.ts`. */
import { unfamiliar } from './unfamiliar';
import { xmlText } from './xml-text';

export interface XmlTag {
  /** Without its prefix. */
  readonly name: string;
  /** `x` of `<x:sheet>`; empty for none. */
  readonly prefix: string;
  readonly closing: boolean;
  /** `<x/>`: opened and closed at once. */
  readonly empty: boolean;
  /** Value by name without prefix; undefined when the tag has no such attribute. */
  readonly attribute: (name: string) => string | undefined;
}

/** XML allows more in names than SpreadsheetML ever uses. */
const TAG = /<\/(?:([A-Za-z][A-Za-z\d]*):)?([A-Za-z][A-Za-z\d]*)>|<(?:([A-Za-z][A-Za-z\d]*):)?([A-Za-z][A-Za-z\d]*)((?:\s(?:[A-Za-z][A-Za-z\d]*:)?[A-Za-z][A-Za-z\d]*=(?:"[^"<>]*"|'[^'<>]*'))*)\s*(\/?)>|<\?[^]*?\?>|<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>/y;
const ATTRIBUTE = /\s(?:[A-Za-z][A-Za-z\d]*:)?([A-Za-z][A-Za-z\d]*)=(?:"([^"]*)"|'([^']*)')/g;

const attributesOf = (written: string): Map<string, string> => {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of written.matchAll(ATTRIBUTE)) {
    if (attributes.has(name)) throw unfamiliar('markup');
    attributes.set(name, xmlText(double ?? single ?? ''));
  }
  return attributes;
};

const opened = ({ prefix, name }: XmlTag): string => (prefix === '' ? name : `${prefix}:${name}`);

/**
 * The tags of a piece of XML; text between them is passed over. `open` are the elements that are open before it, outermost
 * first, and afterwards those that are open behind it. Throws `UnfamiliarWorkbook` for anything not well formed.
 */
export function* xmlTags(xml: string, open: string[]): Generator<XmlTag> {
  for (let at = xml.indexOf('<'); at >= 0; ) {
    TAG.lastIndex = at;
    const found = TAG.exec(xml);
    if (found === null) throw unfamiliar('markup');
    at = xml.indexOf('<', TAG.lastIndex);
    const [, closedPrefix = '', closed, openedPrefix = '', begun, written = '', empty] = found;
    const name = closed ?? begun;
    if (name === undefined) continue;
    const closing = closed !== undefined;
    const tag: XmlTag = { name, prefix: closing ? closedPrefix : openedPrefix, closing, empty: empty === '/', attribute: (wanted) => attributesOf(written).get(wanted) };
    if (tag.closing && open.pop() !== opened(tag)) throw unfamiliar('markup');
    if (!tag.closing && !tag.empty) open.push(opened(tag));
    yield tag;
  }
}

/** The tags of a whole part, whose root is named `root`. */
export function* partTags(xml: string, root: string): Generator<XmlTag> {
  const open: string[] = [];
  let first: string | null = null;
  for (const tag of xmlTags(xml, open)) {
    first ??= tag.name;
    if (first !== root) throw unfamiliar('markup');
    yield tag;
  }
  if (first === null || open.length > 0) throw unfamiliar('markup');
}

/** Part names in XML are addresses: `/xl/worksheets/sheet1.xml`, or relative to the part that names them. */
export const resolvePart = (base: string, target: string): string => {
  const segments = target.startsWith('/') ? [] : base.split('/').slice(0, -1);
  for (const segment of target.replace(/^\//, '').split('/')) {
    if (segment === '' || segment === '.') throw unfamiliar('package');
    if (segment === '..') segments.pop();
    else segments.push(segment);
  }
  return segments.join('/');
};
