/**
 * Each kind of damage, done to the file of a ledger past the ledger, has its own finding.
 */
import { leafHash } from '@send-ledger/core/proof'
import { sha256 } from '@send-ledger/evidence/sign'
import { ledgerFile, manyNotes, rogue, tags, twoCases, verified } from './rogue.js'

const leafOf = (bytes: Uint8Array): Uint8Array => leafHash(sha256, bytes)

test('a ledger that nobody tampered with holds, and says what was not checked', async () => {
  const { findings, findingCount, size, streams, notChecked } = await verified(
    await ledgerFile(twoCases()),
  )
  expect([findings, findingCount, size, streams]).toEqual([[], 0, 8, 2])
  expect(notChecked).toEqual([{ _tag: 'NoCheckpoint' }])
})

test('a ledger of many pages and kept edges holds', async () => {
  const { findings, size } = await verified(await ledgerFile(manyNotes(2100)))
  expect([findings, size]).toEqual([[], 2100])
}, 60_000)

test('an empty ledger does not pass: there is nothing to verify', async () => {
  const found = await verified(await ledgerFile([]))
  expect(tags(found)).toEqual(['NoRecords'])
})

test('a changed text does not belong to its leaf', async () => {
  const path = await ledgerFile(twoCases())
  rogue(path, (r) => {
    const text = r.text(6).replace('2021-05-24', '2021-05-23')
    r.run('UPDATE record SET record = ? WHERE position = 6', text)
  })
  const found = await verified(path)
  expect(found.findings[0]).toEqual({ _tag: 'LeafDiffers', position: 6 })
  expect(tags(found)).toEqual(['LeafDiffers', 'RootDiffers'])
})

test('a changed leaf does not belong to its text', async () => {
  const path = await ledgerFile(twoCases())
  rogue(path, (r) => r.run(`UPDATE record SET leaf = zeroblob(32) WHERE position = 2`))
  const found = await verified(path)
  expect(found.findings[0]).toEqual({ _tag: 'LeafDiffers', position: 2 })
})

test.each([
  ['with a blank in it', (text: string) => text.replace('{"data"', '{ "data"'), 'otherText'],
  ['with a field twice', (text: string) => text.replace('{', '{"version":1,'), 'otherText'],
  ['that is cut', (text: string) => text.slice(0, -1), 'notJson'],
  ['that is no object', () => '"{}"', 'notJson'],
])('a text %s is not canonical, though its leaf fits', async (_, change, flaw) => {
  const path = await ledgerFile(twoCases())
  rogue(path, (r) => {
    const text = change(r.text(4))
    r.run('UPDATE record SET record = ? WHERE position = 4', text)
    r.run('UPDATE record SET leaf = ? WHERE position = 4', leafOf(Buffer.from(text)))
  })
  const { findings } = await verified(path)
  expect(findings[0]).toEqual({ _tag: 'NotCanonical', position: 4, flaw })
})

test('bytes that are no text are not canonical', async () => {
  const path = await ledgerFile(twoCases())
  rogue(path, (r) => {
    const bytes = Buffer.concat([Buffer.from(r.text(4).slice(0, -1)), Buffer.of(0xff, 0x7d)])
    r.run(
      'UPDATE record SET record = CAST(? AS TEXT), leaf = ? WHERE position = 4',
      bytes,
      leafOf(bytes),
    )
  })
  const { findings } = await verified(path)
  expect(findings).toContainEqual({ _tag: 'NotCanonical', position: 4, flaw: 'notUtf8' })
})

