/** A quiet sign beside a sentence that names articles of law; pressed, it tells where each stands and how surely it is known. */
import { Scale } from 'lucide-react';
import { Button as AriaButton, ButtonContext, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { legalBasis, type LegalBasis } from '../../domain/law/register';
import { useFormat } from '../context/format';
import { useTranslator } from '../context/language';

const useLawWords = () => {
  const { t, locale } = useTranslator();
  const format = useFormat();
  return {
    reference: ({ reference }: LegalBasis): string => reference[locale],
    known: ({ checkedOn, certainty }: LegalBasis): string => (checkedOn === null ? t('law.unchecked') : t('law.known', { certainty, date: format.date(checkedOn) })),
    source: ({ act }: LegalBasis): string | null => {
      if (act === null) return null;
      return act.consolidatedOn === null ? t('law.source', { act: act.title[locale] }) : t('law.source.consolidated', { act: act.title[locale], date: format.date(act.consolidatedOn) });
    },
  };
};

/** The articles a text names, each with the day it was looked up, its certainty and its source. */
export const LawList = ({ text }: { readonly text: string }) => {
  const words = useLawWords();
  const bases = legalBasis(text);
  if (bases.length === 0) return null;
  return (
    <ul className="law-list">
      {bases.map((basis) => (
        <li key={basis.reference.ro}>
          <strong>{words.reference(basis)}</strong> <span>{words.known(basis)}</span> <span className="quiet-text">{words.source(basis)}</span>
        </li>
      ))}
    </ul>
  );
};

/** Shows nothing beside a text that names no article. */
export const LawMark = ({ text }: { readonly text: string }) => {
  const { t } = useTranslator();
  const words = useLawWords();
  const bases = legalBasis(text);
  if (bases.length === 0) return null;
  const references = bases.map(words.reference).join('; ');
  return (
    // A field hands its own buttons their part; this one is none of them.
    <ButtonContext value={null}>
      <DialogTrigger>
        <AriaButton className="icon-button help-button law-mark" aria-label={t('law.open', { references })}><Scale size={14} aria-hidden /></AriaButton>
        <Popover className="popover popover-help" placement="bottom" offset={6}>
          <Dialog className="help">
            <Heading slot="title" className="help-title">{t('law.title')}</Heading>
            <LawList text={text} />
            <p className="law-source">{t('law.advice')}</p>
          </Dialog>
        </Popover>
      </DialogTrigger>
    </ButtonContext>
  );
};

/** A sentence with its mark. */
export const LawText = ({ text }: { readonly text: string }) => <>{text}<LawMark text={text} /></>;
