/** Importing needs or requirements, in the same steps as a bid register. */
import { useEffect, useState } from 'react';
import type { SpecificationKind } from '../../../app/need-door';
import type { ImportField } from '../../../domain/ports/import-kinds';
import { useCaiet, useProject } from '../../context/caiet-context';
import { useDrawnStore } from '../../context/drawn-store';
import { useT } from '../../context/language';
import { projectHref } from '../../context/routes';
import { LinkButton } from '../../primitives/link-button';
import { TableImportPage } from '../imports/table-import-page';
import { createImportWizard } from '../imports/wizard';
import type { WizardState } from '../imports/wizard-state';

/** One of these columns says what the row is. */
const TELLING_FIELDS: Readonly<Record<SpecificationKind, readonly ImportField[]>> = { needs: ['title', 'problem'], requirements: ['text'] };

/** Why the rows cannot be imported yet; null when they can. */
const useObstacle = ({ check, checking, columns }: WizardState, kind: SpecificationKind): string | null => {
  const t = useT();
  const fields = Object.values(columns);
  if (!TELLING_FIELDS[kind].some((field) => fields.includes(field))) return t(`needs.import.noField.${kind}`);
  if (check === null || checking !== null) return t('imports.check.wait');
  return check.summary.accepted === 0 ? t('imports.check.nothing') : null;
};

const SpecificationImport = ({ kind }: { readonly kind: SpecificationKind }) => {
  const t = useT();
  const { id } = useProject();
  const { needs } = useCaiet();
  const [wizard] = useState(() => createImportWizard(needs.importing(kind)));
  const state = useDrawnStore(wizard.store);
  const obstacle = useObstacle(state, kind);
  useEffect(() => wizard.reset, [wizard]);
  const href = projectHref(id, kind === 'needs' ? 'needs' : 'specification');
  return (
    <TableImportPage
      title={t(`needs.import.title.${kind}`)} lede={t(`needs.import.lede.${kind}`)} href={href} wizard={wizard} state={state} obstacle={obstacle}
      report={{
        done: (count) => t(`needs.import.done.${kind}`, { count }), undone: t('needs.import.undone', { removed: 0, kept: 0, ...state.outcome?.undone }),
        goOn: <LinkButton variant="primary" href={href}>{t(`needs.import.go.${kind}`)}</LinkButton>, more: t('needs.import.words'),
      }}
    />
  );
};

export const NeedsImportScreen = () => <SpecificationImport kind="needs" />;
export const RequirementsImportScreen = () => <SpecificationImport kind="requirements" />;
