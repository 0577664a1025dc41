import { govukStyles } from '../../src/report/govuk-styles.js'
import { stylesFor } from '../../src/report/prune.js'

const html = '<p class="a b"></p>'

test.each([
  ['.a{color:red}.c{color:blue}', '.a{color:red}'],
  ['.a,.c{color:red}', '.a{color:red}'],
  ['.a .b{x:y}.a .c{x:y}', '.a .b{x:y}'],
  ['@charset "UTF-8";:root{--x:1}', ':root{--x:1}'],
  ['@media print{.a{x:y}.c{x:y}}', '@media print{.a{x:y}}'],
  ['@media print{.c{x:y}}', ''],
  [
    '@supports (x:y){@media print{.b:not(.c){x:y}}}',
    '@supports (x:y){@media print{.b:not(.c){x:y}}}',
  ],
  ['@font-face{src:url(x)}.a{x:y}', '.a{x:y}'],
  ['.a{background:url(crest.svg);x:y}', '.a{x:y}'],
  ['/* .c{ */.a{x:y}', '.a{x:y}'],
  ['.a\\:hover{x:y}.a:hover{x:y}', '.a:hover{x:y}'],
])('%s becomes %s', (styles, kept) => {
  expect(stylesFor(html, styles)).toBe(kept)
})

test('of the styles of GOV.UK what a page uses is kept, without font and crest', () => {
  const styles = stylesFor('<a class="govuk-link">', govukStyles())
  expect(styles).toMatch(/\.govuk-link\{[^}]*font-family:arial,sans-serif/)
  expect(styles).not.toMatch(/GDS Transport|crest|@font-face|govuk-button/)
  const [open, close] = ['{', '}'].map((brace) => styles.split(brace).length)
  expect(open).toBe(close)
})
