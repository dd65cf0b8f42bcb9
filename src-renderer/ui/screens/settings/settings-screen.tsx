/** Who works here, how the window looks, where the copies lie, what this program is. */
import { SHORT_TEXT } from '../../../domain/texts';
import { LOCALES } from '../../../i18n/translator';
import { useCaiet, useWorkspace } from '../../context/caiet-context';
import { useHostInfo } from '../../context/host-info';
import { useT, useTranslator } from '../../context/language';
import { Card } from '../../primitives/card';
import { Page } from '../../primitives/page';
import { RadioGroup } from '../../primitives/radio-group';
import { TextField } from '../../primitives/text-field';
import { BuyerFields } from '../projects/buyer-fields';
import { BackupsCard } from './backups-card';
import { DevicesCard } from './devices-card';
import { CpvCard } from './cpv-card';
import { RulesCard } from './rules-card';
import { TargetsCard } from './targets-card';

const THEMES = ['system', 'light', 'dark', 'contrast'] as const;

const PersonCard = () => {
  const t = useT();
  const caiet = useCaiet();
  const name = useWorkspace((state) => state.settings.authorName);
  return (
    <Card title={t('settings.person')}>
      <TextField
        label={t('settings.person.name')} description={t('settings.person.name.help')} value={name} maxLength={SHORT_TEXT}
        onCommit={(authorName) => caiet.changeSettings({ authorName: authorName.trim() })}
      />
    </Card>
  );
};

const AuthorityCard = () => {
  const t = useT();
  const caiet = useCaiet();
  const authority = useWorkspace((state) => state.settings.authority);
  return (
    <Card title={t('settings.authority')}>
      <p className="soft">{t('settings.authority.help')}</p>
      <BuyerFields buyer={authority} onCommit={(fields) => caiet.changeSettings({ authority: { ...authority, ...fields } })} />
    </Card>
  );
};

const AppearanceCard = () => {
  const { t, locale } = useTranslator();
  const caiet = useCaiet();
  const theme = useWorkspace((state) => state.settings.theme);
  return (
    <Card title={t('settings.appearance')}>
      <div className="field-row">
        <RadioGroup
          label={t('settings.language')} value={locale} options={LOCALES.map((id) => ({ id, label: t(`app.language.${id}`) }))}
          onChange={(next) => caiet.changeSettings({ locale: next })}
        />
        <RadioGroup
          label={t('settings.theme')} value={theme} options={THEMES.map((id) => ({ id, label: t(`settings.theme.${id}`) }))}
          onChange={(next) => caiet.changeSettings({ theme: next })}
        />
      </div>
    </Card>
  );
};

const AboutCard = () => {
  const t = useT();
  const info = useHostInfo();
  return (
    <Card title={t('settings.about')} aside={`${t('settings.about.version', { version: info.appVersion })}, ${t(`settings.about.edition.${info.kind}`)}`}>
      <div className="prose">
        <p>{t('settings.about.offline')}</p>
        <p>{t('settings.about.notAdvice')}</p>
      </div>
    </Card>
  );
};

export const SettingsScreen = () => {
  const t = useT();
  return (
    <Page title={t('settings.title')} lede={t('settings.lede')}>
      <div className="columns">
        <div className="stack-cards">
          <PersonCard />
          <AppearanceCard />
        </div>
        <AuthorityCard />
      </div>
      <BackupsCard />
      <TargetsCard />
      <CpvCard />
      <DevicesCard />
      <AboutCard />
      <RulesCard />
    </Page>
  );
};
