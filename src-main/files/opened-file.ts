/** A file the person chose, as main holds it until the window has taken all of it: what is read is what it was when it was chosen. */
import { FILE_PART_BYTES } from '../bridge/host-api';
import { HostError } from '../bridge/host-error';

const NOTHING: Uint8Array = new Uint8Array();

export class OpenedFile {
  private bytes: Uint8Array = NOTHING;
  private given = 0;

  forget(): void {
    this.bytes = NOTHING;
  }

  /** The first part of it; any file before it is forgotten. */
  begin(bytes: Uint8Array): Uint8Array {
    this.bytes = bytes;
    this.given = 0;
    return this.part();
  }

  /** The part from byte `from` on. Throws `host.failed` when that is not the one whose turn it is: it would be of another file. */
  next(from: number): Uint8Array {
    if (from === 0 || from !== this.given || from >= this.bytes.byteLength) throw new HostError('host.failed');
    return this.part();
  }

  /** A copy: a part of the whole would take all of it along on its way to the window. */
  private part(): Uint8Array {
    const part = this.bytes.slice(this.given, this.given + FILE_PART_BYTES);
    this.given += part.byteLength;
    if (this.given >= this.bytes.byteLength) this.forget();
    return part;
  }
}
