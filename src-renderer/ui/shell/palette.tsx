/** Ctrl+K: go anywhere, do anything, by a few letters. */
import { CornerDownLeft, Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { Autocomplete, Dialog, Header, Heading, Input, ListBox, ListBoxItem, ListBoxSection, Modal, ModalOverlay, SearchField, Text } from 'react-aria-components';
import { useWorkspace } from '../context/caiet-context';
import { useT, useTranslator } from '../context/language';
import { useWords } from '../context/words';
import { useScrollable } from '../primitives/overflow';
import { PALETTE_GROUPS, paletteItems, searchPalette, type PaletteAct, type PaletteItem } from './palette-items';

export interface PaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onAct: (act: PaletteAct) => void;
}

const usePaletteItems = (): readonly PaletteItem[] => {
  const translator = useTranslator();
  const words = useWords();
  const open = useWorkspace((state) => state.open);
  const summaries = useWorkspace((state) => state.summaries);
  return useMemo(() => paletteItems({
    translator, summaries, project: open?.project ?? null,
    undo: open?.undo ? words.change(open.undo) : null,
    redo: open?.redo ? words.change(open.redo) : null,
  }), [translator, words, open, summaries]);
};

const Results = ({ found, onAction }: { readonly found: readonly PaletteItem[]; readonly onAction: (id: string) => void }) => {
  const t = useT();
  const { ref, props: scrollable } = useScrollable(t('palette.results'));
  // The best match is first in its group, and its group is first in the list.
  const groups = PALETTE_GROUPS.filter((group) => found.some((item) => item.group === group))
    .sort((left, right) => found.findIndex((item) => item.group === left) - found.findIndex((item) => item.group === right));
  return (
    <div ref={ref} className="palette-scroll" {...scrollable}>
      <ListBox className="palette-list" aria-label={t('palette.results')} onAction={(key) => onAction(String(key))} renderEmptyState={() => <p className="palette-empty">{t('palette.nothing')}</p>}>
        {groups.map((group) => (
          <ListBoxSection key={group} id={group} className="palette-group">
            <Header className="palette-group-name">{t(`palette.group.${group}`)}</Header>
            {found.filter((item) => item.group === group).map((item) => (
              <ListBoxItem key={item.id} id={item.id} textValue={item.label} className="list-item palette-item">
                <Text slot="label" className="palette-label">{item.label}</Text>
                <Text slot="description" className="palette-detail">{item.detail}</Text>
                <CornerDownLeft size={14} aria-hidden className="palette-enter" />
              </ListBoxItem>
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
    </div>
  );
};

const Finder = ({ onClose, onAct }: Omit<PaletteProps, 'isOpen'>) => {
  const t = useT();
  const items = usePaletteItems();
  const [query, setQuery] = useState('');
  // Not deferred: Enter right after the last letter must find the results of all the letters.
  const found = useMemo(() => searchPalette(items, query), [items, query]);
  const act = (id: string): void => {
    const chosen = found.find((item) => item.id === id);
    if (chosen === undefined) return;
    // The palette holds the focus while it is there, and what is gone to could not take it.
    flushSync(onClose);
    onAct(chosen.act);
  };
  const focusAtFirst = { autoFocus: true };
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <SearchField className="palette-field" aria-label={t('palette.label')} onClear={onClose} {...focusAtFirst}>
        <Search size={18} aria-hidden />
        <Input className="palette-input" placeholder={t('palette.placeholder')} spellCheck={false} autoComplete="off" />
      </SearchField>
      <Results found={found} onAction={act} />
      <p className="palette-foot"><output>{t('palette.count', { count: found.length })}</output><span>{t('palette.hint')}</span></p>
    </Autocomplete>
  );
};

export const Palette = ({ isOpen, onClose, onAct }: PaletteProps) => {
  const t = useT();
  return (
    <ModalOverlay className="modal-overlay" isOpen={isOpen} onOpenChange={(open) => { if (!open) onClose(); }} isDismissable>
      <Modal className="modal palette">
        <Dialog className="dialog">
          <Heading slot="title" className="visually-hidden">{t('palette.title')}</Heading>
          <Finder onClose={onClose} onAct={onAct} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};
