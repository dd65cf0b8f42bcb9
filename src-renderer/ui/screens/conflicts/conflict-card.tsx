/** One conflict: what it is about, each side's value with who and when, and one press to decide it. */
import type { ReactNode } from 'react';
import { bothTexts, type ConflictChoice } from '../../../domain/conflict-decision';
import { isSealedPlace } from '../../../domain/sealed-prices';
import { standingSide, type ConflictSide, type MergeConflict } from '../../../domain/merge-conflict';
import type { Project } from '../../../domain/project';
import { canKeepBothRecords, mayExchange } from '../../../exchange/merge/decisions';
import { useFormat } from '../../context/format';
import { useTranslator } from '../../context/language';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { Pill } from '../../primitives/pill';
import { LockedChanges, lockTitle } from '../exchange/locked-changes';
import { placeOfPath } from '../exchange/places';
import { valueText } from '../exchange/value-text';
import { WordDiff } from './word-diff';

export interface ConflictCardProps {
  readonly conflict: MergeConflict;
  readonly project: Project;
  /** Of this computer. */
  readonly deviceId: string;
  readonly onDecide: (choice: ConflictChoice) => void;
  readonly onKeepBoth: () => void;
}

const useWho = (deviceId: string): ((side: ConflictSide) => string) => {
  const { t } = useTranslator();
  return ({ author, deviceId: device }) => t(device === deviceId ? 'merge.conflict.here' : 'merge.conflict.there', { author: author.trim() === '' ? t('merge.conflict.unnamed') : author });
};

interface SideProps {
  readonly who: string;
  readonly at: string;
  readonly stands?: boolean;
  readonly children: ReactNode;
  readonly action: ReactNode;
}

const Side = ({ who, at, stands = false, children, action }: SideProps) => {
  const { t } = useTranslator();
  return (
    <li className={stands ? 'conflict-side conflict-stands' : 'conflict-side'}>
      <div className="conflict-who"><strong>{who}</strong> <span className="faint">{at}</span>{stands ? <Pill tone="info">{t('merge.conflict.standing')}</Pill> : null}</div>
      <div className="conflict-value">{children}</div>
      <div className="cluster">{action}</div>
    </li>
  );
};

/** Up to this a text is read at a glance, and marks in it would only be in the way. */
const SHORT_TEXT = 120;

/** A long text is compared word by word with what shows now; anything else is written as it is read elsewhere. */
const SideValue = ({ side, conflict, project }: { readonly side: ConflictSide; readonly conflict: MergeConflict; readonly project: Project }) => {
  const translator = useTranslator();
  const format = useFormat();
  const standing = standingSide(conflict);
  if (isSealedPlace(project, conflict.path) && side.value !== undefined) return <span>{translator.t('envelope.sealed.cell')}</span>;
  if (side !== standing && typeof side.value === 'string' && typeof standing?.value === 'string' && side.value.length > SHORT_TEXT) {
    return (
      <>
        <span className="visually-hidden">{translator.t('merge.conflict.compare')}: </span><WordDiff before={standing.value} after={side.value} />
        <p className="faint conflict-legend"><ins>{translator.t('merge.conflict.onlyHere')}</ins> <del>{translator.t('merge.conflict.onlyThere')}</del></p>
      </>
    );
  }
  if (typeof side.value === 'string' && /\s/.test(side.value.trim())) return <span className="word-diff">{side.value}</span>;
  return <span>{valueText(conflict.path, side.value, project, translator, format)}</span>;
};

const ValueSides = ({ conflict, project, deviceId, onDecide, onKeepBoth }: ConflictCardProps) => {
  const { t } = useTranslator();
  const format = useFormat();
  const who = useWho(deviceId);
  return (
    <>
      <ul className="conflict-sides">
        {conflict.sides.map((side) => (
          <Side
            key={side.change} who={who(side)} at={format.instant(side.at)} stands={side.change === conflict.standing}
            action={<Button label={`${t('merge.conflict.take')}: ${who(side)}`} onPress={() => onDecide({ side: side.change })}>{t('merge.conflict.take')}</Button>}
          >
            <SideValue side={side} conflict={conflict} project={project} />
          </Side>
        ))}
      </ul>
      <div className="cluster">
        {bothTexts(conflict) === null ? null : <Button variant="quiet" onPress={() => onDecide('bothTexts')}>{t('merge.conflict.both')}</Button>}
        {canKeepBothRecords(conflict) ? <Button variant="quiet" onPress={onKeepBoth}>{t('merge.conflict.bothRecords')}</Button> : null}
      </div>
    </>
  );
};

const RemovedSides = ({ conflict, deviceId, onDecide }: ConflictCardProps) => {
  const { t } = useTranslator();
  const format = useFormat();
  const who = useWho(deviceId);
  const removal = conflict.sides.find(({ value }) => value === undefined);
  return (
    <>
      <ul className="conflict-sides">
        {conflict.sides.map((side) => {
          const removed = side.value === undefined;
          return (
            <Side key={side.change} who={who(side)} at={format.instant(side.at)} stands={!removed} action={null}>
              {t(removed ? 'merge.conflict.removedBy' : 'merge.conflict.usedBy')}
            </Side>
          );
        })}
      </ul>
      <div className="cluster">
        <Button onPress={() => onDecide('standing')}>{t('merge.conflict.keep')}</Button>
        {removal === undefined ? null : <Button onPress={() => onDecide({ side: removal.change })}>{t('merge.conflict.remove')}</Button>}
      </div>
      <p className="faint">{t('merge.conflict.removeWarning')}</p>
    </>
  );
};

const LockedSides = ({ conflict, project, deviceId, onDecide }: ConflictCardProps) => {
  const { t } = useTranslator();
  const format = useFormat();
  const who = useWho(deviceId);
  return (
    <>
      <p>{t('merge.conflict.lockedText')}</p>
      <ul className="conflict-sides">
        {conflict.sides.map((side) => (
          <Side
            key={side.change} who={who(side)} at={format.instant(side.at)}
            action={mayExchange(project, conflict, side.change) ? <Button onPress={() => onDecide({ side: side.change })}>{t(`merge.conflict.lockedTake.${conflict.lock ?? 'call'}`)}</Button> : null}
          >
            <LockedChanges conflict={conflict} side={side} project={project} />
          </Side>
        ))}
      </ul>
      <div className="cluster"><Button onPress={() => onDecide('standing')}>{t('merge.conflict.lockedKeep')}</Button></div>
    </>
  );
};

const useTitle = (conflict: MergeConflict, project: Project): string => {
  const translator = useTranslator();
  return conflict.kind === 'locked' ? lockTitle(conflict, project, translator) : placeOfPath(conflict.path, project, translator);
};

export const ConflictCard = (props: ConflictCardProps) => {
  const { t } = useTranslator();
  const { conflict, project } = props;
  const { kind } = conflict;
  return (
    <Card title={useTitle(conflict, project)} aside={<Pill tone={kind === 'locked' ? 'info' : 'warn'}>{t(`merge.conflict.kind.${kind}`)}</Pill>}>
      {kind === 'value' ? <ValueSides {...props} /> : kind === 'removed' ? <RemovedSides {...props} /> : <LockedSides {...props} />}
    </Card>
  );
};
