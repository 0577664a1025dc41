/**
 * Who may import what. Data flows one way (see ARCHITECTURE.md), imports run against it.
 * `scripts/layering.mjs` runs these rules and asserts that the cruiser really saw the modules.
 */

const core = '^packages/core/src'
const projections = '^packages/projections/[^/]+/src'
const stores = '^packages/stores/[^/]+/src'
const doors = [
  'src/index\\.ts$',
  '^packages/core/src/(figures|live|projection|proof|records|store)\\.ts$',
  '^packages/documents/src/(files|published)\\.ts$',
  '^packages/cli/src/main\\.ts$',
  '^packages/evidence/src/(report|sign|verify)\\.ts$',
]
const source = '^packages/[^/]+/(src|[^/]+/src)/'
const published = '^(packages/[^/]+/(src|[^/]+/src)|examples/walsall/src)/'

/** A package may not import the named ones. Tests are not held to it. */
const forbid = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to },
})

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other are one module, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'A source that nothing imports is dead. Doors and programs are where imports begin.',
      severity: 'error',
      from: {
        orphan: true,
        path: source,
        pathNot: 'src/(index|main)\\.ts$',
      },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'An import that cannot be found.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared',
      comment: 'What a source imports stands in the dependencies of its own package.json.',
      severity: 'error',
      from: { path: source },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only', 'npm', 'npm-peer'],
      },
    },
    forbid(
      'core-imports-nothing-of-ours',
      core,
      '^(packages/(?!core/)|examples/|test/)',
      'Everything rests on core, so core rests on nothing.',
    ),
    {
      name: 'no-node-in-core-and-projections',
      comment: 'Core and projections run anywhere: what touches a machine is handed in.',
      severity: 'error',
      from: { path: [core, projections] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-third-party',
      comment: 'Core is a foundation others build on: its dependencies are counted.',
      severity: 'error',
      from: { path: core },
      to: {
        path: 'node_modules',
        pathNot: 'node_modules/(fp-ts|io-ts|immer|rxjs|fastest-levenshtein)/',
      },
    },
    {
      name: 'projections-third-party',
      comment: 'A projection is plain code over core.',
      severity: 'error',
      from: { path: projections },
      to: { path: 'node_modules', pathNot: 'node_modules/(fp-ts|io-ts|rxjs)/' },
    },
    {
      name: 'projections-import-core-only',
      comment: 'Of ours only core, and the model of documents.',
      severity: 'error',
      from: {
        path: '^packages/projections/([^/]+)/src',
        pathNot: '^packages/projections/workforce/',
      },
      to: {
        path: '^packages/',
        pathNot: ['^packages/(core|documents)/', '^packages/projections/$1/'],
      },
    },
    {
      name: 'capacity-reads-compliance',
      comment:
        'Capacity, in workforce, sets demand beside supply: it reads the case projection too.',
      severity: 'error',
      from: { path: '^packages/projections/workforce/src' },
      to: {
        path: '^packages/',
        pathNot: '^packages/(core|documents|projections/workforce|projections/compliance)/',
      },
    },
    forbid(
      'stores-import-core-only',
      stores,
      '^(packages/(?!core/|stores/)|examples/)',
      'A store keeps records; what they mean is not its business.',
    ),
    {
      name: 'no-store-imports-another',
      comment: 'A store stands alone; only its tests read the contract. `by-name` chooses one.',
      severity: 'error',
      from: {
        path: '^packages/stores/([^/]+)/src',
        pathNot: '^packages/stores/by-name/',
      },
      to: { path: '^packages/stores/', pathNot: '^packages/stores/$1/' },
    },
    forbid(
      'documents-import-core-only',
      '^packages/documents/src',
      '^(packages/(?!core/|documents/)|examples/)',
      'A document is data: what its figures mean is not its business.',
    ),
    forbid(
      'disclosure-knows-laws-and-documents',
      '^packages/disclosure/src',
      '^(packages/(?!core/|documents/|disclosure/)|examples/)',
      'What may be shown follows from what views state of their measures; it knows no view, no pack.',
    ),
    forbid(
      'evidence-imports-no-store',
      '^packages/evidence/src',
      '^packages/(stores|interop|cli)/',
      'Evidence is handed records and does not fetch them.',
    ),
    {
      name: 'only-disclosure-publishes',
      comment: 'A figure for the public is made by disclosure control, and by nothing else.',
      severity: 'error',
      from: {
        path: '^packages/(?!documents/src/(published|model/publish)\\.ts).*/src/',
        pathNot: '^packages/disclosure/',
      },
      to: {
        path: '^packages/documents/src/(published|model/published)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    forbid(
      'interop-imports-core-only',
      '^packages/interop/src',
      '^(packages/(?!core/|interop/)|examples/)',
      'Interop turns files into events and back; where they are kept is decided elsewhere.',
    ),
    forbid(
      'read-models-import-core-only',
      '^packages/read-models/src',
      '^(packages/(?!core/|read-models/)|examples/)',
      'Points in tables are points; what their measures mean is not its business.',
    ),
    forbid(
      'nothing-imports-the-cli',
      '^packages/(?!cli/|send-ledger/bin/)',
      '^packages/cli/',
      'The command is the last of the line; `send-ledger` only brings it.',
    ),
    {
      name: 'through-the-doors',
      comment: 'From outside a package is its doors, never a file behind them.',
      severity: 'error',
      from: { path: '^packages/((?:stores/|projections/)?[^/]+)/' },
      to: {
        path: '^packages/[^/]+/(src|dist|[^/]+/src|[^/]+/dist)/',
        pathNot: ['^packages/$1/', ...doors],
      },
    },
    {
      name: 'examples-and-tests-through-the-doors',
      comment: 'Examples and the tests of the whole stand where a user stands.',
      severity: 'error',
      from: { path: '^(examples|test)/', pathNot: '^test/house/' },
      to: { path: '^packages/[^/]+/(src|dist|[^/]+/src|[^/]+/dist)/', pathNot: doors },
    },
    {
      name: 'sources-know-no-tests',
      comment: 'Nothing that is published reads what is not.',
      severity: 'error',
      from: { path: published },
      to: { path: '(^|/)test/|^examples/', pathNot: published },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['/dist/', '^packages/cli/bundle/', '^test/bench/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.test.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['send-ledger-source', 'import', 'require', 'node', 'types', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
      mainFields: ['main', 'types'],
    },
  },
}
