/**
 * What must hold of a ledger whatever its views are: instants that have come, and ratings of the
 * scale in use. A store keeps to both but where a clock was wrong, or where two machines write to a
 * server at once.
 */
import {
  explain,
  type Ledger,
  type LedgerFailure,
  type LedgerRecord,
  type StreamId,
} from '@send-ledger/core'
import type { Checked } from '@send-ledger/core/figures'
import { type ReadRecords, slippedRatings } from '@send-ledger/core/proof'
import { latestBy, recordPages } from '@send-ledger/core/records'
import * as E from 'fp-ts/lib/Either.js'
import { notDone, type Outcome } from '../stop.js'
import type { Terminal } from '../terminal.js'

/** The checks of a ledger itself. */
export const ledgerChecks = async (
  terminal: Terminal,
  ledger: Ledger,
): Promise<Outcome<readonly Checked[]>> => {
  const ahead = await recordsAhead(terminal, ledger)
  if (E.isLeft(ahead)) return notDone(explain(ahead.left))
  const slipped = await ratingsOfNoScale(ledger)
  if (E.isLeft(slipped)) return notDone(explain(slipped.left))
  return E.right([
    { name: 'no record is of an instant still to come', failing: bySubject(ahead.right) },
    {
      name: 'each rating is of the scale in use when it was recorded',
      failing: bySubject(slipped.right),
    },
  ])
}

type Placed = Pick<LedgerRecord, 'stream' | 'position'>
type Found = E.Either<LedgerFailure, readonly Placed[]>

const bySubject = (records: readonly Placed[]): Checked['failing'] => {
  const positions = new Map<StreamId, number[]>()
  for (const { stream, position } of records) {
    positions.set(stream, [...(positions.get(stream) ?? []), position])
  }
  return [...positions].map(([subject, at]) => ({ subject, count: at.length, positions: at }))
}

/** How many records that stand after the present are named. */
const mostNamed = 1000

const recordsAhead = async ({ io }: Terminal, ledger: Ledger): Promise<Found> => {
  const from = await ledger.sizeKnownAt(latestBy(io.now()))()
  return E.isLeft(from) ? from : ledger.readAll({ from: from.right, limit: mostNamed })()
}

const ratingsOfNoScale = async (ledger: Ledger): Promise<Found> => {
  const rated = new Set<StreamId>()
  for await (const page of recordPages(ledger)) {
    if (E.isLeft(page)) return page
    for (const { type, stream } of page.right.records) {
      if (type === 'ActionRagChanged') rated.add(stream)
    }
  }
  const known = new Map<StreamId, ReturnType<ReadRecords<LedgerFailure>>>()
  const programme: ReadRecords<LedgerFailure> = (stream) => {
    const read = known.get(stream) ?? ledger.readStream(stream)()
    known.set(stream, read)
    return read
  }
  const found: Placed[] = []
  for (const stream of rated) {
    const records = await ledger.readStream(stream)()
    if (E.isLeft(records)) return records
    const slipped = await slippedRatings(records.right, programme)
    if (E.isLeft(slipped)) return slipped
    found.push(...slipped.right.map(({ position }) => ({ stream, position })))
  }
  return E.right(found)
}
