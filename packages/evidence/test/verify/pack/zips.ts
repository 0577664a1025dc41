/**
 * Zip files made by hand, with what is said of their entries. Source: PKZIP APPNOTE 6.3.10.
 */
import { crc32, deflateRawSync } from 'node:zlib'

/** An entry of an archive, and where what is said of it is not so. */
export interface Entry {
  readonly name: string
  readonly bytes: Uint8Array
  readonly localName?: string
  readonly size?: number
  readonly checkSum?: number
  readonly method?: number
  readonly flags?: number
  readonly link?: boolean
  /** Bytes put after what is packed, such as a data descriptor. */
  readonly after?: Uint8Array
  /** Where its header is said to be. */
  readonly at?: number
}

/** An entry of which everything that is said is so. */
export const entry = (name: string, bytes: string | Uint8Array): Entry => ({
  name,
  bytes: Buffer.from(bytes),
})

/** The zip file of entries, with what is said of them. */
export const zipBy = (entries: readonly Entry[]): Buffer => {
  const locals: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const {
    name,
    bytes,
    localName = name,
    size = bytes.length,
    checkSum = crc32(bytes),
    method = 8,
    flags = 0,
    link = false,
    after = new Uint8Array(),
    at = offset,
  } of entries) {
    const packed = deflateRawSync(bytes)
    const said = Buffer.alloc(26)
    said.writeUInt16LE(20, 0)
    said.writeUInt16LE(flags, 2)
    said.writeUInt16LE(method, 4)
    said.writeUInt32LE(checkSum, 10)
    said.writeUInt32LE(packed.length, 14)
    said.writeUInt32LE(size, 18)
    const named = (of: string) => {
      const copy = Buffer.from(said)
      copy.writeUInt16LE(Buffer.byteLength(of), 22)
      return copy
    }
    const local = Buffer.concat([
      Buffer.from('PK\u0003\u0004', 'latin1'),
      named(localName),
      Buffer.from(localName),
      packed,
      after,
    ])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(link ? 0xa1ff0000 : 0, 6)
    rest.writeUInt32LE(at, 10)
    const madeBy = Buffer.from([20, link ? 3 : 0])
    list.push(
      Buffer.concat([
        Buffer.from('PK\u0001\u0002', 'latin1'),
        madeBy,
        named(name),
        rest,
        Buffer.from(name),
      ]),
    )
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}
