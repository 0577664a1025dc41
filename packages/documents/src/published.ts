/**
 * The door of disclosure control alone: it makes the figures that the public may see.
 */
export { type Published, published } from './model/published.js'
