/** The dated rules the warnings rest on, each with its article. */
import { decimal, HUNDRED, plainDecimal } from '../../../domain/exact';
import type { Rule } from '../../../domain/rule-pack';
import { useFormat } from '../../context/format';
import { useTranslator } from '../../context/language';
import { useRulePack } from '../../context/rule-pack';
import { Card } from '../../primitives/card';
import { Disclosure } from '../../primitives/disclosure';
import { Pill, type Tone } from '../../primitives/pill';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';

const CERTAINTY_TONES: Readonly<Record<Rule['certainty'], Tone>> = { verbatim: 'ok', derived: 'info', memory: 'warn' };

const useRuleWords = () => {
  const { t, tCode } = useTranslator();
  const format = useFormat();
  return {
    name: ({ id }: Rule): string => tCode('settings.rule', id, 'settings.rule.other', { id }),
    value: (rule: Rule): string => tCode('settings.unit', rule.unit, 'settings.unit.other', { value: rule.unit === 'share' ? format.percent(plainDecimal(decimal(rule.value).times(HUNDRED)), { maximumFractionDigits: 2 }) : format.number(rule.value) }),
    validity: ({ validFrom, validTo }: Rule): string => {
      if (validFrom !== null && validTo !== null) return t('settings.rules.between', { from: format.date(validFrom), to: format.date(validTo) });
      if (validFrom !== null) return t('settings.rules.from', { from: format.date(validFrom) });
      return validTo === null ? t('settings.rules.always') : t('settings.rules.until', { to: format.date(validTo) });
    },
  };
};

export const RulesCard = () => {
  const { t } = useTranslator();
  const format = useFormat();
  const pack = useRulePack();
  const words = useRuleWords();
  return (
    <Card title={t('settings.rules', { id: pack.id })} aside={t('settings.rules.checked', { date: format.date(pack.checkedOn) })}>
      <Disclosure title={t('settings.rules.explain')}>
        <Table label={t('settings.rules', { id: pack.id })} density="compact">
          <Thead><tr><Th>{t('settings.rules.rule')}</Th><Th numeric>{t('settings.rules.value')}</Th><Th>{t('settings.rules.valid')}</Th><Th>{t('settings.rules.source')}</Th><Th>{t('settings.rules.certainty')}</Th></tr></Thead>
          <Tbody>
            {pack.rules.map((rule) => (
              <Tr key={`${rule.id}/${rule.validFrom ?? ''}`}>
                <Th scope="row">{words.name(rule)}</Th>
                <Td numeric>{words.value(rule)}</Td>
                <Td>{words.validity(rule)}</Td>
                <Td>{rule.legalReference} <span className="quiet-text">{t('settings.rules.checked', { date: format.date(rule.checkedOn) })}</span></Td>
                <Td><Pill tone={CERTAINTY_TONES[rule.certainty]}>{t(`settings.certainty.${rule.certainty}`)}</Pill></Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      </Disclosure>
    </Card>
  );
};
