/**
 * A report as one page of HTML that needs nothing else: no script, no network, no font.
 */
import nunjucks from 'nunjucks'
import type { Checked } from '../model/check.js'
import { govukStyles } from './govuk-styles.js'
import { pageOf } from './page.js'
import { stylesFor } from './prune.js'
import { reportStyles } from './report-styles.js'
import { templates } from './templates/templates.js'

/** The text of `report.html`. */
export const reportHtml = (document: Checked): string => {
  const page = pageOf(document)
  const body = rendered('body', page)
  const styles = `${licence}\n${stylesFor(body, govukStyles())}\n${reportStyles}`
  return `${rendered('page', { ...page, styles, body })}\n`
}

const licence =
  '/* Styles in part of govuk-frontend, Crown Copyright (Government Digital Service), MIT licence. */'

/** Templates that stand in this package's own sources. */
class OwnTemplates extends nunjucks.Loader implements nunjucks.ILoader {
  getSource(name: string): nunjucks.LoaderSource {
    const src = templates[name]
    if (src === undefined) throw new TypeError(`there is no template ${name}`)
    return { src, path: name, noCache: false }
  }
}

const rendered = (template: string, model: object): string =>
  new nunjucks.Environment(new OwnTemplates(), {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  })
    .render(template, model)
    .trim()
