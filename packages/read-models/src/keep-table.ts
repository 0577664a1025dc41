/**
 * Keeps the points of a view in a table of a SQLite file, for tools that read SQL. Every figure of
 * the view as at D, as known at a size n of the ledger, is
 * `SELECT sum(change) FROM compliance WHERE measure = ... AND happened_on <= D AND position < n`.
 */
import { defaultLaw, type Law, type Ledger, type LedgerFailure, type View } from '@send-ledger/core'
import { followPoints, type RetryAfter } from '@send-ledger/core/live'
import { base64 } from '@send-ledger/core/proof'
import { retried } from '@send-ledger/core/store'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { TableFailure } from './failure.js'
import { openTables } from './file.js'
import { add, type Database, isOfOthers, make, type Progress, progressOf, swap } from './table.js'

/** What is kept, and where. */
export interface TableOptions {
  /** The file; made where there is none. */
  readonly path: string
  /** The name of the table; that of the view unless told. */
  readonly table?: string
  readonly law?: Law
  /** Ends the keeping; what was kept stays, and is gone on from. */
  readonly stop: AbortSignal
  readonly retryAfter?: RetryAfter
  /** Told whenever the table has all that is known so far. */
  readonly onCaughtUp?: (size: number) => void
  readonly onProgress?: (size: number) => void
}

/** A view, as far as its points go. */
export type PointsOf = Pick<View<never, never, unknown>, 'name' | 'projections'>

/** How long a reader or a writer waits for another one. Unit: milliseconds. */
const patience = 30_000

/**
 * Keeps the points of a view in a table until it is stopped. A page of records is taken over in
 * one transaction with the position that it comes to: a process that is killed goes on from there.
 * Where the view counts otherwise than the one that made the table, the table is made anew beside
 * it, and takes its place when it is whole.
 *
 * Errors: those of `follow`; `LedgerClosed` where the ledger is closed before the stop;
 * `TableUnavailable` where the file cannot be written; `OtherLedger`
 * where the table is of another ledger or history.
 *
 * @example
 * import { mkdtempSync } from 'node:fs'
 * import { tmpdir } from 'node:os'
 * import { join } from 'node:path'
 * import { createHash } from 'node:crypto'
 * import { instant } from '@send-ledger/core'
 * import { complianceView } from '@send-ledger/compliance'
 * import { keepTable } from '@send-ledger/read-models'
 * import { memoryLedger } from '@send-ledger/store-memory'
 *
 * const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
 * const ledger = memoryLedger({ sha256, now: () => instant('2021-05-04T09:12:00.000Z') })
 * const stop = new AbortController()
 * const path = join(mkdtempSync(join(tmpdir(), 'send-ledger-')), 'bi.sqlite')
 * const onCaughtUp = () => stop.abort()
 * const kept = await keepTable(ledger, complianceView, { path, stop: stop.signal, onCaughtUp })()
 * assert.deepStrictEqual(kept, { _tag: 'Right', right: undefined })
 */
export const keepTable =
  (ledger: Ledger, view: PointsOf, options: TableOptions): TaskEither<TableFailure, void> =>
  async () => {
    const attempt = patient(ledger, options)
    const opened = await attempt(() => openTables(options.path))
    if (E.isLeft(opened)) return endedBy(options.stop, opened)
    try {
      return endedBy(
        options.stop,
        await kept({ database: opened.right, attempt, ledger }, view, options),
      )
    } finally {
      opened.right.close()
    }
  }

/** What was stopped has come to its end. */
const endedBy = (
  { aborted }: AbortSignal,
  outcome: E.Either<TableFailure, void>,
): E.Either<TableFailure, void> =>
  aborted && E.isLeft(outcome) && outcome.left._tag === 'LedgerClosed'
    ? E.right(undefined)
    : outcome

/** Does something with the file. */
type Attempt = <A>(act: () => A) => Promise<E.Either<TableFailure, A>>

/**
 * Tries again while others hold the file: meanwhile the process goes on. It is over as soon as the
 * stop is asked for, or the ledger is closed.
 */
const patient =
  ({ origin, closed }: Ledger, { path, stop }: TableOptions): Attempt =>
  async (act) => {
    const since = performance.now()
    const isOver = () => stop.aborted || closed?.aborted === true
    const retryAfter = () =>
      isOver() || performance.now() - since >= patience ? undefined : 1 + Math.random() * 10
    const done = await retried(async () => E.tryCatch(act, (thrown) => thrown as Thrown), {
      mayPass: isLocked,
      retryAfter,
    })
    return E.mapLeft(
      (thrown: Thrown): TableFailure =>
        isLocked(thrown) && isOver()
          ? { _tag: 'LedgerClosed', ledger: origin }
          : { _tag: 'TableUnavailable', path, reason: String(thrown.message ?? thrown) },
    )(done)
  }

