/**
 * Verifies a ledger: works out again all that can be worked out from its records, and compares it
 * with what the ledger keeps and with a checkpoint that was kept outside.
 */
import type { Instant, Ledger, LedgerFailure } from '@send-ledger/core'
import type { Frontier, Hash, Signature } from '@send-ledger/core/proof'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { LedgerNotChecked } from '../not-checked.js'
import type { LedgerFinding } from './findings.js'
import { Found } from './found.js'
import { type CheckpointHeld, openHeld } from './held-checkpoint.js'
import { checkLifeCycles, type LifeCyclesChecked } from './life-cycles.js'
import { type Issued, Walk } from './walk.js'

/** What a ledger is verified against. */
export interface LedgerVerification {
  readonly checkpoint?: CheckpointHeld
  /** The present instant; where it is given, records that were made later are a finding. */
  readonly now?: Instant
  /** Told how far it has come: of twice the number of records, for each is read twice. */
  readonly onProgress?: (done: number) => void
}

/** What came of it. */
export interface LedgerVerified {
  readonly origin: string
  /** Number of records. */
  readonly size: number
  /** The root over the records as they are read, whatever the store says. */
  readonly root: Hash
  /** Number of streams. */
  readonly streams: number
  /** The first thousand. The ledger holds where there is none. */
  readonly findings: readonly LedgerFinding[]
  /** Number of all findings. */
  readonly findingCount: number
  /** Who signed the checkpoint, and when witnesses saw it. */
  readonly signatures: readonly Signature[]
  /** Evidence packs that the ledger says were made of it. */
  readonly issued: readonly Issued[]
  readonly notChecked: readonly LedgerNotChecked[]
}

/**
 * Whether a ledger is whole and true to its own rules, and the one that a checkpoint was made of.
 *
 * Unit: the records are read twice, page by page and then stream by stream. Memory does not grow
 * with the records but for 40 to 80 bytes a record (its id) and 100 a stream.
 * Errors: the ledger's failures, where they are no damage. What is wrong with it is a finding.
 *
 * @example
 * import { instant } from '@send-ledger/core'
 * import { sha256 } from '@send-ledger/evidence/sign'
 * import { verifyLedger } from '@send-ledger/evidence/verify'
 * import { memoryLedger } from '@send-ledger/store-memory'
 *
 * const ledger = memoryLedger({ sha256, now: () => instant('2021-05-04T09:12:00.000Z') })
 * const verified = await verifyLedger(ledger)()
 * assert.ok(verified._tag === 'Right' && verified.right.findings[0]?._tag === 'NoRecords')
 */
export const verifyLedger =
  (
    ledger: Ledger,
    { checkpoint, now, onProgress = () => {} }: LedgerVerification = {},
  ): TaskEither<LedgerFailure, LedgerVerified> =>
  async () => {
    // Before the head: edges that are kept meanwhile would lie beyond it.
    const kept = await keepingOf(ledger)
    if (E.isLeft(kept)) return kept
    const head = await ledger.head()()
    if (E.isLeft(head)) return head
    const { size } = head.right
    const held = openHeld(ledger.origin, checkpoint)

    const found = new Found()
    found.add(...(size === 0 ? [{ _tag: 'NoRecords' } as const] : []), ...held.findings)
    found.add(...kept.right.flaws.map((flaw) => ({ _tag: 'KeepingFlawed', flaw }) as const))
    const told = { head: head.right, edges: kept.right.edges, checkpoint: held.checkpoint }
    const walk = new Walk(told, found, now)
    const failed = await walk.over(ledger, size, onProgress)
    if (failed) return E.left(failed)
    const seen = { streams: walk.streams, size }
    const cycles = await checkLifeCycles(ledger, seen, found, (done) => onProgress(size + done))
    if (E.isLeft(cycles)) return cycles

    return E.right({
      origin: ledger.origin,
      size,
      root: walk.roots.root,
      streams: walk.streams.size,
      findings: found.list,
      findingCount: found.count,
      signatures: held.signatures,
      issued: walk.issued,
      notChecked: [
        ...held.notChecked,
        ...afterCheckpoint(held.checkpoint?.size, size),
        ...(ledger.audit ? [] : [{ _tag: 'KeepingNotShown' } as const]),
        ...leftByCycles(cycles.right),
        ...notUnderstood(walk.carried),
      ],
    })
  }

const notUnderstood = (carried: ReadonlyMap<string, number>): readonly LedgerNotChecked[] =>
  carried.size === 0
    ? []
    : [{ _tag: 'NotUnderstood', types: [...carried].map(([type, records]) => ({ type, records })) }]

const leftByCycles = ({ withDamage, earlier }: LifeCyclesChecked): readonly LedgerNotChecked[] => [
  ...(withDamage === 0 ? [] : [{ _tag: 'StreamsWithDamage', count: withDamage } as const]),
  ...(earlier.length === 0 ? [] : [{ _tag: 'TakenEarlier', records: earlier } as const]),
]

interface Keeping {
  readonly edges: readonly Frontier[]
  readonly flaws: readonly string[]
}

/** What the store shows of its keeping besides its records. */
const keepingOf = async ({ audit }: Ledger): Promise<E.Either<LedgerFailure, Keeping>> => {
  if (audit === undefined) return E.right({ edges: [], flaws: [] })
  const flaws = await audit.flaws()()
  if (E.isLeft(flaws)) return flaws
  const edges = await audit.edges()()
  return E.isLeft(edges) ? edges : E.right({ edges: edges.right, flaws: flaws.right })
}

const afterCheckpoint = (from: number | undefined, until: number): readonly LedgerNotChecked[] =>
  from === undefined || from >= until ? [] : [{ _tag: 'AfterCheckpoint', from, until }]
