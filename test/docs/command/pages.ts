/**
 * The command's reference and its man page, both from what the program says of itself.
 */
import { table } from '../table.js'
import type { Described, Term } from './described.js'

/** The page with what stands between its marks made anew. */
export const commandPage = (page: string, all: readonly Described[]): string => {
  const [program, ...commands] = all
  if (program === undefined) throw new Error('the program is not described')
  const rows = commands.map(({ name, says }) => [`[\`${name}\`](#${name.replace(' ', '-')})`, says])
  const sections = [
    ['### Options of every command', terms('option', program.options)],
    ...commands.map(sectionOf),
  ]
  return between(
    between(page, 'overview', table(['command', 'does'], rows)),
    'commands',
    sections.flat().join('\n\n'),
  )
}

const between = (page: string, mark: string, text: string): string => {
  const found = new RegExp(`<!-- ${mark} -->\n[\\s\\S]*?<!-- end -->`)
  if (!found.test(page)) throw new Error(`the page has no mark ${mark}`)
  return page.replace(found, () => `<!-- ${mark} -->\n\n${text}\n\n<!-- end -->`)
}

const sectionOf = (command: Described): readonly string[] => [
  `### ${command.name}`,
  command.says,
  `\`\`\`text\n${command.usage}\n\`\`\``,
  ...(command.arguments.length > 0 ? [terms('argument', command.arguments)] : []),
  ...(command.options.length > 0 ? [terms('option', command.options)] : []),
]

const terms = (kind: string, all: readonly Term[]): string =>
  table(
    [kind, 'what it is'],
    all.map(({ term, says }) => [`\`${term}\``, says.replaceAll('<', '\\<')]),
  )

/** The man page, in roff; the exit codes are those of the reference page. */
export const manPage = (page: string, all: readonly Described[]): string => {
  const [program, ...commands] = all
  if (program === undefined) throw new Error('the program is not described')
  const codes = [...page.matchAll(/^\| (\d) +\| (.+?) +\|$/gm)]
  return [
    '.TH SEND-LEDGER 1',
    '.SH NAME',
    `send\\-ledger \\- ${roff(program.says)}`,
    '.SH SYNOPSIS',
    roff(program.usage),
    '.SH OPTIONS OF EVERY COMMAND',
    ...program.options.flatMap(tagged),
    '.SH COMMANDS',
    ...commands.flatMap(({ name, usage, says, arguments: given, options }) => [
      `.SS ${roff(name)}`,
      roff(says),
      '.PP',
      roff(usage),
      ...[...given, ...options].flatMap(tagged),
    ]),
    '.SH EXIT STATUS',
    ...codes.flatMap(([, code = '', says = '']) => tagged({ term: code, says })),
    '',
  ].join('\n')
}

const tagged = ({ term, says }: Term): readonly string[] => ['.TP', `.B ${roff(term)}`, roff(says)]

/** Text as roff takes it: ASCII, no line of it a request, and a hyphen one that can be copied. */
const roff = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^[.']/, '\\&$&')
    .replace(/[^\n -~]/gu, (character) => `\\[u${hex(character)}]`)

const hex = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
