/** A day, typed segment by segment in the reader's order or picked from a calendar. */
import { CalendarDate, parseDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useRef, useState, type FocusEvent } from 'react';
import {
  Button as AriaButton, Calendar, CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader, CalendarHeaderCell, DateInput, DatePicker, DateSegment,
  Dialog, Group, Heading, Popover,
} from 'react-aria-components';
import type { CivilDate } from '../../domain/values';
import { useT } from '../context/language';
import { IconButton } from './icon-button';
import { fieldClass, FieldLabel, FieldNotes, type FieldProps } from './field';

export interface DateFieldProps extends FieldProps {
  readonly value: CivilDate | null;
  /** When the field is left, or a day is picked. */
  readonly onCommit: (value: CivilDate | null) => void;
}

/** Years outside are half-typed (`0026`) or slips. */
const EARLIEST = new CalendarDate(1900, 1, 1);
const LATEST = new CalendarDate(2199, 12, 31);
const isPlausible = (date: CalendarDate): boolean => date.compare(EARLIEST) >= 0 && date.compare(LATEST) <= 0;

const DayCalendar = () => (
  <Popover className="popover popover-calendar">
    <Dialog className="calendar-dialog">
      <Calendar className="calendar">
        <header className="calendar-header">
          <AriaButton slot="previous" className="icon-button"><ChevronLeft size={18} aria-hidden /></AriaButton>
          <Heading />
          <AriaButton slot="next" className="icon-button"><ChevronRight size={18} aria-hidden /></AriaButton>
        </header>
        <CalendarGrid>
          <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
          <CalendarGridBody>{(date) => <CalendarCell date={date} className="calendar-cell" />}</CalendarGridBody>
        </CalendarGrid>
      </Calendar>
    </Dialog>
  </Popover>
);

/**
 * react-aria turns a day that no calendar has (31 February) into the nearest one as the focus leaves the segments. That
 * would be a guess nobody sees, so whatever arrives at that moment is refused: it was never typed.
 */
const useImpossibleDay = () => {
  /** What the segments said, while the focus is leaving them. */
  const leaving = useRef<string | null>(null);
  const refused = useRef(false);
  const [text, setText] = useState<string | null>(null);
  return {
    text,
    forget: (): void => setText(null),
    /** True when `onChange` brings a day in place of an impossible one. */
    isReplaced: (): boolean => {
      refused.current = leaving.current !== null;
      setText(leaving.current);
      return refused.current;
    },
    /** True once, when the field is left after a refusal. */
    wasRefused: (): boolean => {
      const was = refused.current;
      refused.current = false;
      return was;
    },
    /** The inner handlers of react-aria run between these two. */
    segments: {
      onBlurCapture: ({ currentTarget }: FocusEvent): void => {
        leaving.current = currentTarget.textContent;
      },
      onBlur: (): void => {
        leaving.current = null;
      },
    },
  };
};

export const DateField = ({ label, labelHidden, description, error, warning, value, onCommit, isReadOnly = false, ...rest }: DateFieldProps) => {
  const t = useT();
  const [draft, setDraft] = useState<CalendarDate | null | undefined>(undefined);
  const [isOpen, setOpen] = useState(false);
  const stored = value === null ? null : parseDate(value);
  const shown = draft === undefined ? stored : draft;
  const impossible = useImpossibleDay();
  const noSuchDay = impossible.text === null ? undefined : t('problem.date.invalid', { date: impossible.text });
  const refusal = draft !== undefined && draft !== null && !isPlausible(draft) ? t('app.field.yearOutside') : noSuchDay;

  const commit = (date: CalendarDate | null | undefined): void => {
    if (date === undefined || (date !== null && !isPlausible(date))) return;
    setDraft(undefined);
    impossible.forget();
    const next = date === null ? null : date.toString();
    if (next !== value) onCommit(next);
  };
  const onChange = (date: CalendarDate | null): void => {
    if (impossible.isReplaced()) setDraft(undefined);
    else if (isOpen) commit(date);
    else setDraft(date);
  };
  const onBlur = (): void => {
    if (!impossible.wasRefused()) commit(draft);
  };
  return (
    <DatePicker
      {...rest} isReadOnly={isReadOnly} className={fieldClass({ error: refusal ?? error, warning })} granularity="day" value={shown} onChange={onChange} isOpen={isOpen} onOpenChange={setOpen}
      onBlur={onBlur} isInvalid={(refusal ?? error) !== undefined} validationBehavior="aria" shouldForceLeadingZeros
    >
      <FieldLabel label={label} {...(labelHidden === undefined ? {} : { labelHidden })} />
      <Group className="input-group date-group">
        <div className="date-typing" {...impossible.segments}>
          <DateInput className="date-input">{(segment) => <DateSegment segment={segment} className="date-segment" />}</DateInput>
        </div>
        {shown !== null && !isReadOnly ? <IconButton label={t('app.field.clearDate')} icon={X} onPress={() => commit(null)} /> : null}
        <AriaButton className="icon-button"><CalendarDays size={18} aria-hidden /></AriaButton>
      </Group>
      <FieldNotes description={description} error={refusal ?? error} warning={warning} />
      <DayCalendar />
    </DatePicker>
  );
};
