/** A short explanation on hover and keyboard focus. */
import type { ReactNode } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';

/** `children` must be one focusable react-aria component; without `text` it is returned as it is. */
export const WithTooltip = ({ text, children }: { readonly text: string | undefined; readonly children: ReactNode }) =>
  text === undefined ? children : (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <Tooltip className="tooltip" offset={6}>{text}</Tooltip>
    </TooltipTrigger>
  );
