/** Whether prices stay in their envelopes until the quality scores are locked; part of what the freeze locks. */
import { freezeInForce } from '../../../domain/frozen-call';
import type { Project } from '../../../domain/project';
import { useCaiet } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { Card } from '../../primitives/card';
import { Switch } from '../../primitives/switch';
import { LawHelp } from './law-help';

export const EnvelopesSection = ({ project }: { readonly project: Project }) => {
  const t = useT();
  const { call } = useCaiet();
  const frozen = freezeInForce(project) !== null;
  return (
    <Card title={t('envelope.rule.title')} aside={<LawHelp subject={t('envelope.rule.title')} text="envelope.rule.text" source="envelope.help.source" />}>
      <Switch isSelected={project.callRules?.twoEnvelopes === true} isDisabled={frozen} onChange={(isOn) => call.sealPrices(isOn)}>{t('envelope.rule')}</Switch>
      {frozen && <p className="quiet-text">{t('envelope.rule.frozen')}</p>}
    </Card>
  );
};
