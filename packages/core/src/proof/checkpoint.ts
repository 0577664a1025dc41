/**
 * Checkpoints: what a ledger says of itself at one size, in three lines.
 *
 * Set in stone: checkpoints are published and signed.
 * Source: C2SP tlog-checkpoint v1.0.0, "Note text".
 */
import * as E from 'fp-ts/lib/Either.js'
import { base64, base64Bytes } from './base64.js'
import type { CheckpointMalformed } from './failures.js'
import { wrongLine } from './note-text.js'
import type { TreeHead } from './verify.js'

/** A ledger at one size. */
export interface Checkpoint extends TreeHead {
  /** What the ledger calls itself. */
  readonly origin: string
  /** Lines after the third, kept as they are; most often none. They are signed too. */
  readonly extensions: readonly string[]
}

const hashLength = 32

/**
 * The text of a checkpoint, to be signed.
 *
 * Errors: CheckpointMalformed where the origin or an extension is no line of a note, or the size or
 * the root is none.
 *
 * @example
 * import { checkpointText } from '@send-ledger/core/proof'
 *
 * const origin = 'urn:send-ledger:walsall'
 * const text = checkpointText({ origin, size: 8, root: new Uint8Array(32), extensions: [] })
 * assert.ok(text._tag === 'Right' && text.right.startsWith('urn:send-ledger:walsall\n8\nAAAA'))
 */
export const checkpointText = (checkpoint: Checkpoint): E.Either<CheckpointMalformed, string> => {
  const { origin, size, root, extensions } = checkpoint
  if (!isLine(origin)) return malformed('origin')
  if (!extensions.every(isLine)) return malformed('extension')
  const text = [origin, String(size), base64(root), ...extensions, ''].join('\n')
  const read = readCheckpoint(text)
  return E.isLeft(read) ? read : E.right(text)
}

/**
 * The checkpoint of a text. To believe it, open it: `openCheckpoint`.
 *
 * Errors: CheckpointMalformed.
 *
 * @example
 * import { readCheckpoint } from '@send-ledger/core/proof'
 *
 * const root = 'XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg='
 * const read = readCheckpoint(`example.org/send-ledger\n8\n${root}\n`)
 * assert.strictEqual(read._tag === 'Right' && read.right.size, 8)
 * assert.strictEqual(readCheckpoint(`example.org/send-ledger\n08\n${root}\n`)._tag, 'Left')
 */
export const readCheckpoint = (text: string): E.Either<CheckpointMalformed, Checkpoint> => {
  const lines = text.split('\n')
  if (lines.pop() !== '' || lines.length < 3) return malformed('lines')
  const [origin = '', size = '', root = '', ...extensions] = lines
  if (!isLine(origin)) return malformed('origin')
  if (!isDecimal(size)) return malformed('size')
  const bytes = base64Bytes(root)
  if (bytes?.length !== hashLength) return malformed('root')
  if (!extensions.every(isLine)) return malformed('extension')
  return E.right({ origin, size: Number(size), root: bytes, extensions })
}

/** Whether a text is a whole number as C2SP writes it: digits, none before the first but 0. */
export const isDecimal = (text: string): boolean =>
  /^(0|[1-9][0-9]{0,15})$/.test(text) && Number.isSafeInteger(Number(text))

const isLine = (text: string): boolean =>
  text !== '' && !text.includes('\n') && wrongLine(text) === 0

const malformed = (flaw: CheckpointMalformed['flaw']): E.Either<CheckpointMalformed, never> =>
  E.left({ _tag: 'CheckpointMalformed', flaw })
