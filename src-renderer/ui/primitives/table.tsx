/** Plain tables with the house's look: numbers to the right, rows that can be found by eye and by screen reader. */
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';

export interface TableProps {
  /** Accessible name; a visible heading usually says the same. */
  readonly label: string;
  readonly children: ReactNode;
  readonly density?: 'normal' | 'compact';
}

/** True while the element's content is wider than itself: then it must be reachable by keyboard to be scrolled. */
const useOverflows = () => {
  const ref = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setOverflows(element.scrollWidth > element.clientWidth + 1));
    observer.observe(element);
    if (element.firstElementChild !== null) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);
  return { ref, overflows };
};

/** Scrolls sideways inside itself, so that the page never does. */
export const Table = ({ label, children, density = 'normal' }: TableProps) => {
  const { ref, overflows } = useOverflows();
  return (
    <div ref={ref} className="table-scroll" {...(overflows ? { tabIndex: 0, role: 'region', 'aria-label': label } : {})}>
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
