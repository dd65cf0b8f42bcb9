/** A journal line too long to go over at once, as the side that writes it holds it: in memory, until all of it is there. */
import { HostError } from './host-error';

/** Longest line, in UTF-16 units: the largest package there may be. */
const MAX_LINE = 256 * 1024 * 1024;

export class HeldLine {
  private parts: string[] = [];
  private units = 0;

  /** Number 0 begins a line anew: whoever sent the parts before it is gone. Throws `host.failed` for one out of turn, `host.tooLarge`. */
  hold(part: number, text: string): void {
    if (part === 0) this.forget();
    if (part !== this.parts.length) throw this.refused('host.failed');
    if (this.units + text.length > MAX_LINE) throw this.refused('host.tooLarge');
    this.parts.push(text);
    this.units += text.length;
  }

  /** `lines`, the parts, and a line end where there is none; nothing is held afterwards. Throws `host.failed` when not exactly `parts` are held. */
  take(lines: string, parts: number): string[] {
    const held = parts === 0 ? [] : this.parts;
    if (held.length !== parts) throw this.refused('host.failed');
    this.forget();
    const texts = [lines, ...held];
    return texts.at(-1)?.endsWith('\n') === true ? texts : [...texts, '\n'];
  }

  private refused(code: 'host.failed' | 'host.tooLarge'): HostError {
    this.forget();
    return new HostError(code);
  }

  private forget(): void {
    this.parts = [];
    this.units = 0;
  }
}
