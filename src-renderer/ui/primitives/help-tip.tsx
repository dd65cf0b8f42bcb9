/** Help in place: what a word means, an example, the article of law. Opens on press and stays until dismissed. */
import { CircleHelp } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { useT } from '../context/language';

export interface HelpTipProps {
  /** What the help is about; names the button and heads the help. */
  readonly label: string;
  readonly children: ReactNode;
}

export const HelpTip = ({ label, children }: HelpTipProps) => {
  const t = useT();
  return (
    <DialogTrigger>
      <AriaButton className="icon-button help-button" aria-label={t('app.helpAbout', { subject: label })}>
        <CircleHelp size={16} aria-hidden />
      </AriaButton>
      <Popover className="popover popover-help" placement="right top" offset={8}>
        <Dialog className="help">
          <Heading slot="title" className="help-title">{label}</Heading>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
};
