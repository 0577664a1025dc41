/**
 * The files of a pack that are read again: records, basis, proof of consistency.
 */
import { instant, streamId } from '@send-ledger/core'
import { basisText, type PackBasis, readBasis } from '../../src/pack/basis.js'
import { consistencyText, readConsistency } from '../../src/pack/consistency.js'
import { bytesOf } from '../../src/pack/content.js'
import { RecordLines } from '../../src/pack/record-lines.js'
import { onePlan, smallLedger, tryPack } from './small.js'
import { linesKnownAt, right } from './walsall.js'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

test('lines that are no records in canonical form are refused, by their number', async () => {
  const lines = await linesKnownAt(await smallLedger(onePlan), instant('2022-02-01T00:00:00.000Z'))
  const text = Buffer.from(bytesOf(lines.content())).toString('utf8')
  const line = (changed: string): unknown => RecordLines.read(utf8(changed))
  expect(right(RecordLines.read(utf8(text))).size).toBe(2)
  expect(right(RecordLines.read(utf8(''))).size).toBe(0)
  for (const changed of [
    text.trimEnd(),
    text.replace('}\n{', '}\n {'),
    text.replace(/\}\n$/, ',"more":1}\n'),
    `${text}\n`,
    text.replace(/\n.*\n$/, '\nnonsense\n'),
  ]) {
    expect(line(changed)).toMatchObject({ left: { _tag: 'RecordMalformed' } })
  }
  expect(line(text.replace(/\n.*\n$/, '\nnonsense\n'))).toMatchObject({ left: { line: 2 } })
})

test('records are read by position, by stream and by what was known', async () => {
  const ledger = await smallLedger([
    [...onePlan[0]!, '2021-01-05T10:00:00.000Z'] as never,
    [...onePlan[1]!, '2021-05-25T10:00:00.000Z'] as never,
  ])
  const lines = await linesKnownAt(ledger, instant('2022-02-01T00:00:00.000Z'))
  expect(lines.at(1)).toMatchObject({ type: 'PlanIssued', position: 1 })
  expect(() => lines.at(2)).toThrow(RangeError)
  expect(lines.ofStream(streamId('case-1'), 1)).toHaveLength(1)
  expect(lines.streamsOf('case')).toEqual(['case-1'])
  const known = (at: string): number => lines.sizeKnownAt(instant(at))
  expect(known('2021-01-05T09:59:59.999Z')).toBe(0)
  expect(known('2021-01-05T10:00:00.000Z')).toBe(1)
  expect(known('2021-05-25T10:00:00.000Z')).toBe(2)
})

let basis: PackBasis

beforeAll(async () => {
  basis = right(await tryPack(await smallLedger(onePlan))).basis
})

test('a basis is read again, and nothing stands in it that is not read', () => {
  const text = basisText(basis)
  expect(right(readBasis(text))).toEqual(basis)
  expect(readBasis('nonsense')).toMatchObject({ left: { at: '' } })
  expect(readBasis(text.replace('"asAt":"2021', '"asAt":"2o21'))).toMatchObject({
    left: { at: 'asAt' },
  })
  expect(readBasis(text.replace('{', '{"more":1,'))).toMatchObject({ left: { at: '' } })
  expect(readBasis(text.replace('"exclusive"', '"\\ud800"'))).toMatchObject({ _tag: 'Left' })
})

test('a proof of consistency is read again, in its one form', () => {
  const hash = (fill: number): Uint8Array => new Uint8Array(32).fill(fill)
  const file = {
    earlier: { size: 3, root: hash(1) },
    later: { size: 7, root: hash(2) },
    hashes: [hash(3), hash(4)],
  }
  const text = consistencyText(file)
  expect(right(readConsistency(text))).toEqual(file)
  expect(readConsistency(` ${text}`)._tag).toBe('Left')
  expect(readConsistency(text.replace('AQEB', 'AQE?'))._tag).toBe('Left')
  expect(readConsistency('{}')._tag).toBe('Left')
})
