/**
 * A style sheet cut down to what a page uses.
 */

/** A rule, or a group of rules such as `@media print`. */
interface Block {
  readonly head: string
  readonly body: string
}

/**
 * The rules of a style sheet that can match a page: those all of whose classes stand in it.
 * Fonts and pictures are left out, since the page must not fetch anything.
 */
export const stylesFor = (html: string, styles: string): string => {
  const used = new Set(
    [...html.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/)),
  )
  return kept(styles.replaceAll(/\/\*[\s\S]*?\*\//g, ''), used)
}

const kept = (styles: string, used: ReadonlySet<string>): string =>
  blocksIn(styles)
    .map(({ head, body }) => {
      if (/^@(media|supports)\b/.test(head)) return wrapped(head, kept(body, used))
      if (head.startsWith('@')) return ''
      const selectors = head.split(',').filter((selector) => canMatch(selector, used))
      return wrapped(selectors.join(','), selectors.length === 0 ? '' : withoutPictures(body))
    })
    .join('')

const wrapped = (head: string, body: string): string => (body === '' ? '' : `${head}{${body}}`)

const canMatch = (selector: string, used: ReadonlySet<string>): boolean =>
  [...selector.replaceAll(/:not\([^)]*\)/g, '').matchAll(/\.((?:[\w-]|\\.)+)/g)].every(
    ([, name = '']) => used.has(name.replaceAll('\\', '')),
  )

const withoutPictures = (body: string): string =>
  body
    .split(';')
    .filter((declaration) => !declaration.includes('url('))
    .join(';')

/** The blocks of a style sheet; statements without a block, such as `@charset`, are left out. */
const blocksIn = (styles: string): readonly Block[] => {
  const blocks: Block[] = []
  let from = 0
  let open = -1
  let depth = 0
  for (let i = 0; i < styles.length; i++) {
    const letter = styles[i]
    if (letter === ';' && depth === 0) from = i + 1
    if (letter === '{' && depth++ === 0) open = i
    if (letter !== '}' || --depth > 0) continue
    blocks.push({ head: styles.slice(from, open).trim(), body: styles.slice(open + 1, i) })
    from = i + 1
  }
  return blocks
}
