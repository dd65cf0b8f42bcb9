/** Exchange targets as the screens and the shell see them. */
import { useStore } from 'zustand';
import type { TargetsState, TargetView } from '../../app/targets/target-state';
import type { IncomingPackage } from '../../domain/ports/target-store';
import { useCaiet } from './caiet-context';

/** The selector returns something the store holds, never a fresh object. */
export const useTargets = <Part,>(selector: (state: TargetsState) => Part): Part => useStore(useCaiet().targets.state, selector);

/** What people call it: its own name once it is in use, else where it is. */
export const targetName = ({ record, connection }: TargetView): string => record?.identity.name ?? connection.location;

/** Packages that wait for a person. What was only listed and has gone away does not. */
export const waitingIn = ({ incoming }: TargetView): readonly IncomingPackage[] =>
  incoming.filter(({ state, gone }) => state !== 'done' && (state === 'fetched' || gone !== true));
