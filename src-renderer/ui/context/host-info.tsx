/** What the window runs in, for the screens that say so. */
import { createContext, useContext, type ReactNode } from 'react';
import type { HostInfo } from '../../../src-main/bridge/host-api';

const HostInfoContext = createContext<HostInfo | null>(null);

export const HostInfoProvider = ({ info, children }: { readonly info: HostInfo; readonly children: ReactNode }) => (
  <HostInfoContext value={info}>{children}</HostInfoContext>
);

/** Edition, version and platform. Throws outside `HostInfoProvider`, which is a defect. */
export const useHostInfo = (): HostInfo => {
  const info = useContext(HostInfoContext);
  if (info === null) throw new Error('useHostInfo outside HostInfoProvider');
  return info;
};
