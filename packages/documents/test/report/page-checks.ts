/**
 * Checks of a page: that it is valid HTML, and that everybody can use it.
 */
import axe from 'axe-core'
import { HtmlValidate } from 'html-validate/node'
import { JSDOM } from 'jsdom'

/** What html-validate says of a page. */
export const invalidIn = async (text: string): Promise<readonly string[]> => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
    // A title is as long as the report's.
    rules: { 'long-title': 'off' },
  })
  const { results } = await validator.validateString(text)
  return results.flatMap(({ messages }) => messages.map((m) => `${m.ruleId}: ${m.message}`))
}

/** What axe says of a page. jsdom lays nothing out, so contrast cannot be measured by it. */
export const inaccessibleIn = async (text: string): Promise<readonly string[]> => {
  const { window } = new JSDOM(text, { runScripts: 'outside-only', pretendToBeVisual: true })
  window.eval(axe.source)
  const run = window.eval('axe.run') as typeof axe.run
  const { violations } = await run(window.document, {
    rules: { 'color-contrast': { enabled: false } },
  })
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
}
