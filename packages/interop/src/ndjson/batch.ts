/**
 * Lines gathered into batches, each recorded by one call, and what became of them counted.
 */
import { createHash } from 'node:crypto'
import type { Draft, LedgerFailure, Recorder, RecordOutcome } from '@send-ledger/core'
import type { Declare } from '@send-ledger/core/records'
import * as E from 'fp-ts/lib/Either.js'
import { importDeclaration } from './import-declaration.js'
import { type Line, longestLine } from './line-splitter.js'
import { parseLine, type RecordedTime } from './parse-line.js'
import { type LineRefusal, type Reject, refusalOfLine } from './reject.js'

/** Takes a line that was not recorded. */
export type RejectSink = (reject: Reject) => void | Promise<void>

/** The sink of rejected lines failed. */
export interface RejectsNotTaken {
  readonly _tag: 'RejectsNotTaken'
  readonly reason: string
}

/** What a batch needs to know of an import. */
export interface BatchOptions {
  /** What the file is called. */
  readonly name: string
  readonly recordedTime: RecordedTime
  readonly onReject: RejectSink
}

/** How many lines are recorded by one call. */
const batchLines = 1_000
/** A batch of long lines is recorded earlier. Unit: characters. */
const batchLength = 4 * longestLine

interface Entry {
  readonly line: number
  readonly raw: string
  readonly draft: E.Either<LineRefusal, Draft>
}

/** The lines of one file on their way into a ledger. */
export class ImportBatch {
  /** What became of the lines recorded so far. */
  counts = { accepted: 0, duplicates: 0, rejected: 0 }
  /** Whether instants were kept, and so declared. */
  declared = false
  /** Of the lines taken so far, each ended by a line feed. */
  private readonly hash = createHash('sha256')
  /** Lines that are not hashed yet: many at once cost less. */
  private toHash = ''
  private entries: Entry[] = []
  private length = 0

  constructor(
    private readonly target: Recorder,
    private readonly options: BatchOptions,
  ) {}

  /**
   * Takes lines, and records a full batch when there is a line after it: the last one is left for
   * the end of the file, which has its hash.
   */
  async take(lines: readonly Line[]): Promise<E.Either<LedgerFailure | RejectsNotTaken, void>> {
    for (const line of lines) {
      const isBlank = line.text.trim() === '' && line._tag === 'Text'
      const isFull = this.entries.length >= batchLines || this.length >= batchLength
      if (isFull && !isBlank) {
        const flushed = await this.flush()
        if (E.isLeft(flushed)) return flushed
      }
      if (this.options.recordedTime === 'keep') this.toHash += `${line.text}\n`
      if (isBlank) continue
      this.entries.push({ line: line.number, raw: line.text, draft: this.draftOf(line) })
      this.length += line.text.length
    }
    return E.right(undefined)
  }

  /**
   * Records what is gathered, and declares it where instants are kept.
   *
   * @param sha256 of the whole file, where it was read to its end; else of its lines so far.
   */
  async flush(sha256 = this.hashed()): Promise<E.Either<LedgerFailure | RejectsNotTaken, void>> {
    const entries = this.entries
    this.entries = []
    this.length = 0
    const drafts = entries.flatMap(({ draft }) => (E.isRight(draft) ? [draft.right] : []))
    const recorded = drafts.length === 0 ? E.right([]) : await this.record(drafts, sha256)
    if (E.isLeft(recorded)) return recorded
    let next = 0
    for (const entry of entries) {
      const refusal = E.isLeft(entry.draft)
        ? entry.draft.left
        : this.count(entry.draft.right, recorded.right[next++])
      const handed = refusal ? await this.reject(entry, refusal) : E.right(undefined)
      if (E.isLeft(handed)) return handed
    }
    return E.right(undefined)
  }

  private hashed(): string {
    this.hash.update(this.toHash)
    this.toHash = ''
    return this.hash.copy().digest('hex')
  }

  private record(drafts: readonly Draft[], sha256: string) {
    if (this.options.recordedTime !== 'keep') return this.target.record(drafts)()
    const declare: Declare = ({ count, last }) =>
      importDeclaration({ source: this.options.name, sha256, count, lastKept: last })
    return this.target.record(drafts, declare)()
  }

  private draftOf(line: Line): E.Either<LineRefusal, Draft> {
    if (line._tag !== 'Text') return E.left(unreadable(line))
    const draft = parseLine(line.text, this.options.recordedTime, this.target.types)
    if (E.isLeft(draft)) {
      const cutShort = draft.left.code === 'not-json' && !line.ended
      return cutShort ? E.left({ code: 'not-json', reason: brokenOff }) : draft
    }
    return draft
  }

  /** Counts what became of a draft; gives the refusal where it was refused. */
  private count(draft: Draft, result: RecordOutcome | undefined): LineRefusal | undefined {
    if (result === undefined) throw new Error('the recorder gave fewer results than drafts')
    if (E.isLeft(result)) return refusalOfLine(result.left)
    const { duplicate } = result.right
    if (duplicate) this.counts.duplicates++
    else this.counts.accepted++
    if (!duplicate && draft.recordedAt !== undefined) this.declared = true
    return undefined
  }

  private async reject(
    { line, raw }: Entry,
    refusal: LineRefusal,
  ): Promise<E.Either<RejectsNotTaken, void>> {
    this.counts.rejected++
    try {
      await this.options.onReject({ line, ...refusal, raw })
      return E.right(undefined)
    } catch (cause) {
      return E.left({ _tag: 'RejectsNotTaken', reason: E.toError(cause).message })
    }
  }
}

const brokenOff = 'the file ends within the line: it may have been cut short. Get it whole again.'

const unreadable = (line: Line): LineRefusal =>
  line._tag === 'NotUtf8'
    ? { code: 'not-utf8', reason: 'the line is no UTF-8. Save the file as UTF-8.' }
    : {
        code: 'line-too-long',
        reason: `the line is longer than ${longestLine} bytes, which no record is.`,
      }
