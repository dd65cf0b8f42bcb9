/** Step 2: which sheet, and which row names the columns. */
import { useState } from 'react';
import type { SheetInfo, TableGuess, TablePlan, WorkbookInfo } from '../../../domain/ports/sheet-import';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { Note } from '../../primitives/note';
import { NumberField } from '../../primitives/number-field';
import { Pill } from '../../primitives/pill';
import { ProgressBar } from '../../primitives/progress-bar';
import { RadioGroup } from '../../primitives/radio-group';
import { Select } from '../../primitives/select';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';
import { kindWords } from './kind-words';
import { fieldWords } from './field-words';
import { FailureNote, type StepProps } from './file-step';
import { columnName, columnsOf, linesOf } from './sheet-columns';
import { TableChooser } from './table-chooser';
import type { ImportWizard } from './wizard';

const OTHER_ROW = 'other';
const SAMPLES_SHOWN = 4;

const useSheetFacts = () => {
  const t = useT();
  return (sheet: SheetInfo): string => {
    const facts = sheet.rows === 0 ? [t('imports.table.empty')] : [t('imports.table.sheetSize', { rows: sheet.rows, columns: sheet.columns })];
    if (sheet.hidden) facts.unshift(t('imports.table.sheetHidden'));
    if (sheet.hiddenRows > 0) facts.push(t('imports.table.hiddenRows', { rows: sheet.hiddenRows }));
    if (sheet.hiddenColumns > 0) facts.push(t('imports.table.hiddenColumns', { columns: sheet.hiddenColumns }));
    return facts.join(', ');
  };
};

const CsvNote = ({ text }: { readonly text: NonNullable<WorkbookInfo['text']> }) => {
  const t = useT();
  const names: Readonly<Record<string, string>> = {
    ',': t('imports.table.separator.comma'), ';': t('imports.table.separator.semicolon'), '\t': t('imports.table.separator.tab'),
  };
  const separator = names[text.separator] ?? t('imports.table.separator.other', { mark: text.separator });
  return <p className="faint">{t('imports.table.csv', { encoding: text.encoding.toUpperCase(), separator })}</p>;
};

const HeaderChooser = ({ guess, onChoose }: { readonly guess: TableGuess; readonly onChoose: (row: number) => void }) => {
  const t = useT();
  const [typing, setTyping] = useState(false);
  const present = guess.plan.headerRow;
  const found = { row: present, text: columnsOf(guess).map((column) => column.header).filter((header) => header !== '').join(' · ') };
  const candidates = [found, ...guess.headerCandidates.filter((candidate) => candidate.row !== present)].toSorted((left, right) => left.row - right.row);
  const options = [
    ...candidates.map(({ row, text }) => ({ id: String(row), label: t('imports.table.headerOption', { row, text: text.slice(0, 120) }) })),
    { id: OTHER_ROW, label: t('imports.table.headerOther') },
  ];
  const choose = (id: string): void => {
    setTyping(id === OTHER_ROW);
    if (id !== OTHER_ROW) onChoose(Number(id));
  };
  return (
    <div className="imports-header-row">
      <Select label={t('imports.table.header')} description={t('imports.table.headerFound')} value={typing ? OTHER_ROW : String(present)} options={options} onChange={choose} />
      {typing ? (
        <NumberField
          label={t('imports.table.headerNumber')} whole value={String(present)}
          onCommit={(row) => {
            if (row !== null && Number(row) >= 1) onChoose(Number(row));
          }}
        />
      ) : null}
    </div>
  );
};

