/** Help in place on this screen: what a thing is, in plain words, and where the rule stands. */
import type { ReactNode } from 'react';
import { HelpTip } from '../../primitives/help-tip';
import { LawList } from '../../primitives/law-mark';
import { useT } from '../../context/language';
import type { MessageKey } from '../../../i18n/translator';

export interface LawHelpProps {
  readonly subject: string;
  readonly text: MessageKey;
  /** The articles the text rests on. */
  readonly source: MessageKey;
  readonly children?: ReactNode;
}

export const LawHelp = ({ subject, text, source, children }: LawHelpProps) => {
  const t = useT();
  return (
    <HelpTip label={subject}>
      <p>{t(text)}</p>
      {children}
      <p className="law-source">{t(source)}</p>
      <LawList text={t(source)} />
    </HelpTip>
  );
};
