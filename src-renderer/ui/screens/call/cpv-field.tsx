/** One or several CPV codes: found by code or by words in either language, typed, shown with their names and taken off again. */
import { ChevronDown, X } from 'lucide-react';
import { useState, type FocusEvent, type KeyboardEvent } from 'react';
import { Button as AriaButton, ComboBox, Input, ListBox, ListBoxItem, Popover, Tag, TagGroup, TagList, Text } from 'react-aria-components';
import { cpvDigits, cpvName, searchCpv, type CpvList } from '../../../domain/cpv/cpv-list';
import { readTypedCpv } from '../../../domain/cpv/read-typed';
import { useTranslator } from '../../context/language';
import { fieldClass, FieldLabel, FieldNotes } from '../../primitives/field';
import { useReadOnly } from '../../primitives/read-only';
import { TextField } from '../../primitives/text-field';

/** Entries offered at once; nobody reads on, and a whole nomenclature has thousands. */
const OFFERED = 60;
const NOTHING_FOUND: ReturnType<typeof searchCpv> = { found: [], total: 0 };
/** The longest text that can be searched for or typed. */
const LONGEST = 100;

export interface CpvFieldProps {
  readonly label: string;
  readonly list: CpvList;
  readonly codes: readonly string[];
  /** One: a new code takes the place of the old. */
  readonly max: number;
  /** Codes that the other field of the lot has. */
  readonly taken: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
}

/** What can be said of a text that is no code to take; null while there is nothing to say. */
const useRefusal = ({ list, codes, taken, max }: CpvFieldProps) => {
  const { t } = useTranslator();
  return (text: string): { readonly code: string } | { readonly refused: string } => {
    const typed = readTypedCpv(list, text);
    if (typed.kind === 'notACode') return { refused: t('cpv.notACode') };
    if (typed.kind === 'contradicts') return { refused: t('cpv.contradicts', { typed: typed.typed, listed: typed.listed }) };
    if (typed.kind === 'checkDigitMissing') return { refused: t('cpv.checkDigitMissing', { digits: typed.digits }) };
    if ([...codes, ...taken].includes(typed.code)) return { refused: t('cpv.already', { code: typed.code }) };
    return max > 1 && codes.length >= max ? { refused: t('cpv.full', { max }) } : { code: typed.code };
  };
};

const Chosen = ({ label, list, codes, onRemove }: Pick<CpvFieldProps, 'label' | 'list' | 'codes'> & { readonly onRemove: (gone: ReadonlySet<string>) => void }) => {
  const { t, locale } = useTranslator();
  return (
    <TagGroup className="cpv-chosen" aria-label={t('cpv.chosen', { field: label })} onRemove={(keys) => onRemove(new Set([...keys].map(String)))}>
      <TagList className="cpv-chips">
        {codes.map((code) => {
          const name = cpvName(list, code, locale) ?? t('cpv.unnamed');
          return (
            <Tag key={code} id={code} textValue={`${code} ${name}`} className="cpv-chip">
              <span className="cpv-code">{code}</span> <span>{name}</span>
              <AriaButton slot="remove" className="icon-button cpv-remove" aria-label={t('cpv.remove', { code })}><X size={14} aria-hidden /></AriaButton>
            </Tag>
          );
        })}
      </TagList>
    </TagGroup>
  );
};

/** To be read only: the codes with their names, in one field. */
const ChosenToRead = ({ label, list, codes }: Pick<CpvFieldProps, 'label' | 'list' | 'codes'>) => {
  const { t, locale } = useTranslator();
  return <TextField label={label} wraps value={codes.map((code) => `${code} ${cpvName(list, code, locale) ?? t('cpv.unnamed')}`).join('; ')} onCommit={() => undefined} />;
};

export const CpvField = (props: CpvFieldProps) => {
  const { label, list, codes, max, onChange } = props;
  const { t, locale } = useTranslator();
  const judge = useRefusal(props);
  const [text, setText] = useState('');
  const [error, setError] = useState<string | undefined>();
  // Without text there is a list only for who opens it; so the list closes when a choice has emptied the text.
  const [isBrowsing, setBrowsing] = useState(false);
  const { found, total } = text.trim() === '' && !isBrowsing ? NOTHING_FOUND : searchCpv(list, text, OFFERED);
  const unknown = codes.filter((code) => !list.byDigits.has(cpvDigits(code)));

  const type = (typed: string): void => {
    setText(typed);
    setError(undefined);
  };
  const take = (written: string): void => {
    const judged = judge(written);
    if ('refused' in judged) {
      setText(written);
      setError(judged.refused);
      return;
    }
    type('');
    setBrowsing(false);
    onChange(max === 1 ? [judged.code] : [...codes, judged.code]);
  };
  // With an option under the keys, Enter is the list's.
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter' && text.trim() !== '' && !event.currentTarget.hasAttribute('aria-activedescendant')) take(text);
  };
  const onBlur = (event: FocusEvent<HTMLInputElement>): void => {
    if (event.currentTarget.value.trim() !== '') take(event.currentTarget.value);
  };

  if (useReadOnly()) return <ChosenToRead label={label} list={list} codes={codes} />;
  return (
    <div className="cpv-field">
      <ComboBox
        className={fieldClass({ error, warning: unknown.length === 0 ? undefined : ' ' })} items={found} inputValue={text} onInputChange={type} selectedKey={null}
        onSelectionChange={(key) => { if (key !== null) take(String(key)); }} onOpenChange={(isOpen, trigger) => setBrowsing(isOpen && trigger === 'manual')} allowsCustomValue menuTrigger="input" isInvalid={error !== undefined} validationBehavior="aria"
      >
        <FieldLabel label={label} />
        <div className="input-group">
          <Input className="input" placeholder={t('cpv.search')} maxLength={LONGEST} spellCheck={false} autoComplete="off" onKeyDownCapture={onKeyDown} onBlur={onBlur} />
          <AriaButton className="icon-button" aria-label={t('cpv.search.open')}><ChevronDown size={16} aria-hidden /></AriaButton>
        </div>
        <FieldNotes error={error} warning={unknown.length === 0 ? undefined : t('cpv.unknown', { codes: unknown.join(', ') })} />
        <Popover className="popover popover-list cpv-popover" offset={4}>
          <ListBox className="list-box">
            {(entry: (typeof found)[number]) => (
              <ListBoxItem id={entry.code} textValue={entry.code} className="list-item">
                <span className="list-item-text">
                  <Text slot="label">{cpvName(list, entry.code, locale)}</Text>
                  <Text slot="description" className="list-item-description cpv-code">{entry.code}</Text>
                </span>
              </ListBoxItem>
            )}
          </ListBox>
          {total > found.length ? <p className="cpv-more">{t('cpv.more', { count: total - found.length })}</p> : null}
        </Popover>
      </ComboBox>
      {codes.length === 0 ? null : <Chosen label={label} list={list} codes={codes} onRemove={(gone) => onChange(codes.filter((code) => !gone.has(code)))} />}
    </div>
  );
};
