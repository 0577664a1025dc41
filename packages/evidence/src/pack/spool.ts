/**
 * Bytes that are too many for the memory: the first are held in it, and once there are more, all of
 * them stand in a file on the disk that has no name, so that nobody else opens it and it ends with
 * the process. They are only added to: what was read once is what is read again.
 */
import { randomUUID } from 'node:crypto'
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Most that one spool holds in memory. Unit: bytes. */
const mostHeld = 4 * 1024 ** 2

/** How much is written at once, and read ahead of who reads in order. Unit: bytes. */
const pieceLength = 256 * 1024

/** The system did not keep bytes on the disk, as where it is full. */
export class NotKept extends Error {
  constructor({ message }: Error) {
    super(
      `what is read is kept in a temporary file in ${tmpdir()}, and that failed (${message}): make room there, or name another folder with TMPDIR`,
    )
  }
}

/** Files of spools that nobody has any more are closed, and with that gone. */
const left = new FinalizationRegistry<number>(closeSync)

/** Bytes that stay as they are, read a stretch at a time. */
export interface Kept {
  /** Unit: bytes. */
  readonly length: number
  /** The bytes from a place on and before another; they may lie in a buffer with others. */
  readonly read: (start: number, end: number) => Uint8Array
}

/** Bytes that are added to at their end. Errors: throws NotKept. */
export class Spool implements Kept {
  length = 0
  private file: number | undefined
  /** What is not in the file yet: everything, as long as there is no file. */
  private held: Uint8Array = new Uint8Array(pieceLength)
  private written = 0
  /** The stretch that was read last in order, and where it starts. */
  private ahead: Uint8Array = new Uint8Array()
  private at = 0
  /** Where the last reading ended. */
  private last = 0

  /** @param mostInMemory how many bytes are held before they go to the disk. */
  constructor(private readonly mostInMemory = mostHeld) {}

  /** Adds bytes, of which a copy is kept. */
  append(bytes: Uint8Array): void {
    const room = this.file === undefined ? this.mostInMemory : pieceLength
    if (this.length - this.written + bytes.length > room) this.flush()
    if (this.file !== undefined && bytes.length >= pieceLength) this.write(bytes)
    else this.hold(bytes)
    this.length += bytes.length
  }

  /** What was added from a place on; it stays what it is when more is added. */
  since(start: number): Uint8Array | Kept {
    const length = this.length - start
    if (this.file === undefined) return this.held.subarray(start, this.length)
    return { length, read: (from, to) => this.read(start + from, start + to) }
  }

  read(start: number, end: number): Uint8Array {
    if (this.file === undefined) return this.held.subarray(start, end)
    if (end > this.written) this.flush()
    const isAtHand = start >= this.at && end <= this.at + this.ahead.length
    if (!isAtHand) {
      // Lines that are read one after the other are parted by a line feed.
      const isNext = start === this.last || start === this.last + 1
      if (!isNext) return this.fromFile(start, end)
      this.ahead = this.fromFile(start, Math.min(Math.max(end, start + pieceLength), this.written))
      this.at = start
    }
    this.last = end
    return this.ahead.subarray(start - this.at, end - this.at)
  }

  private hold(bytes: Uint8Array): void {
    const held = this.length - this.written
    const needed = held + bytes.length
    if (needed > this.held.length) {
      const larger = new Uint8Array(Math.max(needed, this.held.length * 2))
      larger.set(this.held.subarray(0, held))
      this.held = larger
    }
    this.held.set(bytes, held)
  }

  private flush(): void {
    const held = this.held.subarray(0, this.length - this.written)
    if (this.file === undefined) {
      this.file = unnamedFile()
      left.register(this, this.file)
      this.held = new Uint8Array(pieceLength)
    }
    this.write(held)
  }

  private write(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; ) {
      const rest = bytes.length - done
      done += asked(() => writeSync(this.file as number, bytes, done, rest, this.written + done))
    }
    this.written += bytes.length
  }

  private fromFile(start: number, end: number): Uint8Array {
    this.last = end
    const bytes = new Uint8Array(end - start)
    for (let done = 0; done < bytes.length; ) {
      const rest = bytes.length - done
      const count = asked(() => readSync(this.file as number, bytes, done, rest, start + done))
      if (count === 0) throw new NotKept(new Error('it is shorter than it was'))
      done += count
    }
    return bytes
  }
}

/** Its name is taken from it at once. */
const unnamedFile = (): number => {
  const path = join(tmpdir(), `.send-ledger-${randomUUID()}`)
  return asked(() => {
    const file = openSync(path, 'wx+', 0o600)
    unlinkSync(path)
    return file
  })
}

const asked = <A>(ask: () => A): A => {
  try {
    return ask()
  } catch (cause) {
    throw new NotKept(cause as Error)
  }
}
