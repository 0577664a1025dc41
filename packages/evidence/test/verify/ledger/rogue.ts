/**
 * A small ledger in a SQLite file, and a rogue who writes in the file past the ledger.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { checkEvent, type Draft, explain, instant, type Ledger, recorder } from '@send-ledger/core'
import { base64, leafHash } from '@send-ledger/core/proof'
import type { EventType } from '@send-ledger/core/records'
import { sha256 } from '@send-ledger/evidence/sign'
import {
  explainFinding,
  type LedgerVerification,
  type LedgerVerified,
  verifyLedger,
} from '@send-ledger/evidence/verify'
import { createSqliteLedger, openSqliteLedger } from '@send-ledger/store-sqlite'
import * as E from 'fp-ts/lib/Either.js'

export const origin = 'urn:send-ledger:example'

const folder = mkdtempSync(join(tmpdir(), 'send-ledger-verify-'))
let files = 0

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A path at which there is nothing yet. */
export const newPath = (ending = '.sqlite'): string => join(folder, `${files++}${ending}`)

export const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

export const idOf = (n: number): string =>
  `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

/** An event, recorded at noon of its day plus as many seconds as its number. */
export const draft = (
  n: number,
  stream: string,
  type: EventType,
  effectiveOn: string,
  data: object = {},
): Draft => {
  const event = checkEvent({ id: idOf(n), type, version: 1, stream, effectiveOn, data })
  if (E.isLeft(event)) throw new Error(explain(event.left))
  const seconds = String(n % 60).padStart(2, '0')
  return { event: event.right, recordedAt: instant(`${effectiveOn}T12:00:${seconds}.000Z`) }
}

const requested = { requestedBy: 'school', startedBy: 'request' }

/** Two cases side by side: 8 records, positions 0 to 7. */
export const twoCases = (): readonly Draft[] => [
  draft(1, 'case-1', 'RequestReceived', '2021-01-04', requested),
  draft(2, 'case-2', 'RequestReceived', '2021-01-05', requested),
  draft(3, 'case-1', 'AssessmentAgreed', '2021-02-12'),
  draft(4, 'case-2', 'AssessmentAgreed', '2021-02-15'),
  draft(5, 'case-1', 'DraftPlanIssued', '2021-05-03'),
  draft(6, 'case-2', 'DraftPlanIssued', '2021-05-04'),
  draft(7, 'case-1', 'PlanIssued', '2021-05-24'),
  draft(8, 'case-2', 'PlanIssued', '2021-05-25'),
]

/** Notes on one action, so many that edges of the tree are kept: one every 1024 records. */
export const manyNotes = (count: number): readonly Draft[] =>
  Array.from({ length: count }, (_, i) =>
    i === 0
      ? draft(1, 'action-1', 'ActionAgreed', '2021-05-03', {
          programmeId: 'programme-1',
          number: '1.1',
          title: 'An action',
          areaIds: ['1'],
          workstreamId: 'ehcp',
          owner: 'Head of SEND',
          dueOn: '2021-12-31',
          successCriteria: ['done'],
        })
      : {
          ...draft(i + 1, 'action-1', 'ActionProgressNoted', '2021-05-04', { note: `note ${i}` }),
          recordedAt: instant('2021-05-04T13:00:00.000Z'),
        },
  )

/** A ledger file of these records. */
export const ledgerFile = async (drafts: readonly Draft[], name = origin): Promise<string> => {
  const path = newPath()
  const now = () => instant('2021-12-31T12:00:00.000Z')
  const ledger = right(await createSqliteLedger(path, name, { now })())
  for (const outcome of right(await recorder(ledger, { now }).record(drafts)())) {
    if (E.isLeft(outcome)) throw new Error(explain(outcome.left))
  }
  await ledger.close()()
  return path
}

/** Opens a ledger file, uses it and closes it. */
export const using = async <A>(path: string, use: (ledger: Ledger) => Promise<A>): Promise<A> => {
  const ledger = right(await openSqliteLedger(path)())
  try {
    return await use(ledger)
  } finally {
    await ledger.close()()
  }
}

export const verified = (path: string, given: LedgerVerification = {}): Promise<LedgerVerified> =>
  using(path, async (ledger) => right(await verifyLedger(ledger, given)()))

/** The tags of what is found, and the sentences must all be there. */
export const tags = ({ findings }: LedgerVerified): readonly string[] => {
  for (const finding of findings) expect(explainFinding(finding)).toMatch(/^.{20,}\.$/)
  return findings.map(({ _tag }) => _tag)
}

/** The three lines of a checkpoint of a ledger file as it is now, without a signature. */
export const checkpointOf = (path: string, size?: number): Promise<string> =>
  using(path, async (ledger) => {
    const count = size ?? right(await ledger.head()()).size
    return `${ledger.origin}\n${count}\n${base64(right(await ledger.rootAt(count)()))}\n`
  })

/** A connection of its own, on which the guards of the file are taken off and put on again. */
export const rogue = (path: string, act: (database: Rogue) => void): void => {
  const database = new DatabaseSync(path)
  const guards = database.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
  const triggers = guards.all() as unknown as { name: string; sql: string }[]
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`)
  act(new Rogue(database))
  for (const { sql } of triggers) database.exec(sql)
  database.close()
}

/** What a rogue does. */
export class Rogue {
  constructor(readonly database: InstanceType<typeof DatabaseSync>) {}

  run(sql: string, ...values: readonly (string | number | Uint8Array)[]): void {
    this.database.prepare(sql).run(...values)
  }

  text(position: number): string {
    const row = this.database.prepare('SELECT record FROM record WHERE position = ?').get(position)
    return (row as { record: string }).record
  }

  /** Puts a text in the place of a record's, with the leaf and the index that belong to it. */
  replace(position: number, text: string): void {
    const { id, stream, revision, recordedAt } = JSON.parse(text)
    this.run(
      `UPDATE record SET record = ?, leaf = ?, id = ?, stream = ?, revision = ?, recorded_at = ?
       WHERE position = ?`,
      text,
      leafHash(sha256, Buffer.from(text)),
      id,
      stream,
      revision,
      recordedAt,
      position,
    )
  }

  /** Adds a record at the end, with all that belongs to it. */
  add(position: number, text: string): void {
    const { id, stream, revision, recordedAt } = JSON.parse(text)
    const leaf = leafHash(sha256, Buffer.from(text))
    const values = [position, id, stream, revision, recordedAt, text, leaf]
    this.run('INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?)', ...values)
  }
}
