import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../src-renderer/i18n/translator';
import { createWords } from '../../../src-renderer/ui/context/words';

const words = createWords(createTranslator('ro'));

describe('words', () => {
  it('say what an undo took back', () => {
    expect(words.change({ code: 'undone', data: { of: 'lotAdded', number: '2' } })).toBe('Anulat: Lotul 2 adăugat');
  });

  it('survive a change from a damaged record', () => {
    expect(words.change({ code: 'undone', data: { of: 'nonsense' } })).toBe('Anulat: Modificare');
    expect(words.change({ code: 'scoreGiven', data: {} })).toBe('Notă pentru … la „…”');
  });

  it('give an unknown problem a sentence with its code', () => {
    expect(words.problem({ severity: 'error', code: 'from.the.future', data: {} })).toContain('from.the.future');
  });

  it('let a notice speak with its problem', () => {
    const problem = { severity: 'error', code: 'store.full', data: {} } as const;
    expect(words.notice({ id: 'n', tone: 'error', code: 'problem', data: {}, problem, undoable: false })).toBe(words.problem(problem));
  });
});
