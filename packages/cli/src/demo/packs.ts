/**
 * The evidence packs of the demo: as at the report's date, and three months later with what was
 * recorded late, compared with the first.
 */
import { join } from 'node:path'
import { defaultLaw, endOfDay, type Ledger } from '@send-ledger/core'
import { dateInWords } from '@send-ledger/core/figures'
import { createKeyFiles } from '@send-ledger/evidence/sign'
import * as E from 'fp-ts/lib/Either.js'
import { keyStop, signerIn } from '../key-given.js'
import { type Issued, issue, previousGiven } from '../pack/issue.js'
import { type Outcome, refused } from '../stop.js'
import type { Terminal } from '../terminal.js'
import { verifyPackAt } from '../verified/pack.js'
import { moments } from './answers.js'

/** Both packs of the demo, and the key to verify them with. */
export interface DemoPacks {
  readonly verifierKeyPath: string
  readonly packs: readonly Issued[]
}

/** Makes a key, and issues both packs in a folder. */
export const demoPacks = async (
  terminal: Terminal,
  ledger: Ledger,
  { folder, ledgerPath }: { readonly folder: string; readonly ledgerPath: string },
): Promise<Outcome<DemoPacks>> => {
  const keyPath = `${ledgerPath}.key`
  const keys = await createKeyFiles(keyPath, { name: ledger.origin, use: 'signature' })()
  if (E.isLeft(keys)) return keyStop(keys.left)
  const signer = await signerIn(keyPath, terminal)
  if (E.isLeft(signer)) return signer
  const packs: Issued[] = []
  for (const on of [moments.asAt, moments.knownLater]) {
    const previous = previousGiven(packs.at(-1)?.folder)
    if (E.isLeft(previous)) return previous
    const issued = await issue(terminal, ledger, {
      title: `Walsall SEND improvement programme, ${dateInWords(on)}`,
      to: undefined,
      asAt: on,
      knownAt: endOfDay(on),
      law: defaultLaw,
      signer: signer.right,
      previous: previous.right,
      folder: join(folder, `evidence-${on}`),
      zip: undefined,
    })
    if (E.isLeft(issued)) return issued
    packs.push(issued.right)
  }
  const { verifierKeyPath } = keys.right
  const verified = await verifyEach(terminal, packs, verifierKeyPath)
  return E.isLeft(verified) ? verified : E.right({ verifierKeyPath, packs })
}

/** Proves each pack by the key, and that the ledger was only added to since the one before. */
const verifyEach = async (
  terminal: Terminal,
  packs: readonly Issued[],
  key: string,
): Promise<Outcome<void>> => {
  for (const [i, { folder }] of packs.entries()) {
    const since = packs[i - 1]?.folder
    const report = await verifyPackAt(terminal, folder, {
      key: [key],
      ...(since === undefined ? {} : { since }),
    })
    if (E.isLeft(report)) return report
    const [finding] = report.right.findings
    if (finding) return refused(`the pack at ${folder} could not be verified: ${finding.says}`)
  }
  return E.right(undefined)
}

/** The packs in words. */
export const packsInWords = ({ verifierKeyPath, packs }: DemoPacks): readonly string[] => [
  'Evidence packs, each with its report, tables, lineage and proofs:',
  ...packs.map(({ folder, pack }) => `- ${folder} (open data/report.html), root ${pack.packRoot}`),
  `Both are signed and were verified, the second against the first. Do it yourself with their key:`,
  `  send-ledger verify ${packs.at(-1)?.folder} --key ${verifierKeyPath} --since ${packs[0]?.folder}`,
]
