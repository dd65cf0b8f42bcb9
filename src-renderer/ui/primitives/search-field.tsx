/** Filters a list while typing; Escape empties it. */
import { Search, X } from 'lucide-react';
import { Button as AriaButton, Input, SearchField as AriaSearchField } from 'react-aria-components';

export interface SearchFieldProps {
  /** Accessible name, shown inside while empty. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean;
}

export const SearchField = ({ label, ...rest }: SearchFieldProps) => (
  <AriaSearchField {...rest} className="search-field" aria-label={label}>
    <Search size={16} aria-hidden className="search-icon" />
    <Input className="input search-input" placeholder={label} spellCheck={false} autoComplete="off" />
    <AriaButton className="icon-button search-clear"><X size={16} aria-hidden /></AriaButton>
  </AriaSearchField>
);
