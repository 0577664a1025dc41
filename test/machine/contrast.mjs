/**
 * The contrast of words drawn in a chart, which axe leaves open: of the colour of the words with
 * that of the topmost shape behind their middle.
 *
 * Source: WCAG 2.2, definitions of relative luminance and contrast ratio.
 */

/** The words that match a selector in a page, each with its ratio. */
export const contrastsIn = async (page, selector) => {
  const found = await page.evaluate(coloursIn, selector)
  return found.map(({ words, front, back }) => ({
    words,
    front,
    back,
    ratio: contrast(front, back),
  }))
}

/** Runs in the page. A page is white, and so is a chart. */
const coloursIn = (selector) =>
  [...document.querySelectorAll(selector)].map((text) => {
    text.scrollIntoView({ block: 'center', inline: 'center' })
    const { x, y, width, height } = text.getBoundingClientRect()
    const behind = document
      .elementsFromPoint(x + width / 2, y + height / 2)
      .filter((element) => element instanceof SVGGeometryElement)
      .map((element) => getComputedStyle(element).fill)
      .find((fill) => fill !== 'none')
    const front = getComputedStyle(text).fill
    return { words: text.textContent, front, back: behind ?? 'rgb(255, 255, 255)' }
  })

const contrast = (one, other) => {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

const luminance = (colour) => {
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour)
  if (parts === null) throw new Error(`no plain colour: ${colour}`)
  const [red, green, blue] = parts
    .slice(1)
    .map((part) => Number(part) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
