/**
 * What others wrote is shown, whatever is in it: it steers no terminal, begins no line and hides
 * nothing. All subjects are invented.
 */
import { DatabaseSync } from '@photostructure/sqlite'
import { sampled } from '../../../../test/kit/long.js'
import { ledgerWithPlans, newLedger, newPath, run, type Surroundings } from '../running.js'
import { newKey } from '../signing.js'

const named: readonly (readonly [string, string])[] = [
  ['a line feed', '\n'],
  ['a carriage return', '\r'],
  ['an escape', '\u001b[8m'],
  ['a bell', '\u0007'],
  ['a delete', '\u007f'],
  ['a control of the second set', '\u009b8m'],
  ['a next line', '\u0085'],
  ['a line separator', '\u2028'],
  ['a paragraph separator', '\u2029'],
  ['an Arabic letter mark', '\u061c'],
  ['a direction mark', '\u200f'],
  ['an embedding', '\u202a'],
  ['an override', '\u202e'],
  ['an isolate', '\u2066'],
  ['a zero-width blank', '\u200b'],
  ['a byte order mark', '\ufeff'],
  ['a soft hyphen', '\u00ad'],
  ['a Hangul filler', '\u3164'],
  ['a blank of Braille', '\u2800'],
  ['a tag', '\u{e0041}'],
  ['a halved character', '\ud800'],
]

const verdict = 'Verified: what was looked at holds.'

/** Each with its number: in a short run it meets some commands, and each command some of them. */
const classes = named.map(([name, character], i) => [name, character, i] as const)

/** Words that end in the middle, and would go on as a verdict that is told with nothing after. */
const forged = (character: string): string => `urn:x:small${character}${verdict}`

/** Gives the ledger another name, as whoever can write its file can. */
const called = (ledger: string, origin: string): string => {
  const database = new DatabaseSync(ledger)
  const triggers = database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all()
  for (const { name } of triggers as { name: string }[]) database.exec(`DROP TRIGGER ${name}`)
  database.prepare('UPDATE ledger SET origin = ?').run(origin)
  database.close()
  return ledger
}

const shows = (text: string, character: string): void => {
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{C}\p{Zl}\p{Zp}\u3164\u2800]/u)
  if (character !== '\n') expect(text).not.toContain(character)
  for (const line of text.split('\n').slice(0, -2)) expect(line).not.toBe(verdict)
}

const asked: readonly (readonly string[])[] = [
  ['view', 'compliance', '', '--as-at', '2021-07-31'],
  ['explain', 'compliance', '', '--as-at', '2021-07-31', '--figure', 'open.total'],
  ['reconcile', '', 'compliance', '--as-at', '2021-07-31', '--was-known-at', '2021-03-01'],
  ['check', '', '--as-at', '2021-07-31'],
  ['told', ''],
  ['assurance', ''],
  ['checkpoint', '', '--quiet'],
  ['verify', ''],
  ['copy', '', newPath('copy.sqlite')],
]

const at = (argv: readonly string[], ledger: string): readonly string[] =>
  argv.map((each) => (each === '' ? ledger : each))

test.each(classes)(
  '%s in the name of a ledger is shown by every command',
  async (_, character, i) => {
    const ledger = called(await ledgerWithPlans(), forged(character))
    for (const argv of sampled(asked, 3, i)) {
      // A checkpoint keeps its bytes, but on a terminal.
      const terminal = argv[0] === 'checkpoint'
      const { out, err } = await run(at(argv, ledger), { terminal })
      shows(out, character)
      shows(err, character)
    }
  },
)

test.each(classes)(
  '%s in a path, a date or a name that is given is shown',
  async (_, character, i) => {
    const ledger = await newLedger()
    const name = forged(character)
    const given: readonly (readonly string[])[] = [
      ...asked.map((argv) => at(argv, newPath(name.replaceAll('\u0000', '')))),
      ['verify', ledger, '--checkpoint', name],
      ['verify', ledger, '--key', name],
      ['view', 'compliance', ledger, '--as-at', name],
      ['record', ledger, name, name, '--on', name],
      ['init', newPath('new.sqlite'), '--origin', name],
      ['key', 'new', newPath('key'), '--name', name],
      ['import', name, '--into', ledger],
      [name],
    ]
    for (const argv of sampled(given, 4, i)) {
      const { out, err } = await run(argv)
      shows(out, character)
      shows(err, character)
    }
  },
)

test('a pack under the council’s key whose title hides the verdict does not', async () => {
  const ledger = await ledgerWithPlans()
  const key = await newKey('urn:send-ledger:walsall')
  const out = newPath('pack')
  const title = `Evidence \u202e\u2066 ${verdict}`
  const argv = ['evidence', ledger, '--as-at', '2021-07-31', '--key', key, '--out', out]
  const issued = await run([...argv, '--title', title])
  expect(issued.code).toBe(0)
  for (const what of [out, ledger]) shows((await run(['verify', what])).out, '\u202e')
  shows(issued.out + issued.err, '\u202e')
})

test('a program reads the bytes as they are, and people an escape', async () => {
  const ledger = called(await ledgerWithPlans(), 'urn:x:\u202esmall')
  const view = ['view', 'compliance', ledger, '--as-at', '2021-07-31', '--format', 'json']
  const printed = async (given: Surroundings): Promise<string> => (await run(view, given)).out
  const [bytes, shown] = [await printed({}), await printed({ terminal: true })]
  expect(bytes).toContain('urn:x:\u202esmall')
  expect(shown).toContain('urn:x:\\u202esmall')
  expect(JSON.parse(shown)).toEqual(JSON.parse(bytes))
})
