/**
 * The demo: makes the Walsall ledger, asks it, and sets its figures beside the published ones.
 */

import { dirname } from 'node:path'
import { civilDate, explain, type Ledger } from '@send-ledger/core'
import {
  illustrative,
  published,
  walsallAutumn,
  walsallHistory,
  walsallOrigin,
} from '@send-ledger/example-walsall'
import { workforceView } from '@send-ledger/workforce'
import { wsoaView } from '@send-ledger/wsoa'
import * as E from 'fp-ts/lib/Either.js'
import { closedAfter } from '../ledger-place.js'
import { type Exact, inJsonLine, type Line } from '../printed.js'
import { notDone, type Outcome, refused } from '../stop.js'
import type { Terminal } from '../terminal.js'
import { documentSections } from '../view/document-sections.js'
import { type DemoAnswers, demoAnswers, moments } from './answers.js'
import { type Compared, comparisonSection, comparisons } from './comparison.js'
import { type KnownTwice, knownTwice, knownTwiceSection } from './known-twice.js'
import { demoLedger, demoPath } from './ledger.js'
import { type DemoPacks, demoPacks, packsInWords } from './packs.js'

/** Runs the demo; its ledger is kept in the folder given, or in a new one for passing files. */
export const demo = async (terminal: Terminal, out: string | undefined): Promise<Outcome> => {
  const path = demoPath(out)
  if (E.isLeft(path)) return path
  const ledger = await demoLedger(terminal, path.right, {
    origin: walsallOrigin,
    drafts: [...walsallHistory(), ...walsallAutumn()],
  })
  if (E.isLeft(ledger)) return ledger
  return closedAfter(ledger.right, (opened) => shownFrom(terminal, opened, path.right))
}

/** What the demo has to show. */
interface Findings {
  readonly path: string
  readonly answers: DemoAnswers
  readonly compared: readonly Compared[]
  readonly twice: readonly KnownTwice[]
  readonly packs: DemoPacks
}

const shownFrom = async (terminal: Terminal, ledger: Ledger, path: string): Promise<Outcome> => {
  const answers = await demoAnswers(ledger, {
    plansMaintainedOn: published.plansMaintained.map(({ on }) => civilDate(on)),
    backlogOn: civilDate(published.backlog.openOn),
  })
  if (E.isLeft(answers)) return notDone(explain(answers.left))
  const compared = comparisons(published, answers.right)
  const packs = await demoPacks(terminal, ledger, { folder: dirname(path), ledgerPath: path })
  if (E.isLeft(packs)) return packs
  const findings = {
    path,
    answers: answers.right,
    compared,
    twice: knownTwice(answers.right),
    packs: packs.right,
  }
  const printed = await terminal.print(terminal.json ? inJson(findings) : await inWords(findings))
  if (E.isLeft(printed)) return printed
  const differing = compared.filter(({ equal }) => !equal).map(({ figure }) => figure)
  return differing.length === 0
    ? E.right(0)
    : refused(`the ledger differs from what was published in: ${differing.join('; ')}.`)
}

const inJson = ({ path, compared, twice, packs }: Findings): Exact =>
  inJsonLine({
    ledger: path,
    source: published.source,
    figures: compared,
    knownTwice: twice,
    illustrative,
    packs: packs.packs.map(({ folder, pack }) => ({ pack: folder, packRoot: pack.packRoot })),
    verifierKey: packs.verifierKeyPath,
  })

const inWords = async ({
  path,
  answers,
  compared,
  twice,
  packs,
}: Findings): Promise<readonly Line[]> => {
  const { sectionsText } = await import('../view/section-text.js')
  const tables = sectionsText([
    comparisonSection(compared),
    ...documentSections([
      ...wsoaView.document(answers.wsoa, moments).sections,
      ...workforceView.document(answers.workforce, moments).sections,
    ]),
    knownTwiceSection(twice),
  ])
  const equal = compared.filter((each) => each.equal).length
  return [
    `Published: ${published.source}.`,
    '',
    ...tables,
    '',
    `${equal} of ${compared.length} published figures are equal to those of the ledger.`,
    '',
    { bold: 'Illustrative: invented for the example, and published nowhere' },
    ...illustrative.map((text) => `- ${text}`),
    '',
    ...packsInWords(packs),
    '',
    `The ledger is ${path}. Ask it yourself:`,
    `  send-ledger view compliance ${path} --as-at 2021-07-31 --known-at 2021-07-31`,
  ]
}
