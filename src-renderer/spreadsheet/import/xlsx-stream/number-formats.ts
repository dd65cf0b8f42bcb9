/** The number format of each cell style; nothing else of the styles is read (ISO/IEC 29500-1, 18.8.10, 18.8.30). */
import { isDateFormat } from '../date-format';
import { unfamiliar } from './unfamiliar';
import { partTags } from './xml-tags';

export interface NumberFormat {
  readonly format: string;
  readonly isDate: boolean;
}

export const GENERAL: NumberFormat = { format: 'General', isDate: false };

/** Formats every program knows by number. */
const BUILT_IN: readonly (readonly [number, string])[] = [
  [1, '0'], [2, '0.00'], [3, '#,##0'], [4, '#,##0.00'], [9, '0%'], [10, '0.00%'], [11, '0.00E+00'], [12, '# ?/?'], [13, '# ??/??'],
  [14, 'm/d/yy'], [15, 'd-mmm-yy'], [16, 'd-mmm'], [17, 'mmm-yy'], [18, 'h:mm AM/PM'], [19, 'h:mm:ss AM/PM'], [20, 'h:mm'], [21, 'h:mm:ss'], [22, 'm/d/yy h:mm'],
  [37, '#,##0 ;(#,##0)'], [38, '#,##0 ;[Red](#,##0)'], [39, '#,##0.00;(#,##0.00)'], [40, '#,##0.00;[Red](#,##0.00)'],
  [45, 'mm:ss'], [46, '[h]:mm:ss'], [47, 'mmss.0'], [48, '##0.0E+0'], [49, '@'],
];

const formatNumber = (text: string | undefined): number => {
  if (text === undefined) return 0;
  if (!/^\d{1,9}$/.test(text)) throw unfamiliar('numberFormat');
  return Number(text);
};

const formatCode = (text: string | undefined): string => {
  if (text === undefined) throw unfamiliar('numberFormat');
  return text;
};

/** Formats by style number. */
export const readNumberFormats = (xml: string): NumberFormat[] => {
  const formats = new Map<number, string>(BUILT_IN);
  const ids: number[] = [];
  let within = '';
  for (const { name, closing, empty, attribute } of partTags(xml, 'styleSheet')) {
    if (name === 'numFmts' || name === 'cellXfs') within = closing || empty ? '' : name;
    else if (closing) continue;
    else if (within === 'numFmts' && name === 'numFmt') formats.set(formatNumber(attribute('numFmtId')), formatCode(attribute('formatCode')));
    else if (within === 'cellXfs' && name === 'xf') ids.push(formatNumber(attribute('numFmtId')));
  }
  const styles = ids.map((id) => {
    const format = id === 0 ? undefined : formats.get(id);
    return format === undefined ? GENERAL : { format, isDate: isDateFormat(format) };
  });
  // A cell without a style has the first one; programs make it the plain one.
  if (styles[0] !== undefined && styles[0].format !== GENERAL.format) throw unfamiliar('numberFormat');
  return styles;
};
