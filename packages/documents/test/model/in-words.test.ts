import { calendarMonth, day, noFigure, notApplicable, raw, words } from '../../src/model/cell.js'
import { decimalText, withCommas } from '../../src/model/decimal.js'
import { tablesOf } from '../../src/model/document.js'
import { inWords } from '../../src/model/in-words.js'
import { plainText } from '../../src/model/plain-text.js'
import { at, said, sentenceText } from '../../src/model/sentence.js'
import { escapeXml } from '../../src/model/xml.js'
import { hostile, publicSample, sample } from './sample.js'

test.each([
  ['0', '0'],
  ['999', '999'],
  ['1000', '1,000'],
  ['1234567.5', '1,234,567.5'],
  ['-1234.25', '\u22121,234.25'],
])('%s is printed as %s', (value, printed) => {
  expect(withCommas(decimalText(value))).toBe(printed)
})

test('a figure is printed with as many decimals as its column has', () => {
  expect(inWords(raw('18'), 2)).toBe('18.00')
  expect(inWords(raw('18.5'), 2)).toBe('18.50')
  expect(inWords(raw('18.555'), 2)).toBe('18.555')
})

test.each(['1e21', 'NaN', '01', '1.', '', '1,000'])('"%s" is no decimal number', (text) => {
  expect(() => decimalText(text)).toThrow(TypeError)
})

test('dates and months are in words; one that cannot be is our mistake', () => {
  expect(inWords(day('2021-07-01'))).toBe('1 July 2021')
  expect(inWords(calendarMonth('2021-12'))).toBe('December 2021')
  expect(day(null)).toBe(notApplicable)
  expect(() => day('31/07/2021')).toThrow(TypeError)
  expect(() => calendarMonth('2021-13')).toThrow(TypeError)
})

test('no figure is [x], no words are [z]', () => {
  expect(inWords(raw(null))).toBe('[x]')
  expect(raw(null)).toEqual(noFigure)
  expect(inWords(words(' \u0000 '))).toBe('[z]')
})

test('plain text has one line, no controls, no half characters, no turned direction', () => {
  expect(plainText(hostile.controls)).toBe('bell and null and \ufffdhalf, turned')
  expect(plainText('a\r\n b\u2028c')).toBe('a b c')
  expect(plainText('family \u{1f469}\u200d\u{1f467} é')).toBe('family \u{1f469}\u200d\u{1f467} é')
  expect(plainText(plainText(hostile.controls))).toBe(plainText(hostile.controls))
})

test('nothing in a text is markup', () => {
  expect(escapeXml(hostile.markup)).toBe(
    '&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;',
  )
})

test('a sentence has the figures of the tables, hidden where they are hidden', () => {
  const sentence = said`${at('months', 2, 'inTime')} of ${at('months', 0, 'issued')}: ${at('months', 2, 'percent')}`
  expect(sentenceText(tablesOf(sample), sentence)).toBe('7 of 1,234: 20.0%')
  expect(sentenceText(tablesOf(publicSample), sentence)).toBe('[c] of 1,234: 20.0%')
})
