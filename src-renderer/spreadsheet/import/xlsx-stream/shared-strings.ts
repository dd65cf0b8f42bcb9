/** The texts that cells name by number (ISO/IEC 29500-1, 18.4.9). */
import { Stretches, type Items } from './stretches';
import { readStringItem } from './string-item';
import { TextPool } from './text-pool';
import { unfamiliar } from './unfamiliar';
import { nameCode, XmlCursor } from './xml-cursor';
import { xmlTags } from './xml-tags';

const ITEM = nameCode('si');
const TABLE = nameCode('sst');

class StringItems implements Items {
  readonly pool = new TextPool();
  private cursor = new XmlCursor('');

  begin(prefix: string, head: string): void {
    const open: string[] = [];
    for (const { name } of xmlTags(head, open)) if (name !== 'sst') throw unfamiliar('markup');
    this.cursor = new XmlCursor(prefix);
  }

  read(bytes: Uint8Array, from: number, to: number): number {
    const { cursor } = this;
    cursor.take(bytes, from, to);
    for (let tag = cursor.tag(); tag !== 0; tag = cursor.tag()) {
      if (tag === ITEM) readStringItem(cursor, this.pool, ITEM);
      else if (tag === -TABLE) {
        cursor.endOfTag();
        return cursor.at;
      } else throw unfamiliar('stringItem');
    }
    return -1;
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
