/**
 * The house rules on who may import whom, checked by `npm run boundaries` and proven by test/unit/house.
 * A zone's list names everything it may reach; what is not on a list is forbidden.
 */
const R = 'src-renderer';
const zone = (name) => `^${R}/${name}/`;
const library = (...names) => `node_modules/(${names.join('|')})(/|$)`;

/** Zone → the paths of this project it may import from, besides itself. */
const ZONES = {
  domain: ['^assets/rules/'],
  exchange: [zone('domain')],
  storage: [zone('domain'), zone('exchange'), zone('turns')],
  spreadsheet: [zone('domain'), zone('exchange'), zone('turns')],
  documents: [zone('domain'), zone('exchange'), zone('i18n')],
  host: [zone('domain'), zone('exchange'), zone('turns'), '^src-main/bridge/'],
  app: [zone('domain'), zone('exchange'), zone('turns'), '^src-main/bridge/'],
  i18n: [],
  turns: [],
  ui: [zone('app'), zone('domain'), zone('exchange'), zone('i18n'), zone('turns'), '^src-main/bridge/'],
};

const zoneRules = Object.entries(ZONES).map(([name, allowed]) => ({
  name: `zone-${name}`,
  comment: `${name}/ may import only itself${allowed.length > 0 ? ` and ${allowed.join(', ')}` : ''} of this project`,
  severity: 'error',
  from: { path: zone(name) },
  to: { path: '^(src-renderer|src-main|test|assets)/', pathNot: [zone(name), ...allowed] },
}));

/** Library → the only files that may import it. */
const LIBRARIES = [
  ['electron', library('electron'), '^src-main/(?!bridge/|launcher/)'],
  ['dexie', library('dexie'), zone('storage')],
  ['xlsx', library('xlsx', '@e965/xlsx', 'papaparse'), zone('spreadsheet')],
  ['react', library('react', 'react-dom', 'react-aria-components', 'react-aria', 'wouter', 'lucide-react'), `^${R}/(ui/|window\\.tsx$)`],
  ['intl-messageformat', library('intl-messageformat'), zone('i18n')],
  ['docx', library('docx'), zone('documents')],
  ['comlink', library('comlink'), zone('spreadsheet')],
];

const libraryRules = LIBRARIES.map(([name, path, allowed]) => ({
  name: `only-there-${name}`,
  comment: `${name} may be imported only from ${allowed}`,
  severity: 'error',
  from: { path: '^src-(renderer|main)/', pathNot: allowed },
  to: { path },
}));

module.exports = {
  forbidden: [
    ...zoneRules,
    ...libraryRules,
    {
      name: 'renderer-knows-only-the-bridge',
      comment: 'Of the Electron side, the window knows the contract and nothing else',
      severity: 'error',
      from: { path: `^${R}/` },
      to: { path: '^src-main/', pathNot: '^src-main/bridge/' },
    },
    {
      name: 'main-knows-no-renderer',
      comment: 'The Electron side knows nothing of procurement',
      severity: 'error',
      from: { path: '^src-main/' },
      to: { path: `^${R}/` },
    },
    {
      name: 'bridge-is-pure',
      comment: 'The contract depends on neither side, and not on Electron or Node',
      severity: 'error',
      from: { path: '^src-main/bridge/' },
      to: { path: '^src-main/(?!bridge/)|node_modules/electron', dependencyTypesNot: [] },
    },
    {
      name: 'no-node-in-the-window',
      comment: 'Node modules exist on the Electron side and behind the terminal door only',
      severity: 'error',
      from: { path: `^(${R}/|src-main/bridge/)`, pathNot: `^${R}/headless(\\.ts$|/)` },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'no-cycles', comment: 'A cycle has no beginning to read from', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolves', comment: 'Every import leads somewhere', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\?(worker|url)' } },
    {
      name: 'no-test-code',
      comment: 'Nothing that ships imports test code',
      severity: 'error',
      from: { path: '^src-(renderer|main)/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'] },
  },
};
