/** The three facts that name a contracting authority. */
import type { Buyer } from '../../../domain/project';
import { SHORT_TEXT } from '../../../domain/texts';
import { useT } from '../../context/language';
import { TextField } from '../../primitives/text-field';

export interface BuyerFieldsProps {
  readonly buyer: Pick<Buyer, 'name' | 'identifier' | 'nutsCode'>;
  readonly onCommit: (fields: Partial<Pick<Buyer, 'name' | 'identifier' | 'nutsCode'>>) => void;
}

/** The country prefix and spaces people copy along with a fiscal code. */
const bareIdentifier = (text: string): string => text.replace(/\s+/g, '').replace(/^RO(?=\d)/i, '');

export const BuyerFields = ({ buyer, onCommit }: BuyerFieldsProps) => {
  const t = useT();
  return (
    <>
      <TextField label={t('project.field.buyerName')} value={buyer.name} onCommit={(name) => onCommit({ name: name.trim() })} maxLength={SHORT_TEXT} />
      <div className="field-row">
        <TextField
          label={t('project.field.buyerIdentifier')} description={t('project.field.buyerIdentifier.help')} value={buyer.identifier} maxLength={40}
          onCommit={(identifier) => onCommit({ identifier: bareIdentifier(identifier) })}
        />
        <TextField
          label={t('project.field.buyerNuts')} description={t('project.field.buyerNuts.help')} value={buyer.nutsCode} maxLength={10}
          onCommit={(nutsCode) => onCommit({ nutsCode: nutsCode.trim().toUpperCase() })}
        />
      </div>
    </>
  );
};

