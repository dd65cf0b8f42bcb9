/** What may be shown to everybody. The person says whether the report is published; until then only the call goes out. */
import { FileJson, Globe } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { isOcidPrefix } from '../../../exchange/ocds/ocid';
import type { FoundReleases } from '../../../exchange/file-desk';
import type { WrittenRelease } from '../../../exchange/ocds/release-package';
import { ocdsProblems } from '../../../exchange/ocds/publication-problems';
import { PUBLICATION_PHASES, type PublicationPhase } from '../../../exchange/public/publication-phase';
import { useCaiet, useProject, useWorkspace } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { useRun } from '../../context/run';
import { useWords } from '../../context/words';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { Note } from '../../primitives/note';
import { RadioGroup } from '../../primitives/radio-group';
import { TextField } from '../../primitives/text-field';
import { ExportCard, useExport } from './export-card';

interface PhaseProps {
  readonly phase: PublicationPhase;
}

const PhaseCard = ({ phase, onChange }: PhaseProps & { readonly onChange: (phase: PublicationPhase) => void }) => {
  const t = useT();
  return (
    <Card title={t('publication.title')} aside={<span>{t('publication.aside')}</span>}>
      <p className="prose">{t('publication.lede')}</p>
      <RadioGroup
        label={t('publication.phase')} description={t('publication.phase.law')} orientation="vertical" value={phase} onChange={onChange}
        options={PUBLICATION_PHASES.map((id) => ({ id, label: t(`publication.phase.${id}`), description: t(`publication.phase.${id}.text`) }))}
      />
    </Card>
  );
};

/** `bids` once the report is published, `noBids` until then. */
const bidsItem = (phase: PublicationPhase): 'bids' | 'noBids' => (phase === 'afterReport' ? 'bids' : 'noBids');

const PrefixField = () => {
  const t = useT();
  const words = useWords();
  const caiet = useCaiet();
  const prefix = useWorkspace(({ settings }) => settings.ocidPrefix ?? '');
  const invalid = prefix !== '' && !isOcidPrefix(prefix);
  return (
    <TextField
      label={t('publication.ocds.prefix')} description={t('publication.ocds.prefix.help')} value={prefix} maxLength={40}
      {...(invalid ? { error: words.problem({ severity: 'error', code: 'ocds.prefixInvalid', data: { prefix } }) } : {})}
      onCommit={(text) => caiet.changeSettings({ ocidPrefix: text.trim() })}
    />
  );
};

/** What the file would hold now; null while it is being read off the history. */
const useReleases = (phase: PublicationPhase): FoundReleases | null => {
  const caiet = useCaiet();
  const project = useProject();
  const run = useRun();
  const [found, setFound] = useState<FoundReleases | null>(null);
  useEffect(() => {
    const stopper = new AbortController();
    run(async () => {
      try {
        const read = await caiet.exchange.ocdsReleases(project.id, phase, { signal: stopper.signal });
        if (!stopper.signal.aborted) setFound(read);
      } catch (thrown) {
        // Nobody waits any longer for what was found of an earlier state.
        if (!stopper.signal.aborted) throw thrown;
      }
    });
    return () => stopper.abort();
  }, [caiet, project, phase, run]);
  return found;
};

const ReleaseList = ({ releases }: Pick<FoundReleases, 'releases'>) => {
  const t = useT();
  const format = useFormat();
  const wordsOf = ({ tag, isDraft }: WrittenRelease): string => (isDraft ? t('publication.releases.draft') : tag.map((each) => t(`publication.release.${each}`)).join(', '));
  return (
    <div className="exchange-what">
      <p>{t('publication.releases')}</p>
      <ol>{releases.map((release) => <li key={release.id}>{`${format.date(release.date.slice(0, 10))}: ${wordsOf(release)}`}</li>)}</ol>
    </div>
  );
};

const OcdsCard = ({ phase }: PhaseProps) => {
  const t = useT();
  const words = useWords();
  const caiet = useCaiet();
  const project = useProject();
  const ocidPrefix = useWorkspace(({ settings }) => settings.ocidPrefix ?? '');
  const state = useExport((watched) => caiet.exchange.exportOcds(project.id, phase, watched));
  // An error stands at the field it concerns.
  const found = useReleases(phase);
  const warnings = useMemo(() => ocdsProblems(project, { phase, ocidPrefix }, found?.lost).filter(({ severity }) => severity === 'warning'), [project, phase, ocidPrefix, found?.lost]);
  return (
    <ExportCard
      title={t('publication.ocds.title')} aside={t('publication.ocds.aside')} what={t('publication.ocds.what')} use={t('publication.ocds.use')} state={state}
      items={[t('publication.ocds.item.call'), t(`publication.ocds.item.${bidsItem(phase)}`), t('publication.ocds.item.never')]}
      button={<Button icon={Globe} onPress={state.start}>{t('publication.ocds.export')}</Button>}
    >
      {found === null ? null : <ReleaseList releases={found.releases} />}
      <PrefixField />
      {warnings.map((warning) => <Note key={warning.code} tone="info">{words.problem(warning)}</Note>)}
    </ExportCard>
  );
};

const PublicCard = ({ phase }: PhaseProps) => {
  const t = useT();
  const caiet = useCaiet();
  const project = useProject();
  const state = useExport((watched) => caiet.exchange.exportPublic(project.id, phase, watched));
  return (
    <ExportCard
      title={t('publication.public.title')} aside={t('publication.public.aside')} what={t('publication.public.what')} use={t('publication.public.use')} state={state}
      items={[t('publication.public.item.call'), t(`publication.public.item.${bidsItem(phase)}`), t('publication.public.item.never')]}
      button={<Button icon={FileJson} onPress={state.start}>{t('publication.public.export')}</Button>}
    />
  );
};

/** Every visit begins with the answer that gives nothing away. */
export const PublicationCards = () => {
  const [phase, setPhase] = useState<PublicationPhase>('beforeReport');
  return (
    <>
      <PhaseCard phase={phase} onChange={setPhase} />
      <div className="columns">
        <OcdsCard phase={phase} />
        <PublicCard phase={phase} />
      </div>
    </>
  );
};
