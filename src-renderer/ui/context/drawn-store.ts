/** Stores whose changes make whole screens appear. */
import { startTransition, useEffect, useState } from 'react';
import type { StoreApi } from 'zustand';

/**
 * The store's state. Each change is drawn as a transition: between frames, while what was there before stays. Zustand's
 * own hook draws at once, however much that is. Not for what a person is typing.
 */
export const useDrawnStore = <State>(store: Pick<StoreApi<State>, 'getState' | 'subscribe'>): State => {
  const [drawn, setDrawn] = useState(() => ({ store, state: store.getState() }));
  useEffect(() => {
    const draw = (): void => startTransition(() => setDrawn((before) => {
      const state = store.getState();
      return before.store === store && before.state === state ? before : { store, state };
    }));
    // It may have changed since it was drawn.
    draw();
    return store.subscribe(draw);
  }, [store]);
  return drawn.store === store ? drawn.state : store.getState();
};
