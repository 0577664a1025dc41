/**
 * The page "Keep a ledger in EventStoreDB or KurrentDB" says what is so.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keep } from './keep.js'
import { ledgers } from './ledgers.js'
import { all } from './notes.js'
import { failOnUnhandled } from './server/no-unhandled.js'

failOnUnhandled()
const { newUrl, open, close } = ledgers()
afterAll(close)

const page = readFileSync(
  join(__dirname, '../../../../docs/3-how-to/keep-a-ledger-in-eventstoredb.md'),
  'utf8',
)

test('its code makes a ledger and records in it', async () => {
  const url = await newUrl()
  expect(await keep(url)).toMatchObject({ _tag: 'Right', right: [{ _tag: 'Right' }] })
  const records = await all(await open(url))
  expect(records.map(({ stream, type }) => [stream, type])).toEqual([
    ['case-1042', 'RequestReceived'],
  ])
})

test('its settings are JSON, and none by which a ledger loses events', () => {
  const settings = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) =>
    JSON.stringify(JSON.parse(text)),
  )
  expect(settings).toHaveLength(2)
  expect(settings.filter((text) => /maxAge|maxCount|\$tb/.test(text))).toEqual([])
})