test.each([
  ['id', 'id', `'00000000-0000-4000-8000-00000000ffff'`],
  ['stream', 'stream', `'case-3'`],
  ['revision', 'revision', '9'],
  ['recorded_at', 'recordedAt', `'2021-01-01T00:00:00.000Z'`],
])('a record that is found by another %s than its own', async (column, field, value) => {
  const path = await ledgerFile(twoCases())
  rogue(path, (r) => r.run(`UPDATE record SET ${column} = ${value} WHERE position = 5`))
  const found = await verified(path)
  expect(found.findings[0]).toMatchObject({ _tag: 'IndexDiffers', position: 5, field })
  // What is read by that index is told too.
  if (column === 'stream') expect(tags(found)).toContain('StreamDiffers')
})

test('a record that is missing in the middle leaves a gap, in the ledger and in its stream', async () => {
  const path = await ledgerFile(twoCases())
  rogue(path, (r) => r.run('DELETE FROM record WHERE position = 3'))
  const found = await verified(path)
  expect(found.findings).toContainEqual({ _tag: 'PositionGap', expected: 3, found: 4 })
  expect(found.findings).toContainEqual({
    _tag: 'RevisionGap',
    position: 5,
    stream: 'case-2',
    expected: 1,
    found: 2,
  })
})

test('a record below the first is found', async () => {
  const path = await ledgerFile(twoCases())
  rogue(path, (r) =>
    r.add(
      -1,
      r
        .text(7)
        .replace(/"id":"[^"]*"/, `"id":"00000000-0000-4000-8000-0000000000ff"`)
        .replace('"revision":3', '"revision":4'),
    ),
  )
  expect((await verified(path)).findings).toContainEqual({
    _tag: 'PositionGap',
    expected: 0,
    found: -1,
  })
})

test('the gap is told where positions were closed up too: by the stream, and by the edge', async () => {
  const path = await ledgerFile(manyNotes(1100))
  rogue(path, (r) => {
    r.run('DELETE FROM record WHERE position = 500')
    r.run('UPDATE record SET position = -position WHERE position > 500')
    r.run('UPDATE record SET position = -position - 1 WHERE position < 0')
  })
  const found = await verified(path)
  expect(found.findings).toContainEqual({
    _tag: 'RevisionGap',
    position: 500,
    stream: 'action-1',
    expected: 500,
    found: 501,
  })
  expect(found.findings).toContainEqual({ _tag: 'RootDiffers', size: 1024, of: 'edge', sameAt: 0 })
}, 60_000)

test('records that changed places', async () => {
  const path = await ledgerFile(twoCases())
  rogue(path, (r) => {
    r.run('UPDATE record SET position = 99 WHERE position = 2')
    r.run('UPDATE record SET position = 2 WHERE position = 4')
    r.run('UPDATE record SET position = 4 WHERE position = 99')
  })
  const found = await verified(path)
  expect(found.findings).toContainEqual({
    _tag: 'RevisionGap',
    position: 2,
    stream: 'case-1',
    expected: 1,
    found: 2,
  })
  expect(tags(found)).toContain('InstantBackwards')
})

test('an instant that was changed with all that belongs to it runs backwards', async () => {
  const path = await ledgerFile(twoCases())
  rogue(path, (r) =>
    r.replace(
      6,
      r
        .text(6)
        .replace('2021-05-24T12', '2021-05-02T12')
        .replace('n":"2021-05-24', 'n":"2021-05-01'),
    ),
  )
  const found = await verified(path)
  expect(found.findings).toContainEqual({
    _tag: 'InstantBackwards',
    position: 6,
    recordedAt: '2021-05-02T12:00:07.000Z',
    previous: '2021-05-04T12:00:06.000Z',
  })
})

test('an id that stands twice', async () => {
  const path = await ledgerFile(twoCases())
  const [first] = twoCases()
  rogue(path, (r) => {
    const text = r.text(7).replace(/"id":"[^"]*"/, `"id":"${first?.event.id}"`)
    r.run(
      'UPDATE record SET record = ?, leaf = ? WHERE position = 7',
      text,
      leafOf(Buffer.from(text)),
    )
  })
  expect((await verified(path)).findings).toContainEqual({
    _tag: 'IdTwice',
    position: 7,
    id: first?.event.id,
    first: 0,
  })
})

