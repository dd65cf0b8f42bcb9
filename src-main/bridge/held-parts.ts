/** What is too large to go over at once, as the side that writes it holds it: in memory, until all of it is there. */
import { MAX_OPEN_BYTES } from './host-api';
import { HostError } from './host-error';

/** Texts of a journal line, or bytes of a file. */
export class HeldParts<Part extends string | Uint8Array> {
  private parts: Part[] = [];
  private length = 0;

  /** Number 0 begins anew: whoever sent the parts before it is gone. Throws `host.failed` for one out of turn, `host.tooLarge`. */
  hold(number: number, part: Part): void {
    if (number === 0) this.forget();
    if (number !== this.parts.length) throw this.refused('host.failed');
    if (this.length + part.length > MAX_OPEN_BYTES) throw this.refused('host.tooLarge');
    this.parts.push(part);
    this.length += part.length;
  }

  /** `first`, then the parts; nothing is held afterwards. Throws `host.failed` when not exactly `count` are held, unless that is 0, and `host.tooLarge`. */
  take(first: Part, count: number): Part[] {
    const held = count === 0 ? [] : this.parts;
    if (held.length !== count) throw this.refused('host.failed');
    if (count > 0 && this.length + first.length > MAX_OPEN_BYTES) throw this.refused('host.tooLarge');
    this.forget();
    return [first, ...held];
  }

  private refused(code: 'host.failed' | 'host.tooLarge'): HostError {
    this.forget();
    return new HostError(code);
  }

  private forget(): void {
    this.parts = [];
    this.length = 0;
  }
}

/** With a line end where there is none. */
export const ended = (texts: readonly string[]): readonly string[] => (texts.at(-1)?.endsWith('\n') === true ? texts : [...texts, '\n']);