const ColumnsPreview = ({ guess, columns }: { readonly guess: TableGuess; readonly columns: TablePlan['columns'] }) => {
  const t = useT();
  return (
    <Table label={t('imports.table.preview')} density="compact">
      <Thead>
        <Tr>
          {columnsOf(guess).map((column) => (
            <Th key={column.index}>{columnName(column, t)}{column.hidden ? <small className="faint"> ({t('imports.table.hiddenColumn')})</small> : null}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        <Tr>
          {columnsOf(guess).map(({ index }) => {
            const field = columns[index];
            return <Td key={index}>{field === undefined ? <Pill>{t('imports.table.notRecognised')}</Pill> : <Pill tone="info">{fieldWords(field, t)}</Pill>}</Td>;
          })}
        </Tr>
        {Array.from({ length: SAMPLES_SHOWN }, (_, row) => (
          <Tr key={row}>{columnsOf(guess).map((column) => <Td key={column.index}><span className="imports-sample">{column.samples[row] ?? ''}</span></Td>)}</Tr>
        ))}
      </Tbody>
    </Table>
  );
};

/** Each line above the table with its values, one for each table read, and what it was taken for. */
const LinesAbove = ({ guess, columns }: { readonly guess: TableGuess; readonly columns: TablePlan['columns'] }) => {
  const t = useT();
  return (
    <Table label={t('imports.lines.title')} density="compact">
      <Thead><Tr><Th>{t('imports.lines.cell')}</Th><Th>{t('imports.lines.words')}</Th><Th>{t('imports.lines.value')}</Th><Th>{t('imports.lines.field')}</Th></Tr></Thead>
      <Tbody>
        {linesOf(guess).map(({ index, letter, header, samples }) => {
          const field = columns[index];
          return (
            <Tr key={index}>
              <Th scope="row">{letter}</Th><Td>{header}</Td><Td>{samples.join(' · ')}</Td>
              <Td>{field === undefined ? <Pill>{t('imports.table.notRecognised')}</Pill> : <Pill tone="info">{fieldWords(field, t)}</Pill>}</Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
};

/** The choice of columns goes out to a file and comes back from one, for the next register of the same form. */
const MappingButtons = ({ wizard, file }: { readonly wizard: ImportWizard; readonly file: string }) => {
  const t = useT();
  const [told, setTold] = useState('');
  const save = async (): Promise<void> => {
    const location = await wizard.saveMapping(t('imports.map.name', { file: file.replace(/\.[^.]*$/, '') }));
    setTold(location === null ? '' : t('imports.map.saved', { location }));
  };
  const load = async (): Promise<void> => {
    const name = await wizard.loadMapping();
    setTold(name === null ? '' : t('imports.map.used', { file: name }));
  };
  return (
    <span className="imports-copy">
      <output>{told}</output>
      <Button variant="quiet" onPress={() => void load()}>{t('imports.map.load')}</Button>
      <Button variant="quiet" onPress={() => void save()}>{t('imports.map.save')}</Button>
    </span>
  );
};

export const TableStep = ({ wizard, state: { session, sheet, guess, columns, looking, earlier, failure } }: StepProps) => {
  const t = useT();
  const format = useFormat();
  const factsOf = useSheetFacts();
  if (session === null) return null;
  const { sheets, text, format: fileFormat, ignored } = session.info;
  const choose = (id: string): void => void wizard.chooseSheet(Number(id));
  return (
    <>
      {earlier === null ? null : (
        <Note tone="warn" title={t('imports.again.title', { date: format.instant(earlier.importedAt) })}>{t(kindWords(wizard.kind).again, { count: earlier.rowsAccepted })}</Note>
      )}
      <FailureNote failure={failure} />
      <Card title={t('imports.step.table')}>
        <div className="imports-table">
          {sheets.length < 2 ? null : (
            <RadioGroup
              label={t(kindWords(wizard.kind).sheets)} value={String(sheet)} onChange={choose}
              options={sheets.map((each) => ({ id: String(each.index), label: each.name, description: factsOf(each), isDisabled: each.rows === 0 }))}
            />
          )}
          {sheets.length > 1 || !sheets.some(({ hidden, hiddenRows, hiddenColumns }) => hidden || hiddenRows + hiddenColumns > 0) ? null : sheets.map((each) => <p key={each.index} className="faint">{each.name}: {factsOf(each)}</p>)}
          {guess === null || guess.tables.length < 2 ? null : <TableChooser plan={guess.plan} tables={guess.tables} onChoose={(table) => void wizard.chooseTable(table)} />}
          {guess === null ? null : <HeaderChooser key={`${sheet} ${guess.plan.headerRow}`} guess={guess} onChoose={(row) => void wizard.chooseHeader(row)} />}
          {guess === null && !looking ? (
            <NumberField label={t('imports.table.headerNumber')} whole value={null} onCommit={(row) => { if (row !== null && Number(row) >= 1) void wizard.chooseHeader(Number(row)); }} />
          ) : null}
          {text === null ? null : <CsvNote text={text} />}
          {fileFormat === 'xml' ? <p className="faint">{t('imports.table.excelXml')}</p> : null}
          {ignored.map((part) => <p key={part} className="faint">{t(`imports.table.ignored.${part}`)}</p>)}
          {looking ? <ProgressBar label={t('imports.table.looking')} fraction={null} onCancel={wizard.stop} /> : null}
        </div>
      </Card>
      {guess === null ? null : (
        <Card title={t('imports.table.preview')} aside={<MappingButtons wizard={wizard} file={session.info.fileName} />} padding="flush"><ColumnsPreview guess={guess} columns={columns} /></Card>
      )}
      {guess === null || linesOf(guess).length === 0 ? null : <Card title={t('imports.lines.title')} padding="flush"><LinesAbove guess={guess} columns={columns} /></Card>}
    </>
  );
};
