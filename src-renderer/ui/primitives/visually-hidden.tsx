/** Text for screen readers alone. */
import type { ReactNode } from 'react';

export const VisuallyHidden = ({ children }: { readonly children: ReactNode }) => <span className="visually-hidden">{children}</span>;
