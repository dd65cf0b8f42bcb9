/** Files on their way out that no screen shows: asked for in the menu, in the palette, or where there is no room for a bar. */
import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react';
import type { Watched } from '../../exchange/package-desk';
import { useRun } from './run';

export interface Sending {
  readonly key: number;
  /** 0 to 1; null until something is known. */
  readonly fraction: number | null;
  readonly stop: () => void;
}

type Make = (watched: Watched) => Promise<unknown>;

type Send = (make: Make) => void;

/** Two, so that who only sends is not drawn again at every per cent. */
const SendContext = createContext<Send | null>(null);
const UnderWayContext = createContext<readonly Sending[]>([]);

export const OutgoingProvider = ({ children }: { readonly children: ReactNode }) => {
  const run = useRun();
  const [underWay, setUnderWay] = useState<readonly Sending[]>([]);
  const next = useRef(0);
  const send = useCallback<Send>((make) => {
    const key = (next.current += 1);
    const stopper = new AbortController();
    const onProgress = (fraction: number): void => setUnderWay((all) => all.map((each) => (each.key === key ? { ...each, fraction } : each)));
    setUnderWay((all) => [...all, { key, fraction: null, stop: () => stopper.abort() }]);
    run(async () => {
      try {
        await make({ signal: stopper.signal, onProgress });
      } catch (thrown) {
        // Whoever stopped it knows that nothing was written.
        if (!stopper.signal.aborted) throw thrown;
      } finally {
        setUnderWay((all) => all.filter((each) => each.key !== key));
      }
    });
  }, [run]);
  return <SendContext value={send}><UnderWayContext value={underWay}>{children}</UnderWayContext></SendContext>;
};

/** Starts making a file; it is shown in the corner while it takes long, with a stop. */
export const useSend = (): Send => {
  const send = useContext(SendContext);
  if (send === null) throw new Error('useSend outside OutgoingProvider');
  return send;
};

export const useOutgoing = (): readonly Sending[] => useContext(UnderWayContext);
