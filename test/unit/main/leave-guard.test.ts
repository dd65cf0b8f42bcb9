import { describe, expect, test } from 'vitest';
import { guardLeaving } from '../../../src-renderer/host/leave-guard';

/** Dispatches as a browser does: promise reactions run after each listener, before the next one. */
class Page {
  private readonly listeners = new Set<(event: Event) => void>();

  addEventListener(_type: string, listener: (event: never) => void): void {
    this.listeners.add(listener as (event: Event) => void);
  }

  removeEventListener(_type: string, listener: (event: never) => void): void {
    this.listeners.delete(listener as (event: Event) => void);
  }

  /** Whether the person was asked to stay. */
  async leave(): Promise<boolean> {
    const event = new Event('beforeunload', { cancelable: true });
    for (const listener of this.listeners) {
      listener(event);
      await new Promise((resolve) => { setImmediate(resolve); });
    }
    return event.defaultPrevented;
  }
}

const guarded = (listener: () => Promise<void>) => {
  const page = new Page();
  const release = guardLeaving(page as unknown as Window, listener);
  return { page, release };
};

describe('leaving the page', () => {
  test('asks nothing when nothing is pending', async () => {
    const { page } = guarded(async () => { await Promise.resolve(); });
    expect(await page.leave()).toBe(false);
  });

  test('asks while something is being saved, and no longer when it is', async () => {
    let saved = (): void => undefined;
    const saving = new Promise<void>((resolve) => { saved = resolve; });
    const { page } = guarded(() => saving);
    expect(await page.leave()).toBe(true);
    saved();
    expect(await page.leave()).toBe(false);
  });

  test('does not hold a person back because saving failed', async () => {
    const { page } = guarded(() => Promise.reject(new Error('full')));
    expect(await page.leave()).toBe(false);
  });

  test('asks nothing once the listener is gone', async () => {
    const { page, release } = guarded(() => new Promise(() => undefined));
    release();
    expect(await page.leave()).toBe(false);
  });
});
