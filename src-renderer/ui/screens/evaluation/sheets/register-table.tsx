/** The register of sheets: every handing out and every return, with the file's fingerprint. */
import { useMemo } from 'react';
import { returnsOf } from '../../../../domain/handout';
import { inOrderOfTime } from '../../../../domain/in-order-of-time';
import type { Project } from '../../../../domain/project';
import { useFormat } from '../../../context/format';
import { useT } from '../../../context/language';
import { Card } from '../../../primitives/card';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../../primitives/table';
import type { MessageValues } from '../../../../i18n/translator';

interface Line {
  readonly id: string;
  readonly at: string;
  readonly person: string;
  readonly what: readonly [key: 'sheets.register.out.package' | 'sheets.register.out.workbook' | 'sheets.register.back', values: MessageValues];
  readonly fileName: string;
  readonly sha256: string;
}

const linesOf = (project: Project): Line[] => inOrderOfTime(Object.values(project.handouts ?? {}).flatMap((handout): Line[] => {
  const person = project.evaluators[handout.evaluatorId]?.name ?? '';
  return [
    { id: handout.id, at: handout.at, person, what: [`sheets.register.out.${handout.form}`, {}], fileName: handout.fileName, sha256: handout.sha256 },
    ...returnsOf(handout).map(({ id, at, fileName, scores, missing }): Line => ({ id: `${handout.id} ${id}`, at, person, what: ['sheets.register.back', { scores, missing }], fileName, sha256: id })),
  ];
}));

export const RegisterTable = ({ project }: { readonly project: Project }) => {
  const t = useT();
  const format = useFormat();
  const lines = useMemo(() => linesOf(project), [project]);
  return (
    <Card title={t('sheets.register')} padding={lines.length === 0 ? 'normal' : 'flush'}>
      {lines.length === 0 ? <p className="quiet-text">{t('sheets.register.empty')}</p> : (
        <Table label={t('sheets.register')} density="compact">
          <Thead><Tr><Th>{t('sheets.register.when')}</Th><Th>{t('sheets.register.who')}</Th><Th>{t('sheets.register.what')}</Th><Th>{t('sheets.register.file')}</Th><Th>{t('sheets.register.digest')}</Th></Tr></Thead>
          <Tbody>
            {lines.map(({ id, at, person, what, fileName, sha256 }) => (
              <Tr key={id}>
                <Td>{format.instant(at)}</Td><Th scope="row">{person}</Th><Td>{t(...what)}</Td><Td>{fileName}</Td>
                <Td><code className="hash" title={sha256}>{sha256.slice(0, 16)}…</code></Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </Card>
  );
};
