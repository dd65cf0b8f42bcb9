/** The whole window: language and colours, start states, then bar, rail, screens, palette and messages. */
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { HostApi, HostInfo, MenuCommand } from '../../src-main/bridge/host-api';
import type { Caiet } from '../app/caiet';
import type { RulePack } from '../domain/rule-pack';
import { createTranslator, type CatalogueName } from '../i18n/translator';
import { CaietProvider, useCaiet, useWorkspace } from './context/caiet-context';
import { ConcurrentRouter, useOnTheWay, useVisit } from './context/concurrent-location';
import { HostInfoProvider } from './context/host-info';
import { LanguageProvider, useT } from './context/language';
import { OutgoingProvider, useSend } from './context/outgoing';
import { PackageReviewProvider } from './context/package-review';
import { IMPORT_PACKAGE, NEW_PROJECT, PROJECTS, SETTINGS } from './context/routes';
import { RulePackProvider } from './context/rule-pack';
import { RunProvider } from './context/run';
import { saveOpen } from './context/save-open';
import { SoughtRecordProvider } from './context/sought-record';
import { useTheme } from './context/theme';
import { useAnnouncerWithoutHtml } from './shell/announcer';
import { Bar } from './shell/bar';
import { CrashBoundary } from './shell/crash-boundary';
import { Drawer } from './shell/drawer';
import { Notices } from './shell/notices';
import { Palette } from './shell/palette';
import { usePaletteActs } from './shell/palette-acts';
import { Rail } from './shell/rail';
import { ReadOnlyBanner } from './shell/read-only-banner';
import { Screens } from './shell/screens';
import { useShortcuts } from './shell/shortcuts';
import { Opening, Recovery, Refused } from './shell/start-screens';

export interface AppWindowProps {
  readonly caiet: Caiet;
  readonly rulePack: RulePack;
  readonly hostInfo: HostInfo;
  readonly onMenu: HostApi['onMenu'];
  /** Overrides the person's language; tests use it to mark every message. */
  readonly catalogue?: CatalogueName;
}

/** Apart from what is in it, which is not drawn again when another place is on its way. */
const Main = ({ children }: { readonly children: ReactNode }) => <main id="main" className="main" tabIndex={-1} aria-busy={useOnTheWay()}>{children}</main>;

const Frame = ({ onMenu }: Pick<AppWindowProps, 'onMenu'>) => {
  const t = useT();
  const send = useSend();
  const caiet = useCaiet();
  const [location, navigate] = useLocation();
  const [isFinding, setFinding] = useState(false);
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const act = usePaletteActs();
  const visit = useVisit();
  const closeDrawer = useCallback(() => setDrawerOpen(false), []);

  // The list is about all projects: none stays open behind it, so that undo there cannot change what is not in sight.
  useEffect(() => {
    if (location === PROJECTS || location === NEW_PROJECT) caiet.projects.close();
  }, [caiet, location]);

  const carryOut = useCallback((command: MenuCommand): void => {
    switch (command) {
      case 'undo': return caiet.undo();
      case 'redo': return caiet.redo();
      case 'palette': return setFinding(true);
      case 'settings': return navigate(SETTINGS);
      case 'import-package': return navigate(IMPORT_PACKAGE);
      case 'export-package': return send((watched) => saveOpen(caiet, watched));
    }
  }, [caiet, navigate, send]);
  useShortcuts(carryOut, onMenu);

  return (
    <div className="app">
      <a className="skip" href="#main" onClick={(event) => { event.preventDefault(); document.getElementById('main')?.focus(); }}>{t('app.skip')}</a>
      <Bar onFind={() => setFinding(true)} onMenu={() => setDrawerOpen(true)} />
      <div className="rail"><Rail /></div>
      <Main>
        <ReadOnlyBanner />
        <CrashBoundary place={location}><Screens key={visit} /></CrashBoundary>
      </Main>
      <Drawer isOpen={isDrawerOpen} onClose={closeDrawer} />
      <Palette isOpen={isFinding} onClose={() => setFinding(false)} onAct={act} />
      <Notices />
    </div>
  );
};

const Started = ({ onMenu }: Pick<AppWindowProps, 'onMenu'>) => {
  const start = useWorkspace((state) => state.start);
  switch (start.status) {
    case 'starting': return <Opening />;
    case 'refused': return <Refused problem={start.problem} />;
    case 'recovery': return <><Recovery offer={start.offer} /><Notices /></>;
    case 'ready': return <Frame onMenu={onMenu} />;
  }
};

/** Romanian until the person chooses otherwise: much of the country's Windows speaks English to people who do not. */
const Localised = ({ onMenu, catalogue }: Pick<AppWindowProps, 'onMenu' | 'catalogue'>) => {
  const locale = useWorkspace((state) => state.settings.locale);
  const name = catalogue ?? locale ?? 'ro';
  const translator = useMemo(() => createTranslator(name), [name]);
  useTheme(useWorkspace((state) => state.settings.theme));
  useAnnouncerWithoutHtml();
  return (
    <LanguageProvider translator={translator}>
      <CrashBoundary place=""><Started onMenu={onMenu} /></CrashBoundary>
    </LanguageProvider>
  );
};

export const AppWindow = ({ caiet, rulePack, hostInfo, onMenu, catalogue }: AppWindowProps) => (
  <CaietProvider caiet={caiet}>
    <HostInfoProvider info={hostInfo}>
      <RulePackProvider rulePack={rulePack}>
        <RunProvider>
          <OutgoingProvider>
            <PackageReviewProvider>
              <SoughtRecordProvider>
                <ConcurrentRouter>
                  <Localised onMenu={onMenu} {...(catalogue === undefined ? {} : { catalogue })} />
                </ConcurrentRouter>
              </SoughtRecordProvider>
            </PackageReviewProvider>
          </OutgoingProvider>
        </RunProvider>
      </RulePackProvider>
    </HostInfoProvider>
  </CaietProvider>
);
