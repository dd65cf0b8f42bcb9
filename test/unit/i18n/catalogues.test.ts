import { describe, expect, it } from 'vitest';
import { CHANGE_CODES } from '../../../src-renderer/domain/change';
import { en } from '../../../src-renderer/i18n/en';
import { ro } from '../../../src-renderer/i18n/ro';
import { createTranslator, type MessageKey } from '../../../src-renderer/i18n/translator';
import { argumentsOf, countedForms } from './message-arguments';

const keys = Object.keys(ro) as MessageKey[];

describe('catalogues', () => {
  it('hold the same keys in both languages', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort());
  });

  it('leave no message empty', () => {
    expect(keys.filter((key) => ro[key].trim() === '' || en[key].trim() === '')).toEqual([]);
  });

  it('take the same arguments in both languages', () => {
    const different = keys.filter((key) => argumentsOf(ro[key]).join() !== argumentsOf(en[key]).join());
    expect(different.map((key) => ({ key, ro: argumentsOf(ro[key]), en: argumentsOf(en[key]) }))).toEqual([]);
  });

  it('write ș and ț with a comma below, never a cedilla', () => {
    expect(keys.filter((key) => /[şţŞŢ]/.test(ro[key]))).toEqual([]);
  });

  it('count in all Romanian forms, because 20 and more take „de”', () => {
    expect(keys.filter((key) => countedForms(ro[key]).some((forms) => !forms.includes('few') || !forms.includes('other')))).toEqual([]);
  });

  it('shout at nobody and leave no gap marks', () => {
    expect(keys.filter((key) => [ro[key], en[key]].some((message) => /!|TODO|\?\?|lorem/i.test(message)))).toEqual([]);
  });

  it('have a phrase for every change', () => {
    expect(CHANGE_CODES.filter((code) => !Object.hasOwn(ro, `change.${code}`))).toEqual([]);
  });
});

describe('translator', () => {
  it('speaks the chosen language', () => {
    expect(createTranslator('ro').t('app.cancel')).toBe('Renunță');
    expect(createTranslator('en').t('app.cancel')).toBe('Cancel');
  });

  it('counts as Romanian does', () => {
    const { t } = createTranslator('ro');
    expect([0, 1, 2, 19, 20, 101].map((count) => t('projects.count', { count }))).toEqual([
      'niciun proiect', 'un proiect', '2 proiecte', '19 proiecte', '20 de proiecte', '101 proiecte',
    ]);
  });

  it('falls back for a code it does not know', () => {
    expect(createTranslator('en').tCode('problem', 'from.the.future', 'problem.unknown', { code: 'from.the.future' })).toContain('from.the.future');
  });

  it('shows an ellipsis where a stored record lacks a value', () => {
    expect(createTranslator('ro').tCode('change', 'lotAdded', 'change.other')).toBe('Lotul … adăugat');
  });

  it('marks every message of the test catalogue', () => {
    expect(createTranslator('pseudo').t('app.cancel')).toBe('⟦Renunță⟧');
  });
});
