/**
 * A file of lines into a ledger, in constant memory. A line that cannot be recorded is handed
 * back with its number and reason, and never stops the rest.
 */
import { createHash } from 'node:crypto'
import { explain, type LedgerFailure, type Recorder } from '@send-ledger/core'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { ImportBatch, type RejectSink, type RejectsNotTaken } from './batch.js'
import { LineSplitter } from './line-splitter.js'
import { type OtherKind, otherKindOf, tellingBytes } from './other-kind.js'
import type { RecordedTime } from './parse-line.js'

/** How a file is imported. */
export interface ImportOptions {
  /** What the file is called, for the declaration of the import. */
  readonly name: string
  readonly recordedTime: RecordedTime
  /** Takes the lines that were not recorded, in the order of the file. */
  readonly onReject: RejectSink
  readonly onProgress?: (progress: ImportProgress) => void
}

/** How far an import has come. */
export interface ImportProgress {
  /** Unit: bytes of the file. */
  readonly bytes: number
  readonly accepted: number
  readonly duplicates: number
  readonly rejected: number
}

/** What became of the lines of a file. Blank lines count nowhere. */
export interface ImportSummary {
  /** Records written. */
  readonly accepted: number
  /** Lines whose record stood in the ledger before, with the same content. */
  readonly duplicates: number
  /** Lines that were not recorded. */
  readonly rejected: number
  /** Of the bytes of the file, in hexadecimal. */
  readonly sha256: string
  /** Whether the import was declared in the ledger: where instants were kept. */
  readonly declared: boolean
}

/** The file could not be read to its end. */
export interface InputUnreadable {
  readonly _tag: 'InputUnreadable'
  readonly name: string
  readonly reason: string
}

/** Why an import did not come to its end. What was recorded before it stays recorded. */
export type ImportFailure = LedgerFailure | InputUnreadable | OtherKind | RejectsNotTaken

/** The sentence for an import that did not come to its end. */
export const explainImportFailure = (failure: ImportFailure): string => {
  switch (failure._tag) {
    case 'InputUnreadable':
      return `${failure.name} could not be read to its end: ${failure.reason}. Import it again: what is recorded already is skipped.`
    case 'OtherKind':
      return `${failure.name} looks like ${failure.kind}. Nothing of it was recorded; what is read is NDJSON, one CloudEvent in JSON on each line.`
    case 'RejectsNotTaken':
      return `the rejected lines could not be written: ${failure.reason}. Import again: what is recorded already is skipped.`
    default:
      return explain(failure)
  }
}

/**
 * Records the lines of a file. The same file again records nothing more, so an import that was
 * interrupted is taken up by starting it again.
 *
 * Where the instants of the file are kept, the import is declared (`ImportDeclared`) with each batch
 * of a thousand lines, and with the last, for they are an assertion of the source: what counts is
 * what was newly recorded, and a process that is killed at any time leaves nothing undeclared. The
 * last batch is declared with the hash of the whole file, those before it with that of the lines so
 * far. A batch of which nothing was newly recorded is not declared, be it the last.
 *
 * Errors: an `ImportFailure` where the file, the ledger or the sink of rejects fails.
 *
 * @param target a recorder of the ledger: core's `recorder(ledger, { now })`.
 * @param input the bytes of the file, such as a stream of Node.
 */
export const importNdjson =
  (
    target: Recorder,
    input: AsyncIterable<Uint8Array>,
    options: ImportOptions,
  ): TaskEither<ImportFailure, ImportSummary> =>
  async () => {
    const hash = createHash('sha256')
    const splitter = new LineSplitter()
    const batch = new ImportBatch(target, options)
    let bytes = 0
    for await (const chunk of begunChunks(chunksOf(input, options.name), options.name)) {
      if (E.isLeft(chunk)) {
        if (chunk.left._tag === 'OtherKind') return E.left(chunk.left)
        // What was read before the input failed is recorded, so that nothing is lost.
        const flushed = await batch.flush()
        return E.isLeft(flushed) ? flushed : E.left(chunk.left)
      }
      hash.update(chunk.right)
      bytes += chunk.right.length
      const taken = await batch.take(splitter.push(chunk.right))
      if (E.isLeft(taken)) return taken
      options.onProgress?.({ bytes, ...batch.counts })
    }
    const ended = await batch.take(splitter.end())
    if (E.isLeft(ended)) return ended
    const sha256 = hash.digest('hex')
    const flushed = await batch.flush(sha256)
    if (E.isLeft(flushed)) return flushed
    return E.right({ ...batch.counts, sha256, declared: batch.declared })
  }

/** The chunks of the input, and its failure as a value. */
async function* chunksOf(
  input: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<E.Either<InputUnreadable, Uint8Array>, void> {
  try {
    for await (const chunk of input) yield E.right(chunk)
  } catch (cause) {
    yield E.left({ _tag: 'InputUnreadable', name, reason: E.toError(cause).message })
  }
}

type Chunk<Failure> = E.Either<Failure, Uint8Array>

/** The chunks of a file, the first of them long enough to tell of what kind it is. */
async function* begunChunks(
  chunks: AsyncIterable<Chunk<InputUnreadable>>,
  name: string,
): AsyncGenerator<Chunk<InputUnreadable | OtherKind>, void> {
  let begin: Uint8Array | undefined = new Uint8Array()
  const begun = function* (bytes: Uint8Array): Generator<Chunk<OtherKind>, void> {
    begin = undefined
    const kind = otherKindOf(bytes)
    if (bytes.length > 0) yield kind ? E.left({ _tag: 'OtherKind', name, kind }) : E.right(bytes)
  }
  for await (const chunk of chunks) {
    if (begin === undefined) yield chunk
    else if (E.isLeft(chunk)) {
      yield* begun(begin)
      yield chunk
    } else {
      begin = Buffer.concat([begin, chunk.right])
      if (begin.length >= tellingBytes) yield* begun(begin)
    }
  }
  if (begin !== undefined) yield* begun(begin)
}
