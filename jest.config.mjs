import { spawnSync } from 'node:child_process'

// The page on verifying by hand is run where its tools are; CI installs them, and always runs it.
const canVerifyByHand = ['sha256sum', 'python3', 'openssl'].every(
  (tool) => spawnSync(tool, ['version']).error === undefined,
)
const leftOut = canVerifyByHand || process.env.CI ? [] : ['/verify-a-pack-yourself\\.test\\.ts$']
if (leftOut.length > 0) process.stderr.write('Not tested here: verifying a pack by hand.\n')

// Published as ES modules only, so jest (which loads CommonJS) has them translated too.
const esmOnly = ['d3-[a-z-]+', 'internmap', 'uuid']

/** @type {import('jest').Config} */
export default {
  testEnvironment: './test/kit/own-temporary-folder.cjs',
  globalSetup: './test/kit/run-folder-made.mjs',
  globalTeardown: './test/kit/run-folder-empty.mjs',
  // Packages of this repository are read from their sources: a test needs no build.
  testEnvironmentOptions: {
    customExportConditions: ['send-ledger-source', 'node', 'require', 'default'],
  },
  testMatch: ['**/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/bundle/', ...leftOut],
  modulePathIgnorePatterns: ['/dist/', '/bundle/'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '\\.(ts|mts|mjs|js)$': [
      '@swc/jest',
      {
        jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs', strict: true },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(\\.pnpm/)?(${esmOnly.join('|') || '-'})[@/])`],
  // All processors: a machine of two would else have one worker.
  maxWorkers: '100%',
  testTimeout: 20_000,
}
