/** One project's own card: what, who, since when, and its history. */
import { LONG_TEXT, SHORT_TEXT } from '../../../domain/texts';
import { useCaiet, useProject } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { Card } from '../../primitives/card';
import { Page } from '../../primitives/page';
import { TextArea } from '../../primitives/text-area';
import { TextField } from '../../primitives/text-field';
import { BuyerFields } from './buyer-fields';
import { DocumentsCard } from './documents-card';
import { ProjectHistory } from './project-history';

export const ProjectCardScreen = () => {
  const t = useT();
  const format = useFormat();
  const { projects } = useCaiet();
  const project = useProject();
  const facts = [
    { name: t('project.field.currency'), value: project.currency },
    { name: t('project.field.rulePack'), value: project.rulePackId },
    { name: t('project.field.created'), value: format.instant(project.createdAt) },
  ];
  return (
    <Page title={t('project.about.title')} lede={t('project.about.lede')}>
      <div className="columns">
        <Card title={t('project.about.what')}>
          <TextField label={t('project.field.title')} value={project.title} onCommit={(title) => projects.edit({ title: title.trim() })} maxLength={SHORT_TEXT} />
          <TextArea
            label={t('project.field.description')} description={t('project.field.description.help')} value={project.description} rows={4} maxLength={LONG_TEXT}
            onCommit={(description) => projects.edit({ description })}
          />
        </Card>
        <Card title={t('project.about.buyer')}>
          <BuyerFields buyer={project.buyer} onCommit={(fields) => projects.edit({ buyer: { ...project.buyer, ...fields } })} />
          <dl className="facts">
            {facts.map(({ name, value }) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
          </dl>
        </Card>
      </div>
      <DocumentsCard key={project.id} />
      <ProjectHistory project={project} />
    </Page>
  );
};
