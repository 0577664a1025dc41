/**
 * The layout of a snapshot's file: its sections one after the other, the index (the lengths of all
 * sections, then their SHA-256), the directory, and a footer of fixed length.
 */
import { hash } from 'node:crypto'
import { SnapshotDamaged } from '@send-ledger/core/store'

/** Unit: bytes. */
export const hashLength = 32

const magic = Buffer.from('SLPOINT1')

/** Unit: bytes. */
export const footerLength = magic.length + 4 + 4 + hashLength

/** What stands at the end of the file. */
export interface Footer {
  readonly indexLength: number
  readonly textLength: number
  /** Of the index and the directory together. */
  readonly hash: Buffer
}

/** SHA-256. Source: FIPS 180-4. */
export const hashOf = (bytes: Uint8Array): Buffer =>
  Buffer.from(hash('sha256', bytes, 'binary'), 'binary')

/** The footer of a file with such an index and directory. */
export const footerOf = (index: Buffer, text: Buffer): Buffer => {
  const lengths = Buffer.alloc(8)
  lengths.writeUInt32LE(index.length, 0)
  lengths.writeUInt32LE(text.length, 4)
  return Buffer.concat([magic, lengths, hashOf(Buffer.concat([index, text]))])
}

/** The footer from its bytes. Errors: throws SnapshotDamaged where they are none. */
export const readFooter = (bytes: Buffer): Footer => {
  const at = magic.length
  if (!bytes.subarray(0, at).equals(magic)) throw new SnapshotDamaged('it has no footer')
  return {
    indexLength: bytes.readUInt32LE(at),
    textLength: bytes.readUInt32LE(at + 4),
    hash: bytes.subarray(at + 8),
  }
}
