/**
 * The page on events, from the catalogue: what each says, its fields, and the rules of its subject.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogue, lifeCycles } from '@send-ledger/core/records'
import { root, sources } from '../../house/sources.js'
import { table } from '../table.js'

/** What a doc comment says of an event type. */
interface Comment {
  readonly says: string
  readonly source: string
}

/** The doc comments of all event types, by name. */
const comments = (): ReadonlyMap<string, Comment> =>
  new Map(
    sources
      .filter((file) => /^packages\/core\/src\/events\/[^/]+\.ts$/.test(file))
      .flatMap((file) => [
        ...readFileSync(join(root, file), 'utf8').matchAll(
          /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport const (\w+) = /g,
        ),
      ])
      .map(([, comment = '', name = '']) => {
        const text = comment
          .replace(/^\s*\* ?/gm, '')
          .replace(/\s+/g, ' ')
          .trim()
        const [says = '', source = ''] = text.split(/ ?Source: /)
        return [name, { says, source: source.replace(/\.$/, '') }]
      }),
  )

/** The page with all that follows its mark made anew. */
export const eventsPage = (page: string): string => {
  const said = comments()
  const order = [...said.keys()]
  const types = Object.values(catalogue).sort(
    (a, b) => order.indexOf(a.name) - order.indexOf(b.name),
  )
  const categories = [...new Set(types.map(({ category }) => category))]
  const parts = categories.map((category) => {
    const rules = category === 'every' ? [] : lifeCycles[category]
    return [
      `## ${headings[category]}`,
      ...types
        .filter((type) => type.category === category)
        .map((type) => {
          const comment = said.get(type.name)
          if (!comment?.says) throw new Error(`${type.name} has no doc comment`)
          return eventText(type, comment)
        }),
      ...(rules.length === 0
        ? []
        : [
            `### Rules of a ${category}`,
            rules
              .map(({ name, because, since }) => {
                const from = since === undefined ? '' : ` (since ${since})`
                return `- \`${name}\`: ${because}${from}`
              })
              .join('\n'),
          ]),
    ].join('\n\n')
  })
  const [head] = page.split(mark)
  return `${head}${mark}\n\n${parts.join('\n\n')}\n`
}

const mark = '<!-- events -->'

type AnyType = (typeof catalogue)[keyof typeof catalogue]

const eventText = ({ name, version, fields }: AnyType, { says, source }: Comment): string => {
  const rows = Object.entries(fields as Readonly<Record<string, Field>>).map(([field, codec]) => [
    `\`${field}\``,
    kindOf('optional' in codec ? codec.optional.name : codec.name),
    'optional' in codec ? '' : 'yes',
  ])
  return [
    `### ${name}`,
    says,
    ...(source === '' ? [] : [`Source: ${source}.`]),
    rows.length === 0 ? 'No fields.' : table(['field', 'what it is', 'needed'], rows),
    ...(version === 1 ? [] : [`Schema version ${version}; older ones are read.`]),
  ].join('\n\n')
}

type Field = { readonly name: string } | { readonly optional: { readonly name: string } }

/** What a codec takes, in words. */
const kindOf = (name: string): string => {
  if (name.startsWith('list of ')) return `list of: ${kindOf(name.slice('list of '.length))}`
  if (name.includes(' | '))
    return name
      .split(' | ')
      .map((code) => `\`${code}\``)
      .join(', ')
  return kinds[name] ?? name
}

const kinds: Readonly<Record<string, string>> = {
  CivilDate: 'date, `YYYY-MM-DD`',
  Instant: 'instant in UTC',
  id: 'text of 1 to 64 characters',
  label: 'text of 1 to 64 characters',
  text: 'text of 1 to 2,000 characters',
  fte: 'full-time equivalent, above 0',
  flag: 'true or false',
}

const headings: Readonly<Record<AnyType['category'], string>> = {
  case: 'Cases',
  programme: 'Programmes',
  action: 'Actions',
  measure: 'Measures of impact',
  oversight: 'Oversight',
  risk: 'Risks',
  post: 'Posts',
  worker: 'Workers',
  every: 'Corrections, in every stream',
  ledger: 'The ledger itself, in the stream `ledger-main`',
}
