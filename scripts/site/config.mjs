/**
 * The configuration of the site: its navigation is what lies in the folders.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pagesIn, titleOf } from './pages.mjs'

const headings = {
  '1-start': 'Start',
  '2-concepts': 'Concepts',
  '3-how-to': 'How to',
  '4-reference': 'Reference',
  '5-decisions': 'Decisions',
  '6-api': 'API',
}

/** Pages that are read in this order; the others follow by their titles. */
const first = ['1-start/first-ledger.md', '1-start/first-hour.md', '2-concepts/two-times.md']

/** Colours of code that stand out from their ground as WCAG 2.2 asks (1.4.3). */
const theme = { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' }

/**
 * The same for the language of a block; and the search button shows no more than its name says
 * (WCAG 2.2, 2.5.3).
 */
const style = `
.vp-doc [class*='language-'] > span.lang { color: var(--vp-c-text-1); }
.DocSearch-Button .DocSearch-Button-Keys { display: none; }
`

/** Writes the configuration beside the sources. */
export const writeConfig = (sources, { base, outDir }) => {
  const parts = Object.entries(headings)
    .map(([folder, text]) => ({ folder, text, items: itemsOf(sources, folder) }))
    .filter(({ items }) => items.length > 0)
  // A list for each part: groups that fold up are buttons within buttons, which no keyboard can tell.
  const sidebar = Object.fromEntries(
    parts.map(({ folder, text, items }) => [`/${folder}/`, [{ text, items }]]),
  )
  const config = {
    lang: 'en-GB',
    title: 'send-ledger',
    description: "A ledger of a council's SEND improvement programme: any past date, with proof",
    base,
    outDir,
    cacheDir: join(sources, '.vitepress/cache'),
    rewrites: { 'README.md': 'index.md' },
    ignoreDeadLinks: false,
    metaChunk: true,
    markdown: { theme },
    head: [['style', {}, style]],
    // The index of the search is one file; it is loaded when somebody searches.
    vite: { build: { chunkSizeWarningLimit: 10_000 } },
    themeConfig: {
      search: { provider: 'local' },
      outline: [2, 3],
      nav: parts.map(({ text, items }) => ({ text, link: items[0].link })),
      sidebar,
    },
  }
  mkdirSync(join(sources, '.vitepress'), { recursive: true })
  writeFileSync(
    join(sources, '.vitepress/config.mjs'),
    `export default ${JSON.stringify(config, null, 2)}\n`,
  )
}

/** The pages of a folder; those of a folder within it stand below the page of its name. */
const itemsOf = (sources, folder) => {
  const paths = pagesIn(sources).filter((path) => path.startsWith(`${folder}/`))
  const item = (path) => ({ text: titleOf(sources, path), link: `/${path.replace(/\.md$/, '')}` })
  return paths
    .filter((path) => !paths.some((other) => path.startsWith(other.replace(/\.md$/, '/'))))
    .map((path) => {
      const within = paths.filter((other) => other.startsWith(path.replace(/\.md$/, '/')))
      const items = within.map(item)
      return { path, ...item(path), ...(items.length > 0 ? { items } : {}) }
    })
    .sort((a, b) => placeOf(a.path) - placeOf(b.path) || (a.text < b.text ? -1 : 1))
    .map(({ path, ...rest }) => rest)
}

const placeOf = (path) => (first.includes(path) ? first.indexOf(path) : first.length)
