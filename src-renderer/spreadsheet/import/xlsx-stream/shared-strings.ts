/** The texts that cells name by number (ISO/IEC 29500-1, 18.4.9). */
import { Stretches, type Items } from './stretches';
import { readPlainItem, readStringItem } from './string-item';
import { TextPool } from './text-pool';
import { unfamiliar } from './unfamiliar';
import { nameCode, XmlCursor } from './xml-cursor';
import { xmlTags } from './xml-tags';

const ITEM = nameCode('si');
const TABLE = nameCode('sst');

class StringItems implements Items {
  readonly pool = new TextPool();
  private cursor = new XmlCursor('');
  /** Without a prefix, most items are of one form. */
  private isPlain = false;

  begin(prefix: string, head: string): void {
    const open: string[] = [];
    for (const { name } of xmlTags(head, open)) if (name !== 'sst') throw unfamiliar('markup');
    this.cursor = new XmlCursor(prefix);
    this.isPlain = prefix === '';
  }

  read(bytes: Uint8Array, from: number, to: number): number {
    const { cursor } = this;
    cursor.take(bytes, from, to);
    for (;;) {
      if (this.isPlain) while (readPlainItem(cursor, this.pool));
      const tag = cursor.tag();
      if (tag === 0) return -1;
      if (tag === ITEM) readStringItem(cursor, this.pool, ITEM);
      else if (tag === -TABLE) {
        cursor.endOfTag();
        return cursor.at;
      } else throw unfamiliar('stringItem');
    }
  }
}

/** Text by number. `chunks` are the unpacked part. */
export const readSharedStrings = async (chunks: AsyncIterable<Uint8Array>): Promise<TextPool> => {
  const items = new StringItems();
  const stretches = new Stretches('sst', 'si', items);
  for await (const chunk of chunks) stretches.push(chunk);
  stretches.end();
  return items.pool;
};
