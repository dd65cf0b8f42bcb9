/** A document on paper: what is previewed is what is printed. */
import type { Block, DocumentModel, Run } from '../../../domain/ports/document';

const runText = (run: Run, index: number) => {
  if (typeof run === 'string') return run;
  return run.weight === 'strong' ? <strong key={index}>{run.text}</strong> : <span key={index} className="paper-quiet">{run.text}</span>;
};

/** Blocks and runs have no identity but their place: a document is made anew whenever it changes. */
const placed = <Item,>(items: readonly Item[]): readonly { readonly place: string; readonly item: Item }[] => items.map((item, index) => ({ place: String(index), item }));

const Runs = ({ runs }: { readonly runs: readonly Run[] }) => <>{runs.map(runText)}</>;

const TableBlock = ({ block }: { readonly block: Extract<Block, { readonly kind: 'table' }> }) => {
  const { label, columns, rows } = block;
  const numeric = (index: number): { readonly className?: string } => (columns[index]?.numeric === true ? { className: 'cell-number' } : {});
  return (
    <table className="paper-table" aria-label={label}>
      <thead><tr>{placed(columns).map(({ place, item }, index) => <th key={place} scope="col" {...numeric(index)}>{item.title}</th>)}</tr></thead>
      <tbody>
        {placed(rows).map(({ place, item: row }) => (
          <tr key={place}>{placed(row).map(({ place: column, item: text }, index) => (index === 0 ? <th key={column} scope="row" {...numeric(index)}>{text}</th> : <td key={column} {...numeric(index)}>{text}</td>))}</tr>
        ))}
      </tbody>
    </table>
  );
};

const BlockView = ({ block }: { readonly block: Block }) => {
  switch (block.kind) {
    case 'title': return <h2 className="paper-title">{block.text}</h2>;
    case 'heading': return <h3 className="paper-heading">{block.text}</h3>;
    case 'paragraph': return <p className="paper-paragraph"><Runs runs={block.runs} /></p>;
    case 'lines': return <p className={`paper-lines paper-lines-${block.at}`}>{block.lines.join('\n')}</p>;
    case 'facts': return (
      <dl className="paper-facts" aria-label={block.label}>
        {placed(block.rows).map(({ place, item: [name, value] }) => <div key={place}><dt>{name}</dt><dd>{value}</dd></div>)}
      </dl>
    );
    case 'list': {
      const items = placed(block.items).map(({ place, item }) => <li key={place}><Runs runs={item} /></li>);
      return block.ordered ? <ol className="paper-list">{items}</ol> : <ul className="paper-list">{items}</ul>;
    }
    case 'table': return <TableBlock block={block} />;
    case 'signatures': return (
      <ul className="paper-signatures">
        {placed(block.people).map(({ place, item: { role, name } }) => <li key={place}><strong>{role}</strong><span>{name === '' ? '…………………………' : name}</span></li>)}
      </ul>
    );
  }
};

export const Paper = ({ model, label }: { readonly model: DocumentModel; readonly label: string }) => (
  <article className="paper" lang={model.tag} aria-label={label}>
    {placed(model.blocks).map(({ place, item }) => <BlockView key={place} block={item} />)}
    {model.note === null ? null : <p className="paper-note">{model.note}</p>}
  </article>
);
