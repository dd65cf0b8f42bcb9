/** The top of the window: where one is, whether it is saved, and the way to everything else. */
import { Menu, Search } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { Link } from 'wouter';
import { LOCALES } from '../../i18n/translator';
import { useCaiet, useWorkspace } from '../context/caiet-context';
import { useT, useTranslator } from '../context/language';
import { projectHref, PROJECTS } from '../context/routes';
import { IconButton } from '../primitives/icon-button';
import { Segmented } from '../primitives/segmented';
import { ExchangeIndicator } from './exchange-indicator';
import { SaveIndicator } from './save-indicator';
import { UndoButtons } from './undo-buttons';

const Crumb = () => {
  const t = useT();
  const project = useWorkspace((state) => state.open?.project ?? null);
  if (project === null) return <div className="bar-crumb" />;
  return (
    <div className="bar-crumb">
      <span className="bar-buyer">{project.buyer.name.trim() === '' ? t('app.unnamedBuyer') : project.buyer.name}</span>
      <span className="bar-slash" aria-hidden> / </span>
      <Link href={projectHref(project.id, 'about')} className="bar-project">{project.title.trim() === '' ? t('app.unnamedProject') : project.title}</Link>
    </div>
  );
};

const LanguageToggle = () => {
  const { t, locale } = useTranslator();
  const caiet = useCaiet();
  return (
    <Segmented
      label={t('app.language')} value={locale} onChange={(next) => caiet.changeSettings({ locale: next })}
      options={LOCALES.map((id) => ({ id, label: id.toUpperCase(), spoken: t(`app.language.${id}`), lang: id }))}
    />
  );
};

export interface BarProps {
  readonly onFind: () => void;
  readonly onMenu: () => void;
}

export const Bar = ({ onFind, onMenu }: BarProps) => {
  const t = useT();
  const hasProject = useWorkspace((state) => state.open !== null);
  return (
    <header className="bar">
      <div className="bar-menu"><IconButton icon={Menu} label={t('app.menu')} onPress={onMenu} /></div>
      <Link href={PROJECTS} className="brand" aria-label={t('app.home')}><span className="brand-mark" aria-hidden /><span className="brand-name">{t('app.name')}</span></Link>
      <Crumb />
      {hasProject ? <UndoButtons /> : null}
      {hasProject ? <SaveIndicator /> : null}
      <ExchangeIndicator />
      <AriaButton className="bar-find" aria-label={t('app.find')} aria-keyshortcuts="Control+K" onPress={onFind}>
        <Search size={16} aria-hidden />
        <span className="bar-find-text">{t('app.find')}</span>
        <kbd aria-hidden>Ctrl K</kbd>
      </AriaButton>
      <LanguageToggle />
    </header>
  );
};
