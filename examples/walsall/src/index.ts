/**
 * The Walsall improvement programme to 31 July 2021: what was published, and an invented history
 * whose views give every figure of it.
 */
export { walsallAutumn, walsallHistory, walsallOrigin } from './history.js'
export { illustrative, published } from './published.js'
