/**
 * Figures by their names, as people call them.
 */
import { complianceView } from '@send-ledger/compliance'
import { dateInWords, monthInWords } from '@send-ledger/core/figures'
import { capacityView, workforceView } from '@send-ledger/workforce'
import { wsoaView } from '@send-ledger/wsoa'

/** A figure of a view, or a part that it is worked out from. */
export interface FigureName {
  readonly view: string
  /** Such as `months.issued.all:2021-07`. */
  readonly figure: string
  /** Empty where the figure itself is meant. */
  readonly part: string
}

/**
 * A figure in words: Plans issued, July 2021, all cases. A name that has no words stays as it is.
 */
export const figureInWords = ({ view, figure, part }: FigureName): string => {
  const colon = figure.indexOf(':')
  const name = colon < 0 ? figure : figure.slice(0, colon)
  const item = colon < 0 ? '' : figure.slice(colon + 1)
  const [, stem = '', basis] = /^(.*?)(?:\.(all|excludingExceptions))?$/.exec(name) ?? []
  const known = Object.hasOwn(names, stem) ? names[stem] : undefined
  return [
    joined(known ?? stem, item === '' ? '' : itemInWords(stem, item)),
    ...(view === 'compliance-all-plans' ? ['also after mediation or appeal'] : []),
    ...(basis === undefined ? [] : [bases[basis as keyof typeof bases]]),
    ...(part === '' ? [] : [Object.hasOwn(parts, part) ? (parts[part] as string) : part]),
  ].join(', ')
}

const bases = { all: 'all cases', excludingExceptions: 'without exceptions' } as const

const joined = (what: string, item: string): string => {
  if (item === '') return what.replace(/ to$/, '')
  return what.endsWith(' to') ? `${what} ${item}` : `${what}, ${item}`
}

/** `educationalPsychology / 2021-07`, part by part; an age is `113 / 140`, or `365`. */
const itemInWords = (stem: string, item: string): string => {
  const parts = item.split(' / ').map(itemPart)
  if (stem !== 'open.byAge.count') return parts.join(', ')
  return parts.length === 1 ? `${item} days and more` : `${parts.join(' to ')} days`
}

const itemPart = (part: string): string => {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(part)) return monthInWords(part)
  if (/^\d{4}-(0[1-9]|1[0-2])-\d\d$/.test(part)) return dateInWords(part)
  // A code of the catalogue: `educationalPsychology`.
  return /^[a-z]+([A-Z][a-z]+)+$/.test(part)
    ? part.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    : part
}

const parts: Readonly<Record<string, string>> = {
  numerator: 'numerator',
  denominator: 'denominator',
  before: 'the year before',
  requests: 'requests',
  available: 'FTE available',
  establishedLessInPost: 'established less in post',
  inPostLessEstablished: 'in post less established',
  fte: 'FTE',
  inPost: 'FTE in post, 13 dates together',
  leavers: 'FTE that left',
  count: 'count',
}

const names: Readonly<Record<string, string>> = {
  ...complianceView.words,
  ...wsoaView.words,
  ...workforceView.words,
  ...capacityView.words,
}