test('a record that its stream would have refused, with hashes that fit', async () => {
  const path = await ledgerFile(twoCases())
  rogue(path, (r) => {
    const again = r
      .text(7)
      .replace(/"id":"[^"]*"/, '"id":"00000000-0000-4000-8000-0000000000aa"')
      .replace('"revision":3', '"revision":4')
    r.add(8, again)
  })
  const found = await verified(path)
  expect(found.findings).toMatchObject([
    { _tag: 'LifeCycleBroken', position: 8, stream: 'case-2', rule: expect.any(String) },
  ])
  expect(tags(found)).toEqual(['LifeCycleBroken'])
})

test('a record that is no event of the catalogue, with hashes that fit', async () => {
  const path = await ledgerFile(twoCases())
  rogue(path, (r) => r.replace(0, r.text(0).replace('"school"', '"teacher"')))
  const found = await verified(path)
  expect(found.findings[0]).toMatchObject({
    _tag: 'InvalidEvent',
    position: 0,
    flaws: [{ at: 'data.requestedBy' }],
  })
  // Nobody is blamed for what rests on it.
  expect(tags(found)).not.toContain('LifeCycleBroken')
  expect(found.notChecked).toContainEqual({ _tag: 'StreamsWithDamage', count: 1 })
})

test('an edge of the tree that was changed, or put in', async () => {
  const path = await ledgerFile(twoCases())
  rogue(path, (r) => r.run('INSERT INTO frontier VALUES (4, zeroblob(32))'))
  const found = await verified(path)
  expect(found.findings).toEqual([
    { _tag: 'RootDiffers', size: 4, of: 'edge', sameAt: 0 },
    { _tag: 'RootDiffers', size: 8, of: 'head', sameAt: 0 },
  ])
})

test('a record changed with all that belongs to it differs from the next edge on', async () => {
  const path = await ledgerFile(manyNotes(2100))
  rogue(path, (r) => r.replace(1500, r.text(1500).replace('note 1500', 'note none')))
  expect((await verified(path)).findings).toEqual([
    { _tag: 'RootDiffers', size: 2048, of: 'edge', sameAt: 1024 },
    { _tag: 'RootDiffers', size: 2100, of: 'head', sameAt: 1024 },
  ])
}, 60_000)

test('a ledger that was cut below an edge of its own tree', async () => {
  const path = await ledgerFile(manyNotes(1030))
  rogue(path, (r) => r.run('DELETE FROM record WHERE position >= 1020'))
  expect((await verified(path)).findings).toContainEqual({
    _tag: 'LedgerTooShort',
    size: 1020,
    had: 1024,
    by: 'edge',
  })
}, 60_000)

test.each([
  ['DROP TRIGGER record_refuses_update', 'the trigger record_refuses_update is missing'],
  ['CREATE TABLE notes (a)', 'the table notes was added'],
  [
    `DROP TRIGGER record_is_dense;
     CREATE TRIGGER record_is_dense BEFORE INSERT ON record BEGIN SELECT 1; END`,
    'the trigger record_is_dense is not the one that it was made with',
  ],
])('a file whose guards were changed: %s', async (sql, flaw) => {
  const path = await ledgerFile(twoCases())
  const { DatabaseSync } = await import('@photostructure/sqlite')
  const database = new DatabaseSync(path)
  database.exec(sql)
  database.close()
  expect((await verified(path)).findings).toEqual([{ _tag: 'KeepingFlawed', flaw }])
})

test('of very many findings the first are kept, and all are counted', async () => {
  const path = await ledgerFile(manyNotes(1200))
  rogue(path, (r) => r.run('UPDATE record SET leaf = zeroblob(32)'))
  const { findings, findingCount } = await verified(path)
  expect(findings).toHaveLength(1000)
  expect(findingCount).toBeGreaterThanOrEqual(1200)
}, 60_000)
