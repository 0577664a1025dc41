/**
 * A view of the council's own, and the command run as a program beside it. All cases are invented.
 */
import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { program } from '../../../test/kit/command.js'
import { ledgerWithPlans, newPath, type Ran } from './running.js'

/** Cases from request to plan, by who asked; with a document and options of its own where told. */
export const config = (document: string, options = ''): string => `
const waits = {
  name: 'waits',
  version: 1,
  category: 'case',
  initial: () => ({}),
  on: {
    RequestReceived: (facts, { effectiveOn, data }) => {
      facts.from = effectiveOn
      facts.by = data.requestedBy
    },
    PlanIssued: (facts, { effectiveOn }) => { facts.until = effectiveOn },
  },
  steps: ({ from, until, by }, count) => {
    if (from) count.during('waiting', from, until)
    if (from) count.during('waiting-' + by, from, until)
  },
}
export default {
  views: [{
    name: 'waits',
    version: 3,
    projections: [waits],
    usesLaw: false,
    ${options || 'defaults: {},'}
    answer: (read, { by = 'all', on }) => ({
      waiting: read.at(by === 'all' ? 'waiting' : 'waiting-' + by, on ?? read.asAt),
    }),
    ${document}
  }],
}
`

/** What the view says of its figure. */
export const documented = `document: ({ waiting }) => ({
  headlines: [],
  sections: [{
    id: 'waits', topic: 'Families who wait', heading: ['How many wait'], paragraphs: [],
    charts: [], notes: [],
    tables: [{
      id: 'families-who-wait', caption: 'Families who wait',
      columns: [
        { name: 'what', heading: 'What', kind: 'text', description: 'What is counted.' },
        { name: 'waiting', heading: 'Waiting', kind: 'integer', description: 'From request to plan.' },
      ],
      rows: [[
        { _tag: 'Words', text: 'Cases' },
        { _tag: 'Raw', value: String(waiting.value), of: waiting },
      ]],
    }],
  }],
}),`

/** Its options: of whom, and on which day. */
export const asking = `
    defaults: { by: 'all' },
    options: {
      by: {
        label: 'Asked by', help: 'only the requests of', kind: 'choice',
        values: { all: 'anyone', school: 'a school', parent: 'a parent' },
      },
      on: { label: 'On', help: 'who waited on a day', kind: 'date' },
    },`

/** One process for a test file: to start one for each call takes most of the time of a call. */
const caller = fork(join(__dirname, 'program.mjs'), { execArgv: [] })
afterAll(() => caller.kill())

/** The built command, in a process of its own that is called again and again. */
export const called = async (...argv: readonly string[]): Promise<Ran> => {
  caller.send(argv)
  const [answered] = await once(caller, 'message')
  return answered as Ran
}

/** The command as it is shipped, started for one call. */
export const started = (...argv: readonly string[]): Ran => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], {
    encoding: 'utf8',
  })
  return { code: status ?? -1, out: stdout, err: stderr }
}

/** A ledger with three cases, of which one has no plan, and the config of the council beside it. */
export const withConfig = async (text: string): Promise<{ ledger: string; path: string }> => {
  const made = await ledgerWithPlans()
  const folder = join(dirname(newPath('x')), 'council')
  mkdirSync(folder)
  const ledger = join(folder, 'walsall.sqlite')
  renameSync(made, ledger)
  const path = join(folder, 'send-ledger.config.mjs')
  writeFileSync(path, text)
  return { ledger, path }
}

/** The date of every question. */
export const asAt = ['--as-at', '2021-07-31'] as const
