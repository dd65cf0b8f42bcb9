/** Plain tables with the house's look: numbers to the right, rows that can be found by eye and by screen reader. */
import type { ReactNode } from 'react';
import { useScrollable } from './overflow';

export interface TableProps {
  /** Accessible name; a visible heading usually says the same. */
  readonly label: string;
  readonly children: ReactNode;
  readonly density?: 'normal' | 'compact';
}

/** Scrolls sideways inside itself, so that the page never does. */
export const Table = ({ label, children, density = 'normal' }: TableProps) => {
  const { ref, props } = useScrollable(label);
  return (
    <div ref={ref} className="table-scroll" {...props}>
      <table className={`table table-${density}`} aria-label={label}>{children}</table>
    </div>
  );
};

export const Thead = ({ children }: { readonly children: ReactNode }) => <thead>{children}</thead>;
export const Tbody = ({ children }: { readonly children: ReactNode }) => <tbody>{children}</tbody>;

export interface TrProps {
  readonly children: ReactNode;
  /** `win` marks the first place, `muted` what does not count. */
  readonly tone?: 'win' | 'muted' | 'warn' | 'bad';
}
export const Tr = ({ children, tone }: TrProps) => <tr {...(tone === undefined ? {} : { className: `row-${tone}` })}>{children}</tr>;

interface CellProps {
  readonly children?: ReactNode;
  readonly numeric?: boolean;
  readonly colSpan?: number;
  readonly rowSpan?: number;
}
const alignment = (numeric: boolean | undefined): { readonly className?: string } => (numeric === true ? { className: 'cell-number' } : {});

export interface ThProps extends CellProps {
  readonly scope?: 'col' | 'row' | 'colgroup' | 'rowgroup';
  readonly sort?: 'ascending' | 'descending' | 'none';
}
export const Th = ({ children, scope = 'col', numeric, sort, ...rest }: ThProps) => (
  <th scope={scope} {...alignment(numeric)} {...(sort === undefined ? {} : { 'aria-sort': sort })} {...rest}>{children}</th>
);

export const Td = ({ children, numeric, ...rest }: CellProps) => <td {...alignment(numeric)} {...rest}>{children}</td>;
