/**
 * Structured-clone values as one string, for the way between a page and this process. Playwright's own serialiser turns
 * buffers, maps and sets into `{}`. The functions here also run in the page, by their source text, so they use nothing
 * from outside themselves.
 */
export interface CloneCodec {
  encode(value: unknown): string;
  decode(text: string): unknown;
}

interface Base64 {
  to(bytes: Uint8Array): string;
  from(text: string): Uint8Array;
}

const makeCodec = (base64: Base64): CloneCodec => {
  type Tagged = { $: string; v?: unknown };
  const plainEntries = (source: object, convert: (value: unknown) => unknown): Record<string, unknown> =>
    Object.fromEntries(Object.entries(source).map(([key, value]) => [key, convert(value)]));

  const number = (value: number): unknown =>
    Number.isFinite(value) && !Object.is(value, -0) ? value : { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };

  const built = (value: object): Tagged | null => {
    if (value instanceof Date) return { $: 'date', v: value.getTime() };
    if (value instanceof Map) return { $: 'map', v: [...value].map((pair) => pair.map(pack)) };
    if (value instanceof Set) return { $: 'set', v: [...value].map(pack) };
    if (value instanceof Error) return { $: 'error', v: [value.name, value.message] };
    if (value instanceof ArrayBuffer) return { $: 'buffer', v: base64.to(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value)) {
      // A Node Buffer arrives in the page as a Uint8Array, as it does under Electron.
      if (!(value instanceof Uint8Array)) throw new Error('clone codec: only Uint8Array views are carried');
      return { $: 'bytes', v: base64.to(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
    }
    return null;
  };

  function pack(value: unknown): unknown {
    switch (typeof value) {
      case 'undefined': return { $: 'undefined' };
      case 'number': return number(value);
      case 'bigint': return { $: 'bigint', v: String(value) };
      case 'string':
      case 'boolean': return value;
      case 'object': break;
      case 'function':
      case 'symbol': throw new Error('An object could not be cloned.');
    }
    if (value === null) return null;
    if (Array.isArray(value)) return value.map(pack);
    return built(value as object) ?? { $: 'object', v: plainEntries(value as object, pack) };
  }

  function unpack(value: unknown): unknown {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(unpack);
    const { $: tag, v } = value as Tagged;
    switch (tag) {
      case 'undefined': return undefined;
      case 'number': return v === '-0' ? -0 : Number(v);
      case 'bigint': return BigInt(v as string);
      case 'date': return new Date(v as number);
      case 'map': return new Map((v as unknown[][]).map(([key, entry]) => [unpack(key), unpack(entry)]));
      case 'set': return new Set((v as unknown[]).map(unpack));
      case 'error': return Object.assign(new Error((v as string[])[1]), { name: (v as string[])[0] });
      case 'buffer': return base64.from(v as string).slice().buffer;
      case 'bytes': return base64.from(v as string).slice();
      case 'object': return plainEntries(v as object, unpack);
      default: throw new Error(`clone codec: ${tag}`);
    }
  }

  return { encode: (value) => JSON.stringify(pack(value)), decode: (text) => unpack(JSON.parse(text)) };
};

/** The codec in this process. */
export const nodeCodec = makeCodec({
  to: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  from: (text) => new Uint8Array(Buffer.from(text, 'base64')),
});

/** An expression that makes the codec in a page. */
export const pageCodec = `(${makeCodec.toString()})({ to: (bytes) => bytes.toBase64(), from: (text) => Uint8Array.fromBase64(text) })`;
