/** Hands the application to every component below. */
import { createContext, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Caiet, WorkspaceState } from '../../app/caiet';
import type { Project } from '../../domain/project';
import { withoutSealedPrices } from '../../domain/sealed-prices';

const CaietContext = createContext<Caiet | null>(null);

/** Put once, by the composition root, around the whole window. */
export const CaietProvider = ({ caiet, children }: { readonly caiet: Caiet; readonly children: ReactNode }) => (
  <CaietContext value={caiet}>{children}</CaietContext>
);

/** The application's commands. Throws outside `CaietProvider`, which is a defect. */
export const useCaiet = (): Caiet => {
  const caiet = useContext(CaietContext);
  if (caiet === null) throw new Error('useCaiet outside CaietProvider');
  return caiet;
};

/**
 * A part of the workspace, re-rendering when that part changes. The selector must return something the store holds
 * (or a plain value), never a fresh object.
 */
export const useWorkspace = <Part,>(selector: (state: WorkspaceState) => Part): Part => useStore(useCaiet().workspace, selector);

/** The open project, without prices that are still sealed: no screen can show what it does not have. Throws when there is none: screens that use it are mounted only while a project is open. */
export const useProject = (): Project => {
  const project = useWorkspace((state) => state.open?.project ?? null);
  if (project === null) throw new Error('useProject without an open project');
  return withoutSealedPrices(project);
};
