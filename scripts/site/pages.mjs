/**
 * The pages of docs/ as the site has them: links that lead out of docs/ go to the repository, and
 * each event has a page of its own.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { root } from '../steps.mjs'

const repository = 'https://github.com/send-ledger/send-ledger'

/** Copies docs/ and makes of it the sources of the site. */
export const writePages = (docs, sources) => {
  cpSync(docs, sources, { recursive: true })
  for (const path of pagesIn(sources)) {
    const file = join(sources, path)
    writeFileSync(file, outwards(readFileSync(file, 'utf8'), path))
  }
  writeEvents(join(sources, '4-reference'))
}

/** The pages under a folder, by their paths with slashes. */
export const pagesIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((path) => String(path).replaceAll(sep, '/'))
    .filter((path) => path.endsWith('.md'))
    .sort()

/** A page whose links to files that are not in docs/ lead to the repository. */
const outwards = (text, path) =>
  text.replaceAll(/\]\(([^)#:]+)(#[^)]*)?\)/g, (link, to, anchor = '') => {
    const at = posix.join('docs', posix.dirname(path), to)
    if (at.startsWith('docs/') || !existsSync(join(root, at))) return link
    return `](${repository}/blob/main/${at}${anchor})`
  })

/** The page on events made a list of pages, one for each. */
const writeEvents = (reference) => {
  const file = join(reference, 'events.md')
  const [head, ...categories] = readFileSync(file, 'utf8').split(/^(?=## )/m)
  const listed = categories.map((category) => {
    const [intro, ...parts] = category.split(/^(?=### )/m)
    const rules = parts.find((part) => part.startsWith('### Rules ')) ?? ''
    const events = parts.filter((part) => part !== rules)
    const links = events.map((part) => {
      const [, name] = /^### (\w+)/.exec(part)
      const [, title] = /^## (.*)/.exec(intro)
      const shared = rules.replace('### ', '## ')
      const to = join(reference, 'events', `${name}.md`)
      mkdirSync(dirname(to), { recursive: true })
      writeFileSync(
        to,
        `${part.replace('### ', '# ')}\n${shared}\n[All events](../events.md): ${title}.\n`,
      )
      const [, says = ''] = part.split('\n\n')
      return `- [${name}](events/${name}.md): ${says.split('. ')[0].replace(/\.?$/, '.')}`
    })
    return `${intro}${links.join('\n')}\n\n${rules}`
  })
  writeFileSync(file, head + listed.join('\n'))
}

/** The title of a page. */
export const titleOf = (folder, path) =>
  /^# (.*)$/m.exec(readFileSync(join(folder, path), 'utf8'))?.[1]?.replaceAll('\\', '') ??
  relative(folder, path)
