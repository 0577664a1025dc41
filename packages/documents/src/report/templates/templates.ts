/**
 * The templates of a report by their names. They are texts of TypeScript, so that they are there
 * wherever the package runs, from its sources as from its build.
 */
import { body } from './body.js'
import { cover } from './cover.js'
import { page } from './page.js'
import { section } from './section.js'
import { table } from './table.js'

/** Nunjucks templates. */
export const templates: Readonly<Record<string, string>> = { page, body, cover, section, table }
