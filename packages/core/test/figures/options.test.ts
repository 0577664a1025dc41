import {
  askedWith,
  explainOption,
  optionsFlaw,
  optionsGiven,
  optionsTaken,
  optionTexts,
  readOptions,
} from '@send-ledger/core/figures'
import type { OptionsOf } from '@send-ledger/core/projection'

interface Asked {
  readonly by: 'school' | 'parent'
  readonly atLeast: number
  readonly rate?: number | undefined
  readonly from?: string | undefined
  readonly note?: string | undefined
  readonly closed: boolean
  readonly kinds?: readonly ('a' | 'b')[] | undefined
  readonly assumption?:
    | { readonly perRole: Readonly<Record<string, number>>; readonly factor?: number | undefined }
    | undefined
}

const labelled = { label: 'L', help: 'h' }
const number = { kind: 'number', least: 0, most: 9.5, decimals: 2 } as const

const options: OptionsOf<Asked> = {
  by: { ...labelled, kind: 'choice', values: { school: 'a school', parent: 'a parent' } },
  atLeast: { ...labelled, kind: 'number', least: 1, most: 99 },
  rate: { ...labelled, ...number },
  from: { ...labelled, kind: 'month' },
  note: { ...labelled, kind: 'text', longest: 5 },
  closed: { ...labelled, kind: 'yesNo' },
  kinds: { ...labelled, kind: 'list', each: { kind: 'choice', values: { a: 'A', b: 'B' } } },
  assumption: {
    ...labelled,
    kind: 'group',
    of: {
      perRole: { ...labelled, kind: 'numberByName', of: 'a role', example: 'x=1', number },
      factor: { ...labelled, kind: 'number', least: 0, most: 1, decimals: 2 },
    },
    needs: ['perRole'],
  },
}

const view = {
  name: 'mine',
  usesLaw: true,
  defaults: { by: 'school', atLeast: 1, closed: false } as Asked,
  options,
}

const read = (query: string) => readOptions(view, optionsGiven(new URLSearchParams(query)))

test('texts of every form become options, and options the same texts again', () => {
  const query =
    'by=parent&atLeast=7&rate=2.5&from=2021-01&note=h%C3%A9&closed=yes&kinds=b&kinds=a&perRole=EHC=1.5&factor=0.25&counting=inclusive'
  const asked = {
    by: 'parent',
    atLeast: 7,
    rate: 2.5,
    from: '2021-01',
    note: 'hé',
    closed: true,
    kinds: ['b', 'a'],
    assumption: { perRole: { EHC: 1.5 }, factor: 0.25 },
  }
  expect(read(query)).toEqual({ _tag: 'Right', right: { options: asked, counting: 'inclusive' } })
  const texts = optionTexts(view, { ...asked, counting: 'inclusive' })
  expect(texts).toEqual(optionsGiven(new URLSearchParams(query)))
  expect(askedWith(view, asked)?.defaults).toEqual(asked)
})

test('what is not given is as usual', () => {
  expect(read('')).toEqual({ _tag: 'Right', right: { options: {}, counting: undefined } })
  const usual = optionsTaken(view).map(({ name, usual }) => [name, usual])
  expect(usual).toEqual([
    ['by', ['school']],
    ['atLeast', ['1']],
    ['rate', []],
    ['from', []],
    ['note', []],
    ['closed', ['no']],
    ['kinds', []],
    ['perRole', []],
    ['factor', []],
    ['counting', ['exclusive']],
  ])
})

test.each([
  ['by=council', 'by must be school or parent, not "council".'],
  ['by=toString', 'by must be school or parent, not "toString".'],
  ['by=school&by=parent', 'by must be given once, not "school, parent".'],
  ['atLeast=0', 'atLeast must be a whole number from 1 to 99, not "0".'],
  ['atLeast=2.5', 'atLeast must be a whole number from 1 to 99, not "2.5".'],
  ['atLeast=1e1', 'atLeast must be a whole number from 1 to 99, not "1e1".'],
  ['rate=2.555', 'rate must be a number from 0 to 9.5, with 2 decimals at most, not "2.555".'],
  ['from=2021-13', 'from must be a month, written YYYY-MM, not "2021-13".'],
  ['from=1989-12', 'from must lie from 1990-01 to 2100-01, not "1989-12".'],
  ['note=', 'note must be a text of 1 to 5 characters, not "".'],
  ['note=longer', 'note must be a text of 1 to 5 characters, not "longer".'],
  ['closed=true', 'closed must be yes or no, not "true".'],
  ['kinds=a&kinds=c', 'kinds must be a or b, not "c".'],
  ['perRole=EHC', 'perRole must be a role and a number, such as "x=1", not "EHC".'],
  ['factor=0.5', 'factor needs perRole too. Give both, or neither.'],
  ['counting=both', 'counting must be exclusive or inclusive, not "both".'],
  [
    '__proto__=1',
    '__proto__ is no option of the view mine, which takes by, atLeast, rate, from, note, closed, kinds, perRole, factor, counting. Leave it out.',
  ],
])('%s is refused: %s', (query, says) => {
  const refused = read(query)
  expect(refused._tag === 'Left' && explainOption(refused.left)).toBe(says)
})

test.each<readonly [string, Readonly<Record<string, unknown>>]>([
  ['a value that is none', { ...view.defaults, by: 'council' }],
  ['a text for a number', { ...view.defaults, atLeast: '7' }],
  ['an option that there is not', { ...view.defaults, more: 1 }],
  ['one left out', { by: 'school', atLeast: 1 }],
  ['an object for a text', { ...view.defaults, note: { a: 1 } }],
  ['null for a group', { ...view.defaults, assumption: null }],
  ['nothing for a list', { ...view.defaults, kinds: [null] }],
  ['half of a pair for a text', { ...view.defaults, note: '\ud800' }],
])('a view is not asked with %s', (_, given) => {
  expect(askedWith(view, given)).toBeUndefined()
})

test.each([
  [{ by: { ...labelled, kind: 'list' } }, 'its option by has no label, help and form'],
  [{ by: { kind: 'month' } }, 'its option by has no label, help and form'],
  [{ 'b-y': { ...labelled, kind: 'month' } }, 'its option b-y has no name of letters'],
  [{ counting: { ...labelled, kind: 'month' } }, 'two of its options are called counting'],
  [7, 'its options are no object'],
])('a description %j is found wrong', (given, says) => {
  const described = { name: 'mine', usesLaw: true, defaults: {}, options: given as object }
  expect(optionsFlaw(described)).toContain(says)
})

test('a description that is right has no flaw', () => {
  expect(optionsFlaw(view)).toBeUndefined()
})
