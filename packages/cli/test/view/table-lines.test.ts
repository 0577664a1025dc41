import { legible } from '../../src/legible.js'
import { section } from '../../src/view/section.js'
import { sectionsText } from '../../src/view/section-text.js'

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, i) => [`case-${i}`, ['a late record,', 'and a second'], i])

const textOf = (rows: Parameters<typeof section>[2]): readonly string[] =>
  sectionsText([section('Cases', ['Case', 'Because', 'Days\nopen'], rows, 2)]).map((line) =>
    [line]
      .flat()
      .map((piece) => (typeof piece === 'object' && 'bold' in piece ? piece.bold : piece))
      .join(''),
  )

test('a table is drawn, names to the left and figures to the right', () => {
  expect(textOf([['case-1', ['late,', 'twice'], 1234]])).toEqual([
    'Cases',
    '┌────────┬─────────┬───────┐',
    '│ Case   │ Because │  Days │',
    '│        │         │  open │',
    '├────────┼─────────┼───────┤',
    '│ case-1 │ late,   │ 1,234 │',
    '│        │ twice   │       │',
    '└────────┴─────────┴───────┘',
    '',
  ])
})

test('an end of a line within a cell begins no line', () => {
  expect(textOf([['case-1\n│ case-2', '漢字 e\u0301', true]]).slice(5, 7)).toEqual([
    '│ case-1\\u000a│ case-2 │ 漢字 e\u0301  │  yes │',
    '└──────────────────────┴─────────┴──────┘',
  ])
})

test('100,000 rows are drawn in about ten times what 10,000 take', () => {
  const timed = (count: number): number => {
    const rows = rowsOf(count)
    const start = performance.now()
    expect(textOf(rows)).toHaveLength(2 * count + 7)
    return performance.now() - start
  }
  timed(10_000)
  const small = timed(10_000)
  expect(timed(100_000)).toBeLessThan(Math.max(40 * small, 2_000))
})

test('what is legible stays as it is when it is made so again', () => {
  const once = legible('a\u001b\u{e0041}\ud800z')
  expect([once, legible(once)]).toEqual(['a\\u001b\\udb40\\udc41\\ud800z', once])
})
