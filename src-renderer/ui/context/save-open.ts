/** The open project as the file it leaves as. */
import type { Caiet } from '../../app/caiet';
import type { Watched } from '../../exchange/package-desk';

/** Saves a whole project as a package, a received score sheet as the sheet to send back. Nothing happens while none is open. */
export const saveOpen = async ({ workspace, exchange, sheets }: Caiet, watched: Watched): Promise<void> => {
  const project = workspace.getState().open?.project;
  if (project === undefined) return;
  await (project.assignment === undefined ? exchange.exportPackage([project.id], watched) : sheets.sendBack(watched));
};
