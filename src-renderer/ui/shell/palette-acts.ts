/** Carries out what was chosen in the palette. */
import { useLocation } from 'wouter';
import type { Watched } from '../../exchange/package-desk';
import { useCaiet } from '../context/caiet-context';
import { useTranslator } from '../context/language';
import { useSend } from '../context/outgoing';
import { NEW_PROJECT, projectHref } from '../context/routes';
import { useRun } from '../context/run';
import { useSoughtRecord } from '../context/sought-record';
import type { PaletteAct, PaletteCommand } from './palette-items';

export const usePaletteActs = (): ((act: PaletteAct) => void) => {
  const caiet = useCaiet();
  const run = useRun();
  const { locale } = useTranslator();
  const [, navigate] = useLocation();
  const { seek } = useSoughtRecord();

  const send = useSend();
  const sendProject = (make: (id: string, watched: Watched) => Promise<unknown>): void => {
    const open = caiet.workspace.getState().open;
    if (open !== null) send((watched) => make(open.project.id, watched));
  };
  const carryOut = (command: PaletteCommand): void => {
    switch (command) {
      case 'undo': return caiet.undo();
      case 'redo': return caiet.redo();
      case 'exportPackage': return sendProject((id, watched) => caiet.exchange.exportPackage([id], watched));
      case 'exportWorkbook': return sendProject((id, watched) => caiet.exchange.exportWorkbook(id, watched));
      case 'newProject': return navigate(NEW_PROJECT);
      case 'openDemo': return run(async () => navigate(projectHref(await caiet.projects.openDemo())));
      case 'openFinishedDemo': return run(async () => navigate(projectHref(await caiet.projects.openFinishedDemo(), 'decision')));
      case 'language': return caiet.changeSettings({ locale: locale === 'ro' ? 'en' : 'ro' });
      case 'theme.light': return caiet.changeSettings({ theme: 'light' });
      case 'theme.dark': return caiet.changeSettings({ theme: 'dark' });
      case 'theme.contrast': return caiet.changeSettings({ theme: 'contrast' });
      case 'theme.system': return caiet.changeSettings({ theme: 'system' });
    }
  };
  return (act) => {
    if ('command' in act) {
      carryOut(act.command);
      return;
    }
    seek(act.record === undefined ? null : { id: act.record, href: act.go });
    navigate(act.go);
  };
};