interface Thrown {
  readonly sqliteCode?: unknown
  readonly message?: unknown
}

/** SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL. */
const isLocked = ({ sqliteCode }: Thrown): boolean => [5, 6, 15].includes(sqliteCode as number)

/** Raised when the columns change, or what is put into them. */
const format = 1

const identityOf = ({ projections }: PointsOf, { ruleSet, counting }: Law): string =>
  JSON.stringify([
    format,
    projections.map(({ name, version }) => [name, version]),
    [ruleSet.name, counting],
  ])

/** Where a table is kept, and what it is of. */
interface Keeping {
  readonly database: Database
  readonly attempt: Attempt
  readonly ledger: Ledger
}

const kept = async (
  keeping: Keeping,
  view: PointsOf,
  options: TableOptions,
): Promise<E.Either<TableFailure, void>> => {
  const { database, attempt, ledger } = keeping
  const { path, table = view.name, law = defaultLaw, stop, retryAfter } = options
  const begun = await begin(keeping, { path, table, identity: identityOf(view, law) })
  if (E.isLeft(begun)) return begun
  let { into } = begun.right
  const { progress } = begun.right
  const following = { from: progress.size, law, stop, ...(retryAfter ? { retryAfter } : {}) }
  for await (const page of followPoints(ledger, view.projections, following)) {
    if (E.isLeft(page)) return page
    const { points, size, root, isCaughtUp } = page.right
    const taken = await attempt(() => {
      add(database, into, points, { ...progress, size, root: base64(root) })
      if (isCaughtUp && into !== table) {
        swap(database, table, into)
        into = table
      }
    })
    if (E.isLeft(taken)) return taken
    options.onProgress?.(size)
    if (isCaughtUp) options.onCaughtUp?.(size)
  }
  return stop.aborted ? E.right(undefined) : E.left({ _tag: 'LedgerClosed', ledger: ledger.origin })
}

interface Wanted {
  readonly path: string
  readonly table: string
  readonly identity: string
}

/** The table that is gone on with, or one that is begun anew, and how far it has come. */
const begin = async (
  { database, attempt, ledger }: Keeping,
  { path, table, identity }: Wanted,
): Promise<E.Either<TableFailure, { readonly into: string; readonly progress: Progress }>> => {
  const anew = `${table}__next`
  const found = await attempt(() =>
    [table, anew]
      .map((into) => ({ into, progress: progressOf(database, into) }))
      .find(({ progress }) => progress?.identity === identity),
  )
  if (E.isLeft(found)) return found
  const strange = await attempt(() => [table, anew].find((name) => isOfOthers(database, name)))
  if (E.isLeft(strange)) return strange
  if (strange.right !== undefined) {
    const reason = `there is a table ${strange.right} in it that was not made here`
    return E.left({ _tag: 'TableUnavailable', path, reason })
  }
  const there = await attempt(() => progressOf(database, table))
  if (E.isLeft(there)) return there
  const before = found.right?.progress ?? there.right
  if (before !== undefined) {
    const isSame = await isOf(ledger, before)
    if (E.isLeft(isSame)) return isSame
    if (!isSame.right) return E.left({ _tag: 'OtherLedger', path, table })
  }
  if (found.right?.progress)
    return E.right({ into: found.right.into, progress: found.right.progress })
  const root = await ledger.rootAt(0)()
  if (E.isLeft(root)) return root
  const progress = { origin: ledger.origin, identity, size: 0, root: base64(root.right) }
  return E.map(() => ({ into: anew, progress }))(
    await attempt(() => make(database, anew, progress)),
  )
}

/** Whether a table was made of the first records of the ledger as it is. */
const isOf = async (
  ledger: Ledger,
  { origin, size, root }: Progress,
): Promise<E.Either<LedgerFailure, boolean>> => {
  if (origin !== ledger.origin) return E.right(false)
  const head = await ledger.head()()
  if (E.isLeft(head)) return head
  if (head.right.size < size) return E.right(false)
  return E.map((now: Uint8Array) => base64(now) === root)(await ledger.rootAt(size)())
}
