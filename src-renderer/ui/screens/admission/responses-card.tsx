/** What the bid answers to the requirements of the specification, one by one, as it was handed in. */
import { useState } from 'react';
import { inOrder } from '../../../domain/position';
import type { Bid, Project } from '../../../domain/project';
import { requirementHoldsFor, type Requirement } from '../../../domain/requirement';
import { nameOfRequirement } from '../../../domain/specification-problems';
import { LONG_TEXT } from '../../../domain/texts';
import { useCaiet } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { Select } from '../../primitives/select';
import { TextArea } from '../../primitives/text-area';

/** Of a long specification, so many at once. */
const SHOWN = 30;

const ANSWERS = ['yes', 'no', 'none'] as const;
const MEETS = { yes: true, no: false, none: null } as const;
const answerOf = (meets: boolean | null): (typeof ANSWERS)[number] => (meets === null ? 'none' : meets ? 'yes' : 'no');

const Response = ({ bid, requirement, number }: { readonly bid: Bid; readonly requirement: Requirement; readonly number: number }) => {
  const t = useT();
  const { admission } = useCaiet();
  const { id, code, text, kind } = requirement;
  const { meets, text: said } = bid.requirementResponses?.[id] ?? { meets: null, text: '' };
  const name = nameOfRequirement(requirement);
  return (
    <fieldset className="bids-part">
      <legend>{name === '' ? t('requirements.unnamed', { number }) : name}{kind === null ? null : ` · ${t(`requirements.kind.${kind}`)}`}</legend>
      {code === '' || text.trim() === '' ? null : <p className="bids-part-text">{text}</p>}
      <div className="bids-fields">
        <Select label={t('admission.response.meets')} value={answerOf(meets)} options={ANSWERS.map((each) => ({ id: each, label: t(`admission.response.meets.${each}`) }))} onChange={(answer) => admission.respond(bid.id, id, { meets: MEETS[answer] })} />
        <TextArea label={t('admission.response.text')} value={said} onCommit={(next) => admission.respond(bid.id, id, { text: next })} maxLength={LONG_TEXT} rows={1} />
      </div>
    </fieldset>
  );
};

/** Nothing where the specification asks nothing of the lot. */
export const ResponsesCard = ({ project, bid }: { readonly project: Project; readonly bid: Bid }) => {
  const t = useT();
  const [shown, setShown] = useState(SHOWN);
  const requirements = inOrder(project.requirements ?? {}).filter((requirement) => requirementHoldsFor(requirement, bid.lotId));
  if (requirements.length === 0) return null;
  return (
    <Card title={t('admission.part.responses')}>
      <p className="soft">{t('admission.part.responses.text')}</p>
      {requirements.slice(0, shown).map((requirement, index) => <Response key={requirement.id} bid={bid} requirement={requirement} number={index + 1} />)}
      {requirements.length > shown ? <Button onPress={() => setShown(shown + SHOWN)}>{t('admission.part.responses.more', { count: requirements.length - shown })}</Button> : null}
    </Card>
  );
};
